package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Keys and values of tables. Keys are compared byte by byte without sign; integers are big-endian.
 *
 * <pre>
 *   0, run, 0, long firstSeq              -> entries (see Records), up to 24 KB or one
 *   1, run, 0                             -> head
 *   2, run, 0                             -> 1: not finished, 0: finished, and an older table has 1
 *   3, ~(long startedAt + 2^63), ~run, 255 -> byte status, text workflow; newest start first
 * </pre>
 *
 * Chunks add up over tables; of the other rows the one in the newest table counts.
 */
final class Rows {
  static final byte CHUNK = 0;
  static final byte HEAD = 1;
  static final byte LIVE = 2;
  static final byte START = 3;

  private static final byte[] IS_LIVE = {1};
  private static final byte[] NO_LONGER_LIVE = {0};

  private Rows() {}

  static byte[] chunk(RunId run, long firstSeq) {
    byte[] name = name(run);
    return ByteBuffer.allocate(name.length + 10)
        .put(CHUNK)
        .put(name)
        .put((byte) 0)
        .putLong(firstSeq)
        .array();
  }

  /** Returns whether a key is a chunk of a run. */
  static boolean isChunkOf(RunId run, byte[] key) {
    byte[] name = name(run);
    if (key.length != name.length + 10 || key[0] != CHUNK) {
      return false;
    }
    return ByteBuffer.wrap(key, 1, name.length).equals(ByteBuffer.wrap(name))
        && key[name.length + 1] == 0;
  }

  static byte[] head(RunId run) {
    return named(HEAD, run);
  }

  static byte[] live(RunId run) {
    return named(LIVE, run);
  }

  static byte[] liveValue(boolean live) {
    return live ? IS_LIVE : NO_LONGER_LIVE;
  }

  static boolean isLive(byte[] value) {
    return value[0] == 1;
  }

  /** Returns the run of a head or live row. */
  static RunId run(byte[] key) {
    return new RunId(new String(key, 1, key.length - 2, StandardCharsets.US_ASCII));
  }

  static byte[] first(byte type) {
    return new byte[] {type};
  }

  private static byte[] named(byte type, RunId run) {
    byte[] name = name(run);
    return ByteBuffer.allocate(name.length + 2).put(type).put(name).put((byte) 0).array();
  }

  private static byte[] name(RunId run) {
    return run.value().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] start(RunQuery.Position position) {
    byte[] name = name(position.run());
    ByteBuffer key = ByteBuffer.allocate(name.length + 10);
    key.put(START).putLong(~(position.startedAt().toEpochMilli() ^ Long.MIN_VALUE));
    for (byte each : name) {
      key.put((byte) ~each);
    }
    return key.put((byte) 255).array();
  }

  static RunQuery.Position position(byte[] key) {
    long millis = ~ByteBuffer.wrap(key).getLong(1) ^ Long.MIN_VALUE;
    byte[] name = new byte[key.length - 10];
    for (int i = 0; i < name.length; i++) {
      name[i] = (byte) ~key[9 + i];
    }
    return new RunQuery.Position(
        Instant.ofEpochMilli(millis), new RunId(new String(name, StandardCharsets.US_ASCII)));
  }

  static byte[] startValue(Head head) {
    int size = head.workflow().getBytes(StandardCharsets.UTF_8).length;
    ByteBuffer value = ByteBuffer.allocate(size + 3);
    value.put((byte) Records.code(head.status()));
    Records.putText(value, head.workflow());
    return value.array();
  }

  /** Returns whether a query asks for a run with this value in its start row. */
  static boolean matches(RunQuery query, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    RunStatus status = Records.status(in.get());
    return matches(query, status, Records.text(in));
  }

  static boolean matches(RunQuery query, RunStatus status, String workflow) {
    return (query.status() == null || query.status() == status)
        && (query.workflow() == null || query.workflow().equals(workflow));
  }
}

package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values of tables. Keys are compared byte by byte without sign; integers are big-endian.
 *
 * <pre>
 *   0, run, 0, long firstSeq       -> entries (see Records), up to 24 KB or one
 *   1, run, 0                      -> head
 *   2, run, 0                      -> not finished: byte status, long seq, long startedAt,
 *                                     long wakeAt (Long.MIN_VALUE: none), text workflow
 *                                     finished, and an older table may say otherwise: nothing
 *   3, time, ~run, 255             -> byte status, long updatedAt, text workflow; all runs
 *   4, workflow, 0, time, ~run, 255 -> byte status, long updatedAt, text workflow; all runs
 *   5, byte status, time, ~run, 255 -> byte status, long updatedAt, text workflow; finished runs
 *   6, run, 0                      -> text: the run is in quarantine, and why
 *   7, run, 0                      -> nothing: what older tables hold of the run does not count
 *
 *   time                              ~(long startedAt + 2^63): newest first
 * </pre>
 *
 * Chunks add up over tables; of the other rows the one in the newest table counts.
 */
final class Rows {
  static final byte CHUNK = 0;
  static final byte HEAD = 1;
  static final byte LIVE = 2;
  static final byte START = 3;
  static final byte WORKFLOW = 4;
  static final byte STATUS = 5;
  static final byte QUARANTINE = 6;
  static final byte DROPPED = 7;

  private static final byte[] NOTHING = {};
  private static final int POSITION_BYTES = 8;

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

  static byte[] liveValue(Head head) {
    if (head.status().isFinished()) {
      return NOTHING;
    }
    LiveRun run = LiveRun.of(head);
    ByteBuffer value = ByteBuffer.allocate(1 + 3 * 8 + Records.textBytes(run.workflow()));
    value.put((byte) Records.code(run.status()));
    value.putLong(run.seq()).putLong(run.startedAt()).putLong(run.wakeAt());
    Records.putText(value, run.workflow());
    return value.array();
  }

  /** Returns what a live row says of its run, or null if that is finished. */
  static @Nullable LiveRun live(RunId run, byte[] value) {
    if (value.length == 0) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(value);
    RunStatus status = Records.status(in.get());
    long seq = in.getLong();
    long startedAt = in.getLong();
    long wakeAt = in.getLong();
    return new LiveRun(run, Records.text(in), status, seq, startedAt, wakeAt);
  }

  static byte[] quarantine(RunId run) {
    return named(QUARANTINE, run);
  }

  static byte[] quarantineValue(String reason) {
    ByteBuffer value = ByteBuffer.allocate(Records.textBytes(reason));
    Records.putText(value, reason);
    return value.array();
  }

  static byte[] dropped(RunId run) {
    return named(DROPPED, run);
  }

  static byte[] nothing() {
    return NOTHING;
  }

  /** Returns the run of a row whose key is a type, a run and 0. */
  static RunId run(byte[] key) {
    return new RunId(new String(key, 1, key.length - 2, StandardCharsets.US_ASCII));
  }

  /** Returns whether a row is of those of which every run in a table has one, and names it. */
  static boolean namesRun(byte[] key) {
    return key[0] == HEAD || key[0] == QUARANTINE || key[0] == DROPPED;
  }

  /** Returns the hash of the run of a row whose key is a type, a run and 0. */
  static long hash(byte[] key) {
    return RunHash.of(key, 1, key.length - 2);
  }

  /** Returns the run that any row is of. */
  static RunId runOfAny(byte[] key) {
    return switch (key[0]) {
      case CHUNK -> new RunId(new String(key, 1, key.length - 10, StandardCharsets.US_ASCII));
      case START -> position(new byte[] {START}, key).run();
      case STATUS -> position(Arrays.copyOf(key, 2), key).run();
      case WORKFLOW -> {
        int end = 1;
        while (key[end] != 0) {
          end++;
        }
        yield position(Arrays.copyOf(key, end + 1), key).run();
      }
      default -> run(key);
    };
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

  /** Returns what the keys begin with of the index that a query is best answered from. */
  static byte[] index(RunQuery query) {
    if (query.workflow() != null) {
      byte[] workflow = query.workflow().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(workflow.length + 2)
          .put(WORKFLOW)
          .put(workflow)
          .put((byte) 0)
          .array();
    }
    if (query.status() != null) {
      return new byte[] {STATUS, (byte) Records.code(query.status())};
    }
    return new byte[] {START};
  }

  /** Returns the keys under which a run is listed. */
  static List<byte[]> indexKeys(Head head) {
    RunQuery.Position position = new RunQuery.Position(head.startedAt(), head.run());
    List<byte[]> keys = new ArrayList<>();
    keys.add(listed(new byte[] {START}, position));
    keys.add(listed(index(new RunQuery(null, head.workflow(), null, 1)), position));
    if (head.status().isFinished()) {
      keys.add(listed(index(new RunQuery(head.status(), null, null, 1)), position));
    }
    return keys;
  }

  static byte[] listed(byte[] index, RunQuery.Position position) {
    byte[] name = name(position.run());
    ByteBuffer key = ByteBuffer.allocate(index.length + POSITION_BYTES + name.length + 1);
    key.put(index).putLong(~(position.startedAt().toEpochMilli() ^ Long.MIN_VALUE));
    for (byte each : name) {
      key.put((byte) ~each);
    }
    return key.put((byte) 255).array();
  }

  /** Returns whether a key belongs to an index. */
  static boolean isIn(byte[] index, byte[] key) {
    return key.length > index.length + POSITION_BYTES
        && Arrays.equals(key, 0, index.length, index, 0, index.length);
  }

  static RunQuery.Position position(byte[] index, byte[] key) {
    long millis = ~ByteBuffer.wrap(key).getLong(index.length) ^ Long.MIN_VALUE;
    byte[] name = new byte[key.length - index.length - POSITION_BYTES - 1];
    for (int i = 0; i < name.length; i++) {
      name[i] = (byte) ~key[index.length + POSITION_BYTES + i];
    }
    return new RunQuery.Position(
        Instant.ofEpochMilli(millis), new RunId(new String(name, StandardCharsets.US_ASCII)));
  }

  static byte[] listedValue(Head head) {
    ByteBuffer value = ByteBuffer.allocate(1 + 8 + Records.textBytes(head.workflow()));
    value.put((byte) Records.code(head.status()));
    value.putLong(head.updatedAt().toEpochMilli());
    Records.putText(value, head.workflow());
    return value.array();
  }

  static RunStatus listedStatus(byte[] value) {
    return Records.status(value[0]);
  }

  /** Returns when a listed run was last changed, in milliseconds. */
  static long listedUpdate(byte[] value) {
    return ByteBuffer.wrap(value).getLong(1);
  }

  static String listedWorkflow(byte[] value) {
    return Records.text(ByteBuffer.wrap(value).position(9));
  }

  static boolean matches(RunQuery query, RunStatus status, String workflow) {
    return (query.status() == null || query.status() == status)
        && (query.workflow() == null || query.workflow().equals(workflow));
  }
}

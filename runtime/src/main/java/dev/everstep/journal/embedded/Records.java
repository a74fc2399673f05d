package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads, entries and transitions as bytes, big-endian.
 *
 * <pre>
 *   text        short length, UTF-8
 *   payload     int length, bytes
 *   head        text run, text workflow, byte status, long seq, long startedAt, long updatedAt,
 *               long wakeAt (Long.MIN_VALUE: none), payload state
 *   entries     long firstSeq, int count, count * (byte kind, long at, payload body)
 *   transition  head, entries
 * </pre>
 *
 * Status codes: 1 running, 2 completed, 3 failed, 4 stuck. Times are in milliseconds.
 */
final class Records {
  /** The format of a transition; stored with each. */
  static final byte FORMAT = 1;

  private static final long NONE = Long.MIN_VALUE;
  private static final int ENTRY_BYTES = 1 + 8 + 4;

  private Records() {}

  static byte[] transition(Transition transition) {
    long size = headBytes(transition.head()) + entriesBytes(transition.entries());
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size));
    putHead(out, transition.head());
    putEntries(out, transition.entries());
    return out.array();
  }

  /** Returns the size of a transition, without writing it. */
  static long transitionBytes(Transition transition) {
    return headBytes(transition.head()) + entriesBytes(transition.entries());
  }

  static Transition transition(ByteBuffer in) {
    Head head = head(in);
    return new Transition(entries(in), head);
  }

  static byte[] head(Head head) {
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(headBytes(head)));
    putHead(out, head);
    return out.array();
  }

  static byte[] entries(List<Entry> entries) {
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(entriesBytes(entries)));
    putEntries(out, entries);
    return out.array();
  }

  static int entryBytes(Entry entry) {
    return ENTRY_BYTES + entry.body().length();
  }

  private static long headBytes(Head head) {
    return 2L
        + head.run().value().length()
        + 2
        + head.workflow().getBytes(StandardCharsets.UTF_8).length
        + 1
        + 4 * 8
        + 4
        + head.state().length();
  }

  private static long entriesBytes(List<Entry> entries) {
    long size = 8 + 4;
    for (Entry entry : entries) {
      size += entryBytes(entry);
    }
    return size;
  }

  private static void putHead(ByteBuffer out, Head head) {
    putText(out, head.run().value());
    putText(out, head.workflow());
    out.put((byte) code(head.status()));
    out.putLong(head.seq());
    out.putLong(head.startedAt().toEpochMilli());
    out.putLong(head.updatedAt().toEpochMilli());
    Instant wakeAt = head.wakeAt();
    out.putLong(wakeAt == null ? NONE : wakeAt.toEpochMilli());
    putPayload(out, head.state());
  }

  /** Returns the run that a transition or head is of, which is what it begins with. */
  static RunId run(ByteBuffer in) {
    return new RunId(text(in));
  }

  static Head head(ByteBuffer in) {
    RunId run = new RunId(text(in));
    String workflow = text(in);
    RunStatus status = status(in.get());
    long seq = in.getLong();
    Instant startedAt = Instant.ofEpochMilli(in.getLong());
    Instant updatedAt = Instant.ofEpochMilli(in.getLong());
    long wakeAt = in.getLong();
    return new Head(
        run,
        workflow,
        status,
        seq,
        startedAt,
        updatedAt,
        wakeAt == NONE ? null : Instant.ofEpochMilli(wakeAt),
        payload(in));
  }

  private static void putEntries(ByteBuffer out, List<Entry> entries) {
    out.putLong(entries.get(0).seq());
    out.putInt(entries.size());
    for (Entry entry : entries) {
      out.put((byte) entry.kind().code());
      out.putLong(entry.at().toEpochMilli());
      putPayload(out, entry.body());
    }
  }

  static List<Entry> entries(ByteBuffer in) {
    long seq = in.getLong();
    int count = length(in);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      EntryKind kind = EntryKind.of(in.get());
      entries.add(new Entry(seq + i, kind, Instant.ofEpochMilli(in.getLong()), payload(in)));
    }
    return entries;
  }

  static int textBytes(String text) {
    return 2 + text.getBytes(StandardCharsets.UTF_8).length;
  }

  static void putText(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putShort((short) bytes.length);
    out.put(bytes);
  }

  static String text(ByteBuffer in) {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void putPayload(ByteBuffer out, Payload payload) {
    out.putInt(payload.length());
    out.put(payload.array());
  }

  private static Payload payload(ByteBuffer in) {
    byte[] bytes = new byte[length(in)];
    in.get(bytes);
    return Payload.wrap(bytes);
  }

  /** Reads a length, which damaged bytes may make any number, before memory is taken for it. */
  private static int length(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return length;
  }

  static int code(RunStatus status) {
    return switch (status) {
      case RUNNING -> 1;
      case COMPLETED -> 2;
      case FAILED -> 3;
      case STUCK -> 4;
    };
  }

  static RunStatus status(int code) {
    return switch (code) {
      case 1 -> RunStatus.RUNNING;
      case 2 -> RunStatus.COMPLETED;
      case 3 -> RunStatus.FAILED;
      case 4 -> RunStatus.STUCK;
      default -> throw new IllegalArgumentException("status code=" + code);
    };
  }
}

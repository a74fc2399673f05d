package dev.everstep.journal.embedded;

import dev.everstep.journal.Transition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log behind the tables. A frame is written only when all before it are synced, so a
 * crash can leave one incomplete frame, the last: it was never acknowledged and is dropped. What
 * cannot come from a crash is damage: a valid frame behind a bad one, a gap in the lsns, or a log
 * that ends below what the manifest saw durable. Confined to one thread.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Disk disk;
  private final Manifest manifest;
  private final Errors errors;
  private final ObjLongConsumer<Transition> transitions;

  private long next;
  private boolean any;

  /** Where the log goes on: file, position and lsn; {@code tornEnd} is where dropped bytes end. */
  record End(long segment, int offset, int size, int tornEnd, long lsn) {}

  /** Hands the transitions that are in no table, with their lsns, to {@code transitions}. */
  Recovery(Disk disk, Manifest manifest, Errors errors, ObjLongConsumer<Transition> transitions) {
    this.disk = disk;
    this.manifest = manifest;
    this.errors = errors;
    this.transitions = transitions;
    this.next = manifest.flushed();
  }

  /** Replays all; changes nothing. */
  End replay() throws IOException {
    List<Long> segments =
        disk.list().stream()
            .filter(Names::isSegment)
            .map(Names::number)
            .filter(number -> number >= manifest.segment())
            .sorted()
            .toList();
    if (segments.isEmpty() || segments.get(0) != manifest.segment()) {
      throw errors.damagedLog("missing=" + Names.segment(manifest.segment()));
    }
    End end = null;
    for (long segment : segments) {
      ByteBuffer bytes = ByteBuffer.wrap(disk.read(Names.segment(segment)));
      int used = used(bytes);
      if (end != null && used == 0) {
        continue; // allocated ahead
      }
      if (end != null && end.tornEnd() > end.offset()) {
        throw errors.damagedLog(
            place(end.segment(), end.offset()) + ", data behind it in=" + Names.segment(segment));
      }
      int offset = frames(segment, bytes);
      end = new End(segment, offset, bytes.limit(), Math.max(offset, used), next);
      refuseFramesBehind(end, bytes);
    }
    if (end.lsn() < manifest.synced()) {
      throw errors.damagedLog(
          place(end.segment(), end.offset())
              + ", lsn="
              + end.lsn()
              + ", but all below lsn="
              + manifest.synced()
              + " was durable");
    }
    return end;
  }

  private int frames(long segment, ByteBuffer bytes) {
    int at = 0;
    while (Frames.isValid(bytes, at)) {
      long lsn = Frames.lsn(bytes, at);
      if (any ? lsn != next : lsn > manifest.flushed()) {
        throw errors.damagedLog(place(segment, at) + ", lsn=" + lsn + ", expected=" + next);
      }
      any = true;
      records(bytes, at);
      next = lsn + Frames.count(bytes, at);
      at = Frames.end(bytes, at);
    }
    return at;
  }

  private void records(ByteBuffer bytes, int at) {
    long lsn = Frames.lsn(bytes, at);
    int position = at + Frames.HEADER_BYTES;
    for (int i = 0; i < Frames.count(bytes, at); i++) {
      int length = bytes.getInt(position);
      position += Frames.RECORD_HEADER_BYTES;
      if (lsn + i >= manifest.flushed()) {
        transitions.accept(Records.transition(bytes.slice(position, length)), lsn + i);
      }
      position += length;
    }
  }

  private void refuseFramesBehind(End end, ByteBuffer bytes) {
    for (int at = end.offset() + 1; at < end.tornEnd(); at++) {
      if (bytes.get(at) == (byte) (Frames.MAGIC >>> 24)
          && Frames.isValid(bytes, at)
          && Frames.lsn(bytes, at) >= next) {
        throw errors.damagedLog(
            place(end.segment(), end.offset()) + ", whole frame behind it at=" + at);
      }
    }
  }

  /** Overwrites the incomplete frame with zeros, and syncs what a killed process left unsynced. */
  static void repair(Disk disk, End end) throws IOException {
    String name = Names.segment(end.segment());
    try (Disk.DiskFile file = disk.open(name)) {
      if (end.tornEnd() > end.offset()) {
        LOG.warn(
            "dropped an incomplete frame at the end of the log, it was never acknowledged:"
                + " segment={}, offset={}, bytes={}",
            name,
            end.offset(),
            end.tornEnd() - end.offset());
        file.write(end.offset(), ByteBuffer.allocate(end.tornEnd() - end.offset()));
      }
      file.sync();
    }
  }

  /** Returns where the last byte that is not zero ends. */
  static int used(ByteBuffer bytes) {
    int end = bytes.limit();
    while (end >= 8 && bytes.getLong(end - 8) == 0) {
      end -= 8;
    }
    while (end > 0 && bytes.get(end - 1) == 0) {
      end--;
    }
    return end;
  }

  private static String place(long segment, int offset) {
    return "segment=" + Names.segment(segment) + ", offset=" + offset;
  }
}

package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What the log consists of: what is written and synced at once. Integers are big-endian, checksums
 * CRC32C. A frame says everything twice, in front and behind, so that damage to a part of it leaves
 * the rest readable and the runs it touches known.
 *
 * <pre>
 *   header   0  int   "ESf2"
 *            4  int   length of the records
 *            8  int   number of records, at least 1
 *           12  long  lsn of the first record; those behind it have the next numbers
 *           20  int   checksum of the place and of the 20 bytes before
 *   records 24        each a transition (see Records)
 *   trailer           for each record: byte format of records, int length, int checksum, long run hash
 *                     int   number of records
 *                     int   length of the records
 *                     long  lsn of the first record
 *                     int   checksum of the place and of the trailer before
 *   place             long salt of the journal, long number of the segment, long offset of the frame
 * </pre>
 *
 * The place is not stored. It makes a frame valid only where it was written, so what a reused
 * segment held before, or what looks like a frame inside a record, is not taken for one.
 */
final class Frames {
  static final int MAGIC = 0x45536632;
  static final int HEADER_BYTES = 24;
  static final int LINE_BYTES = 1 + 4 + 4 + 8;
  static final int END_BYTES = 4 + 4 + 8 + 4;

  private Frames() {}

  /** Where a frame stands. */
  record Place(long salt, long segment, long offset) {
    Place at(long other) {
      return new Place(salt, segment, other);
    }

    private CRC32C crc() {
      CRC32C crc = new CRC32C();
      crc.update(ByteBuffer.allocate(24).putLong(salt).putLong(segment).putLong(offset).flip());
      return crc;
    }
  }

  /** A transition as bytes, with what the trailer says of it. */
  record Item(byte[] bytes, int crc, long hash) {
    static Item of(RunId run, byte[] bytes) {
      CRC32C crc = new CRC32C();
      crc.update(bytes);
      return new Item(bytes, (int) crc.getValue(), RunHash.of(run));
    }
  }

  /** A line of a trailer: where a record is, and what it should be. */
  record Line(int at, int length, int crc, long hash) {
    boolean isGood(ByteBuffer in) {
      CRC32C sum = new CRC32C();
      sum.update(in.duplicate().limit(at + length).position(at));
      return (int) sum.getValue() == crc;
    }
  }

  /** A header that is good. */
  record Header(int at, int length, int count, long lsn) {
    long end() {
      return (long) at + HEADER_BYTES + length + (long) count * LINE_BYTES + END_BYTES;
    }
  }

  /** A trailer that is good. */
  record Trailer(int at, long lsn, List<Line> lines, int end) {
    boolean isWhole(ByteBuffer in) {
      for (Line line : lines) {
        if (!line.isGood(in)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Returns the size of a frame with these records. */
  static long bytes(List<Item> items) {
    long size = HEADER_BYTES + END_BYTES;
    for (Item each : items) {
      size += LINE_BYTES + each.bytes.length;
    }
    return size;
  }

  /** Puts a frame into a buffer, from its position on. */
  static void put(ByteBuffer out, Place place, long lsn, List<Item> items) {
    int start = out.position();
    int length = 0;
    for (Item each : items) {
      length += each.bytes.length;
    }
    out.putInt(MAGIC).putInt(length).putInt(items.size()).putLong(lsn);
    out.putInt(crc(place, out, start, out.position()));
    for (Item each : items) {
      out.put(each.bytes);
    }
    int trailer = out.position();
    for (Item each : items) {
      out.put(Records.FORMAT).putInt(each.bytes.length).putInt(each.crc).putLong(each.hash);
    }
    out.putInt(items.size()).putInt(length).putLong(lsn);
    out.putInt(crc(place, out, trailer, out.position()));
  }

  private static int crc(Place place, ByteBuffer in, int from, int to) {
    CRC32C crc = place.crc();
    crc.update(in.duplicate().limit(to).position(from));
    return (int) crc.getValue();
  }

  /** Returns the header at a position, or null if there is no good one. */
  static @Nullable Header header(ByteBuffer in, Place segment, int at) {
    if (in.limit() - at < HEADER_BYTES
        || in.getInt(at) != MAGIC
        || in.getInt(at + 20) != crc(segment.at(at), in, at, at + 20)) {
      return null;
    }
    return new Header(at, in.getInt(at + 4), in.getInt(at + 8), in.getLong(at + 12));
  }

  /** Returns the trailer that ends at a position, or null if there is no good one. */
  static @Nullable Trailer trailer(ByteBuffer in, Place segment, int end) {
    if (end < HEADER_BYTES + LINE_BYTES + END_BYTES || end > in.limit()) {
      return null;
    }
    int count = in.getInt(end - END_BYTES);
    int length = in.getInt(end - END_BYTES + 4);
    long linesBytes = (long) count * LINE_BYTES;
    long start = end - END_BYTES - linesBytes - length - HEADER_BYTES;
    if (count < 1 || length < 0 || start < 0 || start > end) {
      return null;
    }
    int lines = (int) (end - END_BYTES - linesBytes);
    if (in.getInt(end - 4) != crc(segment.at(start), in, lines, end - 4)) {
      return null;
    }
    List<Line> found = new ArrayList<>(count);
    int at = (int) start + HEADER_BYTES;
    for (int i = 0; i < count; i++) {
      int line = lines + i * LINE_BYTES;
      int size = in.getInt(line + 1);
      if (in.get(line) != Records.FORMAT || size < 0 || size > lines - at) {
        return null;
      }
      found.add(new Line(at, size, in.getInt(line + 5), in.getLong(line + 9)));
      at += size;
    }
    return new Trailer((int) start, in.getLong(end - END_BYTES + 8), found, end);
  }

  /** Returns the trailer of the whole and good frame at a position, or null if there is none. */
  static @Nullable Trailer frame(ByteBuffer in, Place segment, int at) {
    Header header = header(in, segment, at);
    if (header == null || header.end() > in.limit()) {
      return null;
    }
    Trailer trailer = trailer(in, segment, (int) header.end());
    return trailer != null && trailer.at() == at && trailer.isWhole(in) ? trailer : null;
  }
}

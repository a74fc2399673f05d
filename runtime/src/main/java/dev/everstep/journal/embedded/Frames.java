package dev.everstep.journal.embedded;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The unit of writing, syncing and atomicity in the log, big-endian.
 *
 * <pre>
 *   0   int   magic "ESfr"
 *   4   int   length of the records in bytes
 *   8   int   CRC32C of the length and of all from 12 on
 *   12  int   number of records, at least 1
 *   16  long  lsn of the first record; those behind it have the next numbers
 *   24        records, each: int length, transition (see Records)
 * </pre>
 */
final class Frames {
  static final int MAGIC = 0x45536672;
  static final int HEADER_BYTES = 24;
  static final int RECORD_HEADER_BYTES = 4;

  private Frames() {}

  /** Returns the size of a frame with these records. */
  static long bytes(List<byte[]> records) {
    long size = HEADER_BYTES;
    for (byte[] each : records) {
      size += RECORD_HEADER_BYTES + each.length;
    }
    return size;
  }

  /** Puts a frame into a buffer, from its position on. */
  static void put(ByteBuffer out, long lsn, List<byte[]> records) {
    int start = out.position();
    int length = (int) bytes(records) - HEADER_BYTES;
    out.putInt(MAGIC).putInt(length).putInt(0).putInt(records.size()).putLong(lsn);
    for (byte[] each : records) {
      out.putInt(each.length).put(each);
    }
    out.putInt(start + 8, crc(out, start, length));
  }

  /** Returns whether a whole frame stands at a position. */
  static boolean isValid(ByteBuffer in, int at) {
    if (in.limit() - at < HEADER_BYTES || in.getInt(at) != MAGIC) {
      return false;
    }
    int length = in.getInt(at + 4);
    return length >= 0
        && length <= in.limit() - at - HEADER_BYTES
        && in.getInt(at + 12) > 0
        && in.getInt(at + 8) == crc(in, at, length);
  }

  /** Returns where the valid frame at a position ends. */
  static int end(ByteBuffer in, int at) {
    return at + HEADER_BYTES + in.getInt(at + 4);
  }

  static int count(ByteBuffer in, int at) {
    return in.getInt(at + 12);
  }

  static long lsn(ByteBuffer in, int at) {
    return in.getLong(at + 16);
  }

  private static int crc(ByteBuffer in, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(in.duplicate().limit(at + 8).position(at + 4));
    crc.update(in.duplicate().limit(at + HEADER_BYTES + length).position(at + 12));
    return (int) crc.getValue();
  }
}

package dev.everstep.journal.mapdb;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a table's file says of itself behind its pages; written twice, since without it nothing of
 * the file can be read. A damaged first copy does no harm. If the second is damaged, the pages tell
 * where the first begins.
 *
 * <pre>
 *   copy   int  length of a copy
 *          int  length of the pages in bytes
 *          int  number of members of the filter
 *          int * blocks of pages and parity   CRC32C of each
 *          int  number of longs, longs        the filter
 *          int  CRC32C of all before
 *          int  length of a copy
 *          long "ESTABLE2"
 * </pre>
 */
record Footer(int pageBytes, int members, int[] checks, Filter filter) {
  static final long MAGIC = 0x4553544142_4c4532L;
  private static final int END_BYTES = 4 + 4 + 8;
  private static final int PAGE_COUNT_OFFSET =
      24; // in MapDB's header, at the beginning of the file

  ByteBuffer bytes() {
    int length = 12 + checks.length * 4 + 4 + filter.words() * 8 + END_BYTES;
    ByteBuffer out = ByteBuffer.allocate(length);
    out.putInt(length).putInt(pageBytes).putInt(members);
    for (int check : checks) {
      out.putInt(check);
    }
    out.putInt(filter.words());
    filter.put(out);
    CRC32C crc = new CRC32C();
    crc.update(out.array(), 0, out.position());
    out.putInt((int) crc.getValue()).putInt(length).putLong(MAGIC);
    return out.flip();
  }

  /**
   * Reads the footer of a file.
   *
   * @throws DamagedTableException if neither copy is good
   */
  static Footer read(ByteBuffer file) {
    int end = file.limit();
    if (end >= END_BYTES && file.getLong(end - 8) == MAGIC) {
      Footer last = at(file, end - (long) file.getInt(end - 12), end);
      if (last != null) {
        return last;
      }
    }
    if (end >= TableWriter.PAGE_BYTES) {
      long pages = (file.getLong(PAGE_COUNT_OFFSET) + 1) * TableWriter.PAGE_BYTES;
      long from = pages + pages / Blocks.PAGE_BLOCKS;
      if (pages > 0 && from > 0 && from + 4 <= end) {
        Footer first = at(file, from, from + file.getInt((int) from));
        if (first != null) {
          return first;
        }
      }
    }
    throw new DamagedTableException("no footer, length=" + end);
  }

  private static @Nullable Footer at(ByteBuffer file, long from, long end) {
    long length = end - from;
    if (from < 0 || length < 12 + END_BYTES || end > file.limit()) {
      return null;
    }
    ByteBuffer in = file.duplicate().limit((int) end).position((int) from);
    CRC32C crc = new CRC32C();
    crc.update(file.duplicate().limit((int) end - END_BYTES).position((int) from));
    if (in.getInt() != length || (int) crc.getValue() != file.getInt((int) end - END_BYTES)) {
      return null;
    }
    int pageBytes = in.getInt();
    int members = in.getInt();
    int[] checks = new int[Blocks.count(pageBytes)];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = in.getInt();
    }
    int words = in.getInt();
    return new Footer(pageBytes, members, checks, new Filter(file, in.position(), words));
  }
}

package dev.everstep.journal.mapdb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * The pages of a table in blocks of 16 KB, each with a CRC32C, and for each page a block of parity:
 * the exclusive or of the page's 64 blocks. MapDB's formats check nothing, so a block is compared
 * with its checksum before it is used for the first time; if one block of a page is damaged, its
 * bytes are worked out from the others. Thread-safe.
 */
final class Blocks {
  static final int BLOCK_BYTES = 16 * 1024;
  static final int PAGE_BLOCKS = TableWriter.PAGE_BYTES / BLOCK_BYTES;

  private final ByteBuffer file;
  private final int pageBytes;
  private final int[] expected;
  private final LongConsumer repairs;
  private final AtomicIntegerArray seen;
  private final ConcurrentMap<Integer, ByteBuffer> repaired = new ConcurrentHashMap<>();

  /**
   * @param file pages, then parity
   * @param pageBytes the length of the pages, a multiple of the size of a page
   * @param expected a checksum for each block of the pages, then for each block of parity
   * @param repairs is told the offset of each block that had to be worked out, once
   */
  Blocks(ByteBuffer file, int pageBytes, int[] expected, LongConsumer repairs) {
    this.file = file;
    this.pageBytes = pageBytes;
    this.expected = expected;
    this.repairs = repairs;
    this.seen = new AtomicIntegerArray((expected.length + 31) / 32);
  }

  /** Returns how many blocks, those of parity included, belong to pages of this length. */
  static int count(int pageBytes) {
    return pageBytes / BLOCK_BYTES + pageBytes / TableWriter.PAGE_BYTES;
  }

  /** Returns the parity of all pages. */
  static ByteBuffer parity(ByteBuffer file, int pageBytes) {
    ByteBuffer parity = ByteBuffer.allocate(pageBytes / PAGE_BLOCKS);
    for (int block = 0; block < pageBytes / BLOCK_BYTES; block++) {
      xor(file, block * BLOCK_BYTES, parity, block / PAGE_BLOCKS * BLOCK_BYTES);
    }
    return parity;
  }

  private static void xor(ByteBuffer from, int at, ByteBuffer into, int to) {
    for (int i = 0; i < BLOCK_BYTES; i += 8) {
      into.putLong(to + i, into.getLong(to + i) ^ from.getLong(at + i));
    }
  }

  static int crc(ByteBuffer bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().limit(from + BLOCK_BYTES).position(from));
    return (int) crc.getValue();
  }

  /** Returns how many bytes can be read. */
  int length() {
    return pageBytes;
  }

  /**
   * Copies bytes out.
   *
   * @throws DamagedTableException if they cannot be had, or are not in the pages
   */
  void read(long offset, byte[] target, int from, int size) {
    if (offset < 0 || size < 0 || offset + size > pageBytes) {
      throw new DamagedTableException("offset=" + offset + ", length=" + size + " of " + pageBytes);
    }
    int at = (int) offset;
    int copied = 0;
    while (copied < size) {
      int block = at / BLOCK_BYTES;
      int part = Math.min(size - copied, (block + 1) * BLOCK_BYTES - at);
      ByteBuffer source = block(block);
      source.get(source == file ? at : at % BLOCK_BYTES, target, from + copied, part);
      at += part;
      copied += part;
    }
  }

  /** Returns the file if the block is good in there, else the block alone. */
  private ByteBuffer block(int block) {
    int bit = 1 << (block & 31);
    if ((seen.get(block >>> 5) & bit) != 0) {
      return repaired.getOrDefault(block, file);
    }
    if (isGood(block)) {
      seen.accumulateAndGet(block >>> 5, bit, (a, b) -> a | b);
      return file;
    }
    ByteBuffer bytes = restore(block);
    if (repaired.putIfAbsent(block, bytes) == null) {
      repairs.accept((long) block * BLOCK_BYTES);
    }
    seen.accumulateAndGet(block >>> 5, bit, (a, b) -> a | b);
    return bytes;
  }

  private boolean isGood(int block) {
    return crc(file, block * BLOCK_BYTES) == expected[block];
  }

  private ByteBuffer restore(int damaged) {
    int page = damaged / PAGE_BLOCKS;
    int parity = pageBytes / BLOCK_BYTES + page;
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
    boolean possible = isGood(parity);
    xor(file, parity * BLOCK_BYTES, bytes, 0);
    for (int each = page * PAGE_BLOCKS; possible && each < (page + 1) * PAGE_BLOCKS; each++) {
      if (each != damaged) {
        possible = isGood(each);
        xor(file, each * BLOCK_BYTES, bytes, 0);
      }
    }
    if (!possible || crc(bytes, 0) != expected[damaged]) {
      throw new DamagedTableException(
          "checksum, offset=" + (long) damaged * BLOCK_BYTES + ", and more in the same page");
    }
    return bytes;
  }

  /**
   * Returns the offsets of all blocks, those of parity too, whose bytes are not what was written.
   */
  long[] damaged() {
    long[] offsets = new long[expected.length];
    int count = 0;
    for (int block = 0; block < expected.length; block++) {
      if (!isGood(block)) {
        offsets[count++] = (long) block * BLOCK_BYTES;
      }
    }
    return Arrays.copyOf(offsets, count);
  }
}

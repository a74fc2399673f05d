package dev.everstep.journal.mapdb;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.zip.CRC32C;

/**
 * The CRC32C of each 16 KB block of a table, compared when a block is read for the first time.
 * Thread-safe.
 */
final class BlockChecks {
  static final int BLOCK_BYTES = 16 * 1024;

  private final ByteBuffer file;
  private final int bytes;
  private final int[] expected;
  private final AtomicIntegerArray seen;

  BlockChecks(ByteBuffer file, int bytes, int[] expected) {
    this.file = file;
    this.bytes = bytes;
    this.expected = expected;
    this.seen = new AtomicIntegerArray((expected.length + 31) / 32);
  }

  /** Computes the checks of the first {@code bytes} bytes of a file. */
  static int[] compute(ByteBuffer file, int bytes) {
    int[] checks = new int[blocks(bytes)];
    for (int block = 0; block < checks.length; block++) {
      checks[block] = crc(file, bytes, block);
    }
    return checks;
  }

  static int blocks(int bytes) {
    return (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES;
  }

  /**
   * Checks the blocks that a range touches.
   *
   * @throws DamagedTableException if one is damaged, or the range is not in the file
   */
  void check(long offset, long length) {
    if (offset < 0 || length < 0 || offset + length > bytes) {
      throw new DamagedTableException("offset=" + offset + ", length=" + length + " of " + bytes);
    }
    int last = (int) ((offset + Math.max(length, 1) - 1) / BLOCK_BYTES);
    for (int block = (int) (offset / BLOCK_BYTES); block <= last; block++) {
      int bit = 1 << (block & 31);
      if ((seen.get(block >>> 5) & bit) == 0) {
        if (crc(file, bytes, block) != expected[block]) {
          throw new DamagedTableException("checksum, offset=" + (long) block * BLOCK_BYTES);
        }
        seen.accumulateAndGet(block >>> 5, bit, (a, b) -> a | b);
      }
    }
  }

  private static int crc(ByteBuffer file, int bytes, int block) {
    int from = block * BLOCK_BYTES;
    CRC32C crc = new CRC32C();
    crc.update(file.duplicate().position(from).limit(Math.min(bytes, from + BLOCK_BYTES)));
    return (int) crc.getValue();
  }
}

package dev.everstep.journal.mapdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;

/**
 * Writes a table. Confined to one thread.
 *
 * <pre>
 *   file    pages of a SortedTableMap (1 MB each; keys BYTE_ARRAY_DELTA, values BYTE_ARRAY, 4 to a node)
 *           int * blocks       CRC32C of each 16 KB of the pages
 *           int                length of the pages in bytes
 *           int                CRC32C of the two fields above
 *           long               "ESTABLE1"
 *   entry   a value above 200 KB is kept in parts, since a node must fit in a page:
 *           key + short part   ->  int parts, bytes   (part 0)
 *                                  bytes              (parts 1 and up)
 * </pre>
 */
public final class TableWriter {
  static final long MAGIC = 0x455354_41424c4531L;
  static final int PART_BYTES = 200_000;
  private static final int NODE_ENTRIES = 4;
  private static final int PAGE_BYTES = 1 << 20;

  /** Where a table goes. */
  public interface Output {
    /** Writes all of {@code bytes}. */
    void write(long offset, ByteBuffer bytes) throws IOException;

    /** Returns what was written so far, readable at absolute positions. */
    ByteBuffer map() throws IOException;
  }

  private final Output output;
  private final SortedTableMap.Sink<byte[], byte[]> sink;
  private byte @Nullable [] lastKey;

  /** Begins a table. */
  public TableWriter(Output output) {
    this.output = output;
    this.sink =
        SortedTableMap.create(
                new TableVolume(output), Serializer.BYTE_ARRAY_DELTA, Serializer.BYTE_ARRAY)
            .pageSize(PAGE_BYTES)
            .nodeSize(NODE_ENTRIES)
            .createFromSink();
  }

  /**
   * Adds an entry.
   *
   * @param key greater than all before it, byte by byte without sign, and not the beginning of
   *     another key
   * @throws IOException if it cannot be written
   */
  public void put(byte[] key, byte[] value) throws IOException {
    if (lastKey != null && Arrays.compareUnsigned(lastKey, key) >= 0) {
      throw new IllegalArgumentException("keys out of order");
    }
    lastKey = key;
    int parts = Math.max(1, (value.length + PART_BYTES - 1) / PART_BYTES);
    try {
      for (int part = 0; part < parts; part++) {
        int from = part * PART_BYTES;
        int size = Math.min(PART_BYTES, value.length - from);
        ByteBuffer bytes = ByteBuffer.allocate(size + (part == 0 ? 4 : 0));
        if (part == 0) {
          bytes.putInt(parts);
        }
        sink.put(partKey(key, part), bytes.put(value, from, size).array());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static byte[] partKey(byte[] key, int part) {
    byte[] full = Arrays.copyOf(key, key.length + 2);
    full[key.length] = (byte) (part >>> 8);
    full[key.length + 1] = (byte) part;
    return full;
  }

  /**
   * Writes what is left; the caller syncs the file.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    try {
      sink.create();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    ByteBuffer file = output.map();
    int bytes = file.limit();
    int[] checks = BlockChecks.compute(file, bytes);
    ByteBuffer footer = ByteBuffer.allocate(checks.length * 4 + 16);
    for (int check : checks) {
      footer.putInt(check);
    }
    footer.putInt(bytes);
    CRC32C crc = new CRC32C();
    crc.update(footer.array(), 0, footer.position());
    footer.putInt((int) crc.getValue()).putLong(MAGIC).flip();
    output.write(bytes, footer);
  }
}

package dev.everstep.journal.mapdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;

/**
 * Writes a table. Confined to one thread.
 *
 * <pre>
 *   file    pages of a SortedTableMap, 1 MB each; keys BYTE_ARRAY_DELTA, values BYTE_ARRAY, 4 to a node
 *           16 KB of parity for each page (see Blocks)
 *           the footer, twice (see Footer)
 *   entry   a value above 200 KB is kept in parts, since a node must fit in a page:
 *           key + short part   ->  int parts, bytes   (part 0)
 *                                  bytes              (parts 1 and up)
 * </pre>
 */
public final class TableWriter {
  static final int PAGE_BYTES = 1 << 20;
  private static final int PART_BYTES = 200_000;
  private static final int NODE_ENTRIES = 4;
  static final int MAPDB_HEADER_BYTES = 64;

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
  private long[] hashes = new long[64];
  private int members;

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

  /** Adds a hash to what {@link Table#mayContain} knows. */
  public void add(long hash) {
    if (members == hashes.length) {
      hashes = Arrays.copyOf(hashes, members * 2);
    }
    hashes[members++] = hash;
  }

  /** Returns whether nothing was put: such a table cannot be finished. */
  public boolean isEmpty() {
    return lastKey == null;
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
    int pageBytes = file.limit();
    ByteBuffer parity = Blocks.parity(file, pageBytes);
    int[] checks = new int[Blocks.count(pageBytes)];
    int pageBlocks = pageBytes / Blocks.BLOCK_BYTES;
    for (int block = 0; block < checks.length; block++) {
      boolean isParity = block >= pageBlocks;
      int at = (isParity ? block - pageBlocks : block) * Blocks.BLOCK_BYTES;
      checks[block] = Blocks.crc(isParity ? parity : file, at);
    }
    Footer footer = new Footer(pageBytes, members, checks, Filter.of(hashes, members));
    ByteBuffer copy = footer.bytes();
    int copyBytes = copy.remaining();
    output.write(pageBytes, parity.duplicate());
    output.write(pageBytes + parity.limit(), copy.duplicate());
    output.write(pageBytes + parity.limit() + copyBytes, copy);
  }
}

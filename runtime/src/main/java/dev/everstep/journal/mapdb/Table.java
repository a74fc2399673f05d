package dev.everstep.journal.mapdb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;

/**
 * An immutable sorted table. Thread-safe; reads no file but the mapped one, so an interrupt does no
 * harm. Every read throws {@link DamagedTableException} if what it needs is damaged.
 */
public final class Table {
  private final SortedTableMap<byte[], byte[]> map;

  private Table(SortedTableMap<byte[], byte[]> map) {
    this.map = map;
  }

  /**
   * Opens a table; reads the beginning of each page, not the whole.
   *
   * @param file the whole file
   * @throws DamagedTableException if its frame is damaged
   */
  public static Table open(ByteBuffer file) {
    int end = file.limit();
    if (end < 16 || file.getLong(end - 8) != TableWriter.MAGIC) {
      throw new DamagedTableException("no end mark, length=" + end);
    }
    int bytes = file.getInt(end - 16);
    if (bytes < 0 || (long) bytes + BlockChecks.blocks(bytes) * 4L + 16 != end) {
      throw new DamagedTableException("length=" + end + ", pages=" + bytes);
    }
    CRC32C crc = new CRC32C();
    crc.update(file.duplicate().position(bytes).limit(end - 12));
    if ((int) crc.getValue() != file.getInt(end - 12)) {
      throw new DamagedTableException("checksum of the footer, length=" + end);
    }
    int[] checks = new int[BlockChecks.blocks(bytes)];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = file.getInt(bytes + i * 4);
    }
    TableVolume volume = new TableVolume(file, bytes, new BlockChecks(file, bytes, checks));
    return new Table(
        SortedTableMap.open(volume, Serializer.BYTE_ARRAY_DELTA, Serializer.BYTE_ARRAY));
  }

  /** Returns the value of a key, or null. */
  public byte @Nullable [] get(byte[] key) {
    Iterator<Row> rows = from(key);
    if (!rows.hasNext()) {
      return null;
    }
    Row row = rows.next();
    return Arrays.equals(row.key(), key) ? row.value() : null;
  }

  /** Returns the greatest key at or below {@code key}, or null. */
  public byte @Nullable [] floorKey(byte[] key) {
    try {
      byte[] found = map.floorKey(TableWriter.partKey(key, 0xffff));
      return found == null ? null : Arrays.copyOf(found, found.length - 2);
    } catch (DBException | IndexOutOfBoundsException e) {
      throw new DamagedTableException("unreadable keys", e);
    }
  }

  /** Returns the rows from a key on, in order. */
  public Iterator<Row> from(byte[] key) {
    try {
      return new Rows(map.entryIterator(TableWriter.partKey(key, 0), true, null, false));
    } catch (DBException | IndexOutOfBoundsException e) {
      throw new DamagedTableException("unreadable keys", e);
    }
  }

  /**
   * An entry of a table; the arrays are the reader's own.
   *
   * @param key the key
   * @param value the value
   */
  public record Row(byte[] key, byte[] value) {}

  /** Puts parts together. */
  private static final class Rows implements Iterator<Row> {
    private final Iterator<Map.Entry<byte[], byte[]>> parts;

    Rows(Iterator<Map.Entry<byte[], byte[]>> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      return parts.hasNext();
    }

    @Override
    public Row next() {
      if (!parts.hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        Map.Entry<byte[], byte[]> first = parts.next();
        byte[] key = Arrays.copyOf(first.getKey(), first.getKey().length - 2);
        ByteBuffer head = ByteBuffer.wrap(first.getValue());
        int count = head.getInt();
        if (count == 1) {
          return new Row(key, Arrays.copyOfRange(first.getValue(), 4, first.getValue().length));
        }
        return new Row(key, join(key, head, count));
      } catch (DBException | IndexOutOfBoundsException | NoSuchElementException e) {
        throw new DamagedTableException("unreadable rows", e);
      }
    }

    private byte[] join(byte[] key, ByteBuffer head, int count) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.write(head.array(), 4, head.remaining());
      for (int part = 1; part < count; part++) {
        Map.Entry<byte[], byte[]> next = parts.next();
        if (!Arrays.equals(next.getKey(), TableWriter.partKey(key, part))) {
          throw new DamagedTableException("part " + part + " of " + count + " is missing");
        }
        whole.writeBytes(next.getValue());
      }
      return whole.toByteArray();
    }
  }
}

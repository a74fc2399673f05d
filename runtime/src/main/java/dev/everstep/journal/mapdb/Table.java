package dev.everstep.journal.mapdb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
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
  private final Footer footer;

  private Table(SortedTableMap<byte[], byte[]> map, Footer footer) {
    this.map = map;
    this.footer = footer;
  }

  /**
   * Opens a table; reads the beginning of each page, not the whole.
   *
   * @param file the whole file
   * @param repairs is told the offset of each block of 16 KB that is damaged, and whose bytes could
   *     be worked out from the others, when it is read for the first time
   * @throws DamagedTableException if its frame is damaged
   */
  public static Table open(ByteBuffer file, LongConsumer repairs) {
    Footer footer = Footer.read(file);
    Blocks blocks = new Blocks(file, footer.pageBytes(), footer.checks(), repairs);
    try {
      return new Table(
          SortedTableMap.open(
              new TableVolume(blocks), Serializer.BYTE_ARRAY_DELTA, Serializer.BYTE_ARRAY),
          footer);
    } catch (DBException | IndexOutOfBoundsException e) {
      throw new DamagedTableException("unreadable pages", e);
    }
  }

  /** Returns false if no writer was given this hash; if true, one very likely was. */
  public boolean mayContain(long hash) {
    return footer.filter().mayContain(hash);
  }

  /** Returns how many hashes the writer was given. */
  public int members() {
    return footer.members();
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

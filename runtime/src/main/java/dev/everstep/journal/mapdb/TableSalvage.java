package dev.everstep.journal.mapdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.mapdb.DataInput2;
import org.mapdb.Serializer;
import org.mapdb.serializer.GroupSerializer;

/**
 * Reads what can be read of a table that may be damaged: node by node, in order, without MapDB,
 * which needs the beginning of every page. A page consists of the number of its nodes, the places
 * of their keys and values, and those. Confined to one thread.
 */
public final class TableSalvage {
  private static final GroupSerializer<byte[]> KEYS = Serializer.BYTE_ARRAY_DELTA;
  private static final GroupSerializer<byte[]> VALUES = Serializer.BYTE_ARRAY;

  private final Footer footer;
  private final Blocks blocks;
  private final TableVolume volume;

  private TableSalvage(Footer footer, Blocks blocks) {
    this.footer = footer;
    this.blocks = blocks;
    this.volume = new TableVolume(blocks);
  }

  /** Takes a row. */
  public interface Sink {
    /** Takes a row, greater than those before. */
    void put(Table.Row row) throws IOException;
  }

  /**
   * Begins with a file.
   *
   * @throws DamagedTableException if nothing of it can be read
   */
  public static TableSalvage of(ByteBuffer file) {
    Footer footer = Footer.read(file);
    return new TableSalvage(
        footer, new Blocks(file, footer.pageBytes(), footer.checks(), offset -> {}));
  }

  /** Returns false if no writer was given this hash; if true, one very likely was. */
  public boolean mayContain(long hash) {
    return footer.filter().mayContain(hash);
  }

  /** Returns the offsets of damaged blocks of 16 KB, whether they can be worked out or not. */
  public long[] damagedBlocks() {
    return blocks.damaged();
  }

  /**
   * Passes on every row that can be read.
   *
   * @return whether those are all
   */
  public boolean read(Sink sink) throws IOException {
    boolean whole = true;
    Parts parts = new Parts(sink);
    for (int page = 0; page < footer.pageBytes() / TableWriter.PAGE_BYTES; page++) {
      long at = (long) page * TableWriter.PAGE_BYTES;
      long head = page == 0 ? TableWriter.MAPDB_HEADER_BYTES : at;
      int nodes;
      try {
        nodes = volume.getInt(head);
      } catch (DamagedTableException e) {
        whole = false;
        continue;
      }
      for (int node = 0; node < nodes; node++) {
        whole &= node(at, head, nodes, node, parts);
      }
    }
    return parts.end() && whole;
  }

  private boolean node(long page, long head, int nodes, int node, Parts parts) throws IOException {
    Object keys;
    Object values;
    int count;
    try {
      int from = place(head, node);
      DataInput2 in = volume.getDataInput(page + from, place(head, node + 1) - from);
      count = in.unpackInt();
      keys = KEYS.valueArrayDeserialize(in, count);
      from = place(head, nodes + node);
      int to = node == nodes - 1 ? TableWriter.PAGE_BYTES : place(head, nodes + node + 1);
      values = VALUES.valueArrayDeserialize(volume.getDataInput(page + from, to - from), count);
    } catch (DamagedTableException | DBException | IndexOutOfBoundsException e) {
      return false;
    }
    boolean whole = true;
    for (int i = 0; i < count; i++) {
      whole &= parts.add(KEYS.valueArrayGet(keys, i), VALUES.valueArrayGet(values, i));
    }
    return whole;
  }

  private int place(long head, int number) {
    return volume.getInt(head + 4 + 4L * number);
  }

  /** Puts the parts of large values together; a value of which one is missing is left out. */
  private static final class Parts {
    private final Sink sink;
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private byte @Nullable [] key;
    private int missing;
    private int next;

    Parts(Sink sink) {
      this.sink = sink;
    }

    /** Takes a part; returns false if that shows that one is missing. */
    boolean add(byte[] partKey, byte[] bytes) throws IOException {
      byte[] of = Arrays.copyOf(partKey, partKey.length - 2);
      int part = ByteBuffer.wrap(partKey).getShort(partKey.length - 2) & 0xffff;
      if (part == 0) {
        boolean whole = end();
        key = of;
        missing = ByteBuffer.wrap(bytes).getInt();
        next = 0;
        value.reset();
        value.write(bytes, 4, bytes.length - 4);
        taken();
        return whole;
      }
      if (key == null || part != next || !Arrays.equals(of, key)) {
        key = null;
        return false;
      }
      value.writeBytes(bytes);
      taken();
      return true;
    }

    private void taken() throws IOException {
      next++;
      missing--;
      if (missing == 0 && key != null) {
        sink.put(new Table.Row(key, value.toByteArray()));
        key = null;
      }
    }

    /** Returns whether no value has begun that has not ended. */
    boolean end() {
      return key == null;
    }
  }
}

package dev.everstep.journal.mapdb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.mapdb.DataInput2;
import org.mapdb.volume.Volume;

/** What MapDB takes for a file: writes go to an output, reads come from checked blocks. */
final class TableVolume extends Volume {
  private final TableWriter.@Nullable Output output;
  private final @Nullable Blocks blocks;
  private @Nullable ByteBuffer written;
  private long length;

  /** A volume to write; it can be read once it is synced. */
  TableVolume(TableWriter.Output output) {
    this.output = output;
    this.blocks = null;
  }

  /** A volume to read. */
  TableVolume(Blocks blocks) {
    this.output = null;
    this.blocks = blocks;
    this.length = blocks.length();
  }

  @Override
  public void ensureAvailable(long offset) {
    length = Math.max(length, offset);
  }

  @Override
  public void putData(long offset, byte[] source, int from, int size) {
    if (output == null) {
      throw readOnly();
    }
    try {
      output.write(offset, ByteBuffer.wrap(source, from, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    length = Math.max(length, offset + size);
  }

  @Override
  public void putLong(long offset, long value) {
    putData(offset, ByteBuffer.allocate(8).putLong(value).array(), 0, 8);
  }

  @Override
  public void putInt(long offset, int value) {
    putData(offset, ByteBuffer.allocate(4).putInt(value).array(), 0, 4);
  }

  @Override
  public void putByte(long offset, byte value) {
    putData(offset, new byte[] {value}, 0, 1);
  }

  @Override
  public void putData(long offset, ByteBuffer source) {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    putData(offset, bytes, 0, bytes.length);
  }

  @Override
  public void sync() {
    if (output != null) {
      try {
        written = output.map();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private ByteBuffer copy(long offset, int size) {
    byte[] bytes = new byte[size];
    getData(offset, bytes, 0, size);
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public long getLong(long offset) {
    return copy(offset, 8).getLong();
  }

  @Override
  public int getInt(long offset) {
    return copy(offset, 4).getInt();
  }

  @Override
  public byte getByte(long offset) {
    return copy(offset, 1).get();
  }

  @Override
  public DataInput2 getDataInput(long offset, int size) {
    byte[] bytes = new byte[size];
    getData(offset, bytes, 0, size);
    return new DataInput2.ByteArray(bytes);
  }

  @Override
  public void getData(long offset, byte[] target, int from, int size) {
    if (blocks != null) {
      blocks.read(offset, target, from, size);
    } else if (written != null) {
      written.get((int) offset, target, from, size);
    } else {
      throw new IllegalStateException("not written yet");
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isReadOnly() {
    return output == null;
  }

  @Override
  public void close() {
    // The owner of the buffer and of the output closes them.
  }

  @Override
  public void truncate(long size) {
    throw readOnly();
  }

  @Override
  public void clear(long from, long to) {
    throw readOnly();
  }

  @Override
  public int sliceSize() {
    return -1;
  }

  @Override
  public boolean isSliced() {
    return false;
  }

  @Override
  public @Nullable File getFile() {
    return null;
  }

  @Override
  public boolean getFileLocked() {
    return false;
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("a table does not change");
  }
}

package dev.everstep.codec;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory up to a limit: what is larger fails while it is written, not after. */
final class BoundedBytes extends OutputStream {
  private final ByteArrayBuilder bytes = new ByteArrayBuilder(256);
  private final int bytesMax;

  BoundedBytes(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public void write(int one) throws TooLarge {
    reserve(1);
    bytes.write(one);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws TooLarge {
    reserve(length);
    bytes.write(from, offset, length);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private void reserve(int length) throws TooLarge {
    if (length > bytesMax - bytes.size()) {
      throw new TooLarge();
    }
  }

  /** More bytes than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}

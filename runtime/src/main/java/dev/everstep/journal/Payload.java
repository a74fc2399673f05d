package dev.everstep.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Immutable bytes that the journal stores without looking inside: JSON in UTF-8, or pieces of it.
 */
public final class Payload {
  /** No bytes. */
  public static final Payload EMPTY = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns a payload over an array that the caller gives up: it must not be changed afterwards.
   */
  public static Payload wrap(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Payload(bytes);
  }

  /** Returns the UTF-8 bytes of a text. */
  public static Payload utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** Returns the bytes themselves, not a copy, for encoders: they must not be changed. */
  public byte[] array() {
    return bytes;
  }

  /** Returns a stream over the bytes. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** Returns the bytes decoded as UTF-8. */
  public String utf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return utf8();
  }
}

package dev.everstep.pieces;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.UnreadableValueException;
import dev.everstep.journal.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Bytes as items; what {@link Encoding} wrote. Confined to one thread. */
final class Decoding {
  private final RunId run;
  private final ByteBuffer in;

  Decoding(RunId run, byte[] document) {
    this(run, ByteBuffer.wrap(document));
  }

  /** Reads items from a buffer's position to its limit. */
  Decoding(RunId run, ByteBuffer in) {
    this.run = run;
    this.in = in;
  }

  /** Returns whether a stored document is JSON as it is: no format number is that high. */
  static boolean isJson(Payload stored) {
    return stored.length() == 0 || stored.array()[0] >= ' ';
  }

  /**
   * Reads what stands before a document's items, and ends where they do; returns the length of the
   * JSON.
   */
  int header() {
    int format = in.get();
    if (format != Encoding.FORMAT) {
      throw new UnreadableValueException(
          ErrorCode.ES406,
          "document",
          "document",
          "a stored document cannot be read: run="
              + run
              + ", format="
              + format
              + ", known="
              + Encoding.FORMAT
              + ". Deploy the version that wrote it, or a later one.",
          null);
    }
    int length = (int) number(Integer.MAX_VALUE);
    int items = (int) number(in.remaining());
    if (items > in.remaining()) {
      throw damaged(run, "items=" + items + " bytes, found=" + in.remaining());
    }
    in.limit(in.position() + items);
    return length;
  }

  /** Reads the items up to the end. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    while (in.hasRemaining()) {
      long header = number(Long.MAX_VALUE);
      int length = (int) Math.min(Integer.MAX_VALUE, header >>> 2);
      int kind = (int) header & 3;
      if (kind == Encoding.LITERAL) {
        if (length > in.remaining()) {
          throw damaged(run, "length=" + length + ", found=" + in.remaining() + " bytes");
        }
        int from = in.position();
        items.add(new Item.Literal(in.array(), from, from + length, null));
        in.position(from + length);
        continue;
      }
      Place place = new Place(number(Long.MAX_VALUE), (int) number(Integer.MAX_VALUE));
      switch (kind) {
        case Encoding.REFERENCE -> items.add(new Item.Reference(length, place, 0));
        case Encoding.SUBLIST -> items.add(new Item.Sublist(length, place, 0));
        default -> throw damaged(run, "kind=" + kind);
      }
    }
    return items;
  }

  private long number(long max) {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (!in.hasRemaining()) {
        throw damaged(run, "it ends within a number");
      }
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        if (value > max) {
          throw damaged(run, "number=" + value + ", limit=" + max);
        }
        return value;
      }
    }
    throw damaged(run, "a number of more than 63 bits");
  }

  /** A document that no version wrote: its bytes, or those it refers to, are not what they were. */
  static UnreadableValueException damaged(RunId run, String found) {
    return new UnreadableValueException(
        ErrorCode.ES406,
        "document",
        "document",
        "a stored document refers to bytes that are not there: run="
            + run
            + ", "
            + found
            + ". Restore the data directory from a backup; other runs can be used.",
        null);
  }
}

package dev.everstep.pieces;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Items as bytes. Confined to one thread. */
final class Encoding {
  static final int FORMAT = 1;
  static final int LITERAL = 0;
  static final int REFERENCE = 1;
  static final int SUBLIST = 2;

  private final ByteArrayOutputStream out;
  private final ObjIntConsumer<Item> placed;

  private Encoding(int size, ObjIntConsumer<Item> placed) {
    this.out = new ByteArrayOutputStream(size);
    this.placed = placed;
  }

  /** Returns items without what stands around them in a document. */
  static byte[] list(List<Item> items) {
    Encoding encoding = new Encoding(128, (item, offset) -> {});
    encoding.put(items);
    return encoding.out.toByteArray();
  }

  /**
   * Returns a document that keeps nothing.
   *
   * @param length of the JSON
   * @param placed is told where the bytes of each literal and of each group begin
   */
  static byte[] document(int length, List<Item> items, ObjIntConsumer<Item> placed) {
    List<Placed> found = new ArrayList<>();
    Encoding encoding =
        new Encoding(
            Math.min(length, 4_096), (item, offset) -> found.add(new Placed(item, offset)));
    encoding.put(items);
    Encoding document = new Encoding(encoding.out.size() + 16, placed);
    document.out.write(FORMAT);
    document.number(length);
    document.number(encoding.out.size());
    int begin = document.out.size();
    found.forEach(each -> placed.accept(each.item(), begin + each.offset()));
    document.out.writeBytes(encoding.out.toByteArray());
    return document.out.toByteArray();
  }

  private record Placed(Item item, int offset) {}

  private void put(List<Item> items) {
    for (int i = 0; i < items.size(); ) {
      int end = i;
      while (end < items.size() && items.get(end) instanceof Item.Literal) {
        end++;
      }
      if (end == i) {
        put(items.get(i++));
      } else {
        literals(items.subList(i, end));
        i = end;
      }
    }
  }

  // As one, so that whoever refers to neighbours needs one reference.
  private void literals(List<Item> items) {
    long length = 0;
    for (Item item : items) {
      length += ((Item.Literal) item).length();
    }
    number(length << 2 | LITERAL);
    for (Item item : items) {
      Item.Literal literal = (Item.Literal) item;
      placed.accept(literal, out.size());
      out.write(literal.source(), literal.from(), literal.length());
    }
  }

  private void put(Item item) {
    if (item instanceof Item.Reference reference) {
      elsewhere(reference.length(), REFERENCE, reference.place());
    } else if (item instanceof Item.Sublist list) {
      elsewhere(list.length(), SUBLIST, list.place());
    } else if (item instanceof Item.Group group) {
      placed.accept(group, out.size());
      Piece encoded = group.encoded();
      out.write(encoded.bytes(), encoded.from(), encoded.length());
    } else {
      throw new AssertionError("unhandled: " + item);
    }
  }

  private void elsewhere(int length, int kind, Place place) {
    number((long) length << 2 | kind);
    number(place.seq());
    number(place.offset());
  }

  private void number(long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}

package dev.everstep.pieces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Puts references that stand together into groups, these into groups of groups, and so on, such
 * that a change touches one group of each level only: a group ends where the content of a reference
 * says so.
 */
final class Grouping {
  private static final int ITEMS_MIN = 6;
  private static final int ITEMS_MAX = 64;
  private static final int END_MASK = 3;

  private Grouping() {}

  /**
   * Returns the same items, fewer.
   *
   * @param stored returns a {@link Item.Sublist} for encoded items that are stored, else a {@link
   *     Item.Group}
   */
  static List<Item> group(List<Item> items, Function<Item.Group, Item> stored) {
    List<Item> level = level(items, true, stored);
    List<Item> below = items;
    while (level.size() < below.size()) {
      below = level;
      level = level(below, false, stored);
    }
    return level;
  }

  private static List<Item> level(
      List<Item> items, boolean lowest, Function<Item.Group, Item> stored) {
    List<Item> out = new ArrayList<>();
    List<Item> open = new ArrayList<>();
    for (Item item : items) {
      if (!mayBeIn(item, lowest)) {
        out.addAll(open);
        open.clear();
        out.add(item);
        continue;
      }
      open.add(item);
      if (open.size() >= ITEMS_MAX || open.size() >= ITEMS_MIN && ends(item)) {
        Piece encoded = piece(open);
        out.add(stored.apply(new Item.Group(List.copyOf(open), encoded)));
        open.clear();
      }
    }
    out.addAll(open);
    return out;
  }

  private static Piece piece(List<Item> items) {
    byte[] encoded = Encoding.list(items);
    return new Piece(encoded, 0, encoded.length);
  }

  // Text that is not stored elsewhere yet will be soon, or change.
  private static boolean mayBeIn(Item item, boolean lowest) {
    if (!lowest) {
      return item instanceof Item.Sublist;
    }
    return item instanceof Item.Reference
        || item instanceof Item.Literal literal && literal.piece() == null;
  }

  private static boolean ends(Item item) {
    if (item instanceof Item.Reference reference) {
      return (reference.hash() & END_MASK) == 0;
    }
    return item instanceof Item.Sublist list && (list.hash() & END_MASK) == 0;
  }
}

package dev.everstep.pieces;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a document; its stored form is in the package's description. */
sealed interface Item {

  /**
   * Text in place.
   *
   * @param piece what can be referred to once it is stored; null for a stretch that is too short
   */
  record Literal(byte[] source, int from, int to, @Nullable Piece piece) implements Item {
    int length() {
      return to - from;
    }
  }

  /**
   * Text elsewhere.
   *
   * @param hash of the content of its last piece
   */
  record Reference(int length, Place place, long hash) implements Item {}

  /**
   * Items elsewhere.
   *
   * @param length of the items, encoded
   * @param hash of their encoded form
   */
  record Sublist(int length, Place place, long hash) implements Item {}

  /**
   * Items in place that can be referred to once they are stored.
   *
   * @param encoded their stored form
   */
  record Group(List<Item> items, Piece encoded) implements Item {}
}

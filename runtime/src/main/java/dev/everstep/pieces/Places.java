package dev.everstep.pieces;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the pieces of a run's state are stored: what the next transition can refer to. It belongs
 * to one durable head, and is of use to the transition that follows that head and to no other.
 * Immutable.
 *
 * <p>Nothing is lost with it: without one, pieces are stored anew.
 */
public final class Places {
  /** Nothing is known: of a run that begins, or whose state is small. */
  public static final Places NONE = new Places(Map.of(), Map.of());

  private final Map<Piece, Place> texts;
  private final Map<Piece, Place> lists;

  /** Takes maps over; {@link Place#HEAD} stands for what only the head has. */
  Places(Map<Piece, Place> texts, Map<Piece, Place> lists) {
    this.texts = Collections.unmodifiableMap(texts);
    this.lists = Collections.unmodifiableMap(lists);
  }

  /** Returns where a stretch of JSON is; null if it is nowhere. */
  @Nullable Place text(Piece piece) {
    return texts.get(piece);
  }

  /** Returns where encoded items are; null if they are nowhere. */
  @Nullable Place list(Piece items) {
    return lists.get(items);
  }

  /** Returns how many pieces are known. */
  int size() {
    return texts.size() + lists.size();
  }
}

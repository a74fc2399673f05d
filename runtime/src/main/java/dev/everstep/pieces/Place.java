package dev.everstep.pieces;

/**
 * Where bytes of a run are stored.
 *
 * @param seq the entry
 * @param offset where they begin in the entry's stored body
 */
record Place(long seq, int offset) {
  /** In the run's head, which the next transition replaces: nothing can refer to it. */
  static final Place HEAD = new Place(-1, 0);

  boolean isKept() {
    return this != HEAD;
  }

  Place plus(int bytes) {
    return new Place(seq, offset + bytes);
  }
}

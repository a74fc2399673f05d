package dev.everstep.processor.differential.world;

/** An enum with a constant that has a body. */
public enum Color {
  RED,
  GREEN,
  BLUE {
    @Override
    public int weight() {
      return 7;
    }
  };

  /** Returns a number that depends on the constant. */
  public int weight() {
    return ordinal();
  }
}

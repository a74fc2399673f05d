package dev.everstep.processor.model;

/** A place that jumps go to, known before there are blocks. Compared by identity. */
public final class Label {
  private final String name;

  /** Creates a label; the name is for people. */
  public Label(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}

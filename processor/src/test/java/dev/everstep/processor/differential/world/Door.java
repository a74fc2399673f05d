package dev.everstep.processor.differential.world;

/**
 * A resource that is all data.
 *
 * @param stuck whether it cannot be closed
 */
public record Door(String name, boolean stuck) implements AutoCloseable {

  /** Opens a door; fails on an empty name. */
  public static Door open(String name) {
    Effects.log("open " + name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    return new Door(name, name.startsWith("stuck"));
  }

  @Override
  public void close() throws RefusedException {
    Effects.log("close " + name);
    if (stuck) {
      throw new RefusedException("stuck " + name, 1);
    }
  }
}

package dev.everstep.verify.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method.
 *
 * @param access the flags of the class file
 * @param line its first line; 0 if it is not known
 * @param waiver its {@code @Deterministic}; null if it has none
 * @param migrates whether it has {@code @Migrates}
 * @param ops what it does, in the order of its bytecode; what refers to another operation does so
 *     by its place in this list
 */
public record MethodSummary(
    String name,
    String descriptor,
    int access,
    int line,
    @Nullable Waiver waiver,
    boolean migrates,
    List<Op> ops) {
  /** Copies the list. */
  public MethodSummary {
    ops = List.copyOf(ops);
  }

  /** Returns what tells it apart from the others of its class. */
  public String key() {
    return name + descriptor;
  }
}

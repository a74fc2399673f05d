package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Variable;
import org.jspecify.annotations.Nullable;

/** One statement of a block. */
public sealed interface Item {
  /** Returns the line of the user's statement that it belongs to, from 1. */
  int line();

  /**
   * A statement as it stands.
   *
   * @param assigns the variable that it certainly assigns after all it reads
   * @param line of the user's statement
   */
  record Run(Code code, @Nullable Variable assigns, int line) implements Item {}

  /**
   * {@code variable = value;}, or its declaration.
   *
   * @param declares whether it is where the variable begins
   * @param value null for a declaration alone
   * @param line of the user's statement
   */
  record Set(Variable variable, @Nullable Code value, boolean declares, int line) implements Item {}
}

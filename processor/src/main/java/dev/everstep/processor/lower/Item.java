package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Variable;
import org.jspecify.annotations.Nullable;

/** One statement of a block. */
public sealed interface Item {

  /**
   * A statement as it stands.
   *
   * @param assigns the variable that it certainly assigns after all it reads
   */
  record Run(Code code, @Nullable Variable assigns) implements Item {}

  /**
   * {@code variable = value;}, or its declaration.
   *
   * @param declares whether it is where the variable begins
   * @param value null for a declaration alone
   */
  record Set(Variable variable, @Nullable Code value, boolean declares) implements Item {}
}

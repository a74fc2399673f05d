package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.List;

/** How a block ends. */
public sealed interface Terminator {

  /** Goes on with a block. */
  record Goto(Block to) implements Terminator {}

  /** Goes on with one of two blocks. */
  record Branch(Code condition, Block yes, Block no) implements Terminator {}

  /** Suspends; {@code resume} goes on. */
  record Suspend(Site site, List<Code> arguments, Block resume) implements Terminator {
    /** Copies the list. */
    public Suspend {
      arguments = List.copyOf(arguments);
    }
  }

  /** Goes on with the block of the first choice that fits, as a Java switch does. */
  record Dispatch(Code selector, List<Choice> choices) implements Terminator {
    /** Copies the list. */
    public Dispatch {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A case of a {@link Dispatch}.
   *
   * @param label as in Java, without arrow
   * @param bindings that the label declares by their names, to be kept for the block
   */
  record Choice(Code label, List<Variable> bindings, Block to) {
    /** Copies the list. */
    public Choice {
      bindings = List.copyOf(bindings);
    }
  }

  /** Nothing: the last statement returns, throws, jumps or loops for ever. */
  record Never() implements Terminator {}
}

package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Site;
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

  /** Nothing: the last statement returns, throws, jumps or loops for ever. */
  record Never() implements Terminator {}
}

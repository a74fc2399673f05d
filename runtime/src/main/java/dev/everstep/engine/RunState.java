package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.state.HeadState;
import org.jspecify.annotations.Nullable;

/**
 * A run as the engine has it in hand: its head, read, and its machine.
 *
 * @param head what the journal holds, or will when the change that made it is durable
 * @param state the head's state
 * @param code its workflow
 * @param live its machine, at the point where {@code state} says; null if nothing was restored
 */
record RunState(Head head, HeadState state, WorkflowCode code, @Nullable Activation live) {

  RunId run() {
    return head.run();
  }

  RunStatus status() {
    return head.status();
  }

  /** Returns the same state with a restored machine. */
  RunState with(Activation restored) {
    return new RunState(head, state, code, restored);
  }
}

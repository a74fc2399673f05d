package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.pieces.Places;
import dev.everstep.pieces.Unpacked;
import dev.everstep.state.HeadState;
import org.jspecify.annotations.Nullable;

/**
 * A run as the engine has it in hand: its head, read, and its live frames.
 *
 * @param head what the journal holds, or will when the change that made it is durable
 * @param state the head's state
 * @param places where the pieces of that state are stored, for the transition that follows
 * @param code its workflow
 * @param live its frames, at the point where {@code state} says; null if nothing was restored
 */
record RunState(
    Head head, HeadState state, Places places, WorkflowCode code, @Nullable Activation live) {

  /** Returns a state as the journal has it, with nothing restored. */
  static RunState stored(Head head, Unpacked state, WorkflowCode code) {
    return new RunState(head, HeadState.read(state.json()), state.places(), code, null);
  }

  RunId run() {
    return head.run();
  }

  RunStatus status() {
    return head.status();
  }

  /**
   * Returns its live frames.
   *
   * @throws IllegalStateException if they were not restored
   */
  Activation restored() {
    if (live == null) {
      throw new IllegalStateException("run=" + run() + " was not restored: " + state.waiting());
    }
    return live;
  }

  /** Returns what is declared of the function that the run waits for. */
  FunctionPolicy policy() {
    return code.policy(restored().stack().innermost().point());
  }

  /** Returns the same state with restored frames. */
  RunState with(Activation restored) {
    return new RunState(head, state, places, code, restored);
  }

  /** Returns the run at another place, which is stored with its next transition. */
  RunState at(HeadState other, Activation restored) {
    return new RunState(head, other, places, code, restored);
  }
}

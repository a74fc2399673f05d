package dev.everstep.engine;

import dev.everstep.UnstorableValueException;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.StoredArguments;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.PointKind;
import dev.everstep.machine.Stack;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.util.List;

/**
 * Puts machines where stored frames say, and makes sure that what the run waits for is what the
 * code waits for there. Writes nothing: what differs from the stored state becomes durable with the
 * transition that follows. Thread-safe.
 */
final class Restoring {
  private final FrameCodec frames;
  private final ValueCodec values;
  private final Migrating migrating;
  private final int framesMax;

  Restoring(FrameCodec frames, ValueCodec values, SizeLimit stepInput, int framesMax) {
    this.frames = frames;
    this.values = values;
    this.migrating = new Migrating(frames, values, stepInput);
    this.framesMax = framesMax;
  }

  /**
   * Returns a state with its machine.
   *
   * @param stored the state's frames
   * @throws dev.everstep.codec.FrameMismatchException if the code at hand does not fit
   */
  RunState restore(RunState state, Payload stored) {
    if (state.code().migrates()) {
      Migrating.Migrated migrated = migrating.migrate(state, stored);
      if (migrated != null) {
        Activation live = activate(state, migrated.frames());
        Payload made = written(migrated);
        return fitting(state.at(HeadState.waiting(made, migrated.waiting(live.stack())), live));
      }
    }
    return fitting(state.with(activate(state, frames.read(stored, state.code().layouts()))));
  }

  private Payload written(Migrating.Migrated migrated) {
    try {
      return frames.write(migrated.frames());
    } catch (UnstorableValueException e) {
      throw migrated.unstorable(e);
    }
  }

  private Activation activate(RunState state, List<FrameImage> images) {
    return state.code().restore(state.run(), images, framesMax);
  }

  private RunState fitting(RunState state) {
    Activation live = state.restored();
    Stack.Level innermost = live.stack().innermost();
    if (!(state.state().waiting() instanceof Wait.Step step)
        || innermost.point().kind() != PointKind.STEP) {
      return state;
    }
    FunctionRef function = live.stack().function();
    StoredArguments stored = new StoredArguments(step.takes(), step.input());
    String method = innermost.method().storedName(live.stack().entry());
    StoredArguments fitting = stored.fit(method, innermost.point().id(), function);
    new StoredArguments(step.takes(), fitting.input())
        .requireReadable(method, innermost.point().id(), function, values);
    return fitting == stored
        ? state
        : state.at(
            state.state().waitingFor(step.with(step.point(), function.name(), fitting)), live);
  }
}

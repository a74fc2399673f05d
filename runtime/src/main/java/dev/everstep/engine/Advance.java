package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.Limits;
import dev.everstep.NondeterministicCallError;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.StepInterruptedException;
import dev.everstep.UnstorableValueException;
import dev.everstep.annotations.OnCrash;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.StoredArguments;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Op;
import dev.everstep.machine.Point;
import dev.everstep.machine.PointKind;
import dev.everstep.machine.Stack;
import dev.everstep.pieces.Places;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The transition function: a run's state and an event give a change. Reads no clock, writes nothing
 * and starts nothing; what it does besides computing is to run the workflow's own code between two
 * suspension points. Thread-safe for different runs.
 */
final class Advance {
  /** The latest deadline; a sleep beyond it ends there. Every stored form can hold it. */
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final ValueCodec values;
  private final FrameCodec frames;
  private final FailureCodec failures;
  private final SizeLimit stepInput;
  private final SizeLimit runOutput;
  private final String worker;
  private final Restoring restoring;
  private final int crashesMax;
  private final int framesMax;

  /** Creates the function; of the options it uses those that are no part of the shell. */
  Advance(ValueCodec values, EngineOptions options) {
    Limits limits = options.limits();
    this.values = values;
    this.frames = new FrameCodec(values, SizeLimit.frames(limits));
    this.failures = new FailureCodec(limits.failureBytesMax());
    this.stepInput = SizeLimit.stepInput(limits);
    this.runOutput = SizeLimit.runOutput(limits);
    this.worker = options.worker();
    this.crashesMax = options.crashesMax();
    this.framesMax = options.framesMax();
    this.restoring = new Restoring(frames, values, stepInput, framesMax);
  }

  /** Returns the first change of a run. */
  Change start(RunId run, WorkflowCode code, Payload input, Instant at) {
    Draft draft = new Draft(worker, run, code, Places.NONE, at, -1, at);
    draft.add(draft.next(EntryKind.RUN_STARTED).input(input));
    return begin(draft, input);
  }

  /**
   * Returns what an event does to a run.
   *
   * @param state restored, unless the event leaves the machine where it is
   */
  Change apply(RunState state, Event event) {
    Draft draft =
        new Draft(
            worker,
            state.run(),
            state.code(),
            state.places(),
            state.head().startedAt(),
            state.head().seq(),
            event.at());
    if (event instanceof Event.StepReturned returned) {
      return stepReturned(draft, state, returned);
    } else if (event instanceof Event.AttemptThrew threw) {
      return attemptThrew(draft, state, threw);
    } else if (event instanceof Event.StepFailed failed) {
      Payload failure = failures.write(failed.failure());
      return stepFailed(draft, state, failure, failed.startedAt(), failed.at());
    } else if (event instanceof Event.AttemptLost) {
      return attemptLost(draft, state);
    } else if (event instanceof Event.AttemptStopped stopped) {
      return attemptStopped(draft, state, stopped);
    } else if (event instanceof Event.TimerFired) {
      return timerFired(draft, state);
    } else if (event instanceof Event.GotStuck stuck) {
      return gotStuck(draft, state, stuck);
    } else if (event instanceof Event.Retried retried) {
      return retried(draft, state, retried);
    }
    throw new AssertionError("unhandled: " + event);
  }

  /**
   * Returns the state with its machine where the stored frames say, or where the user's migration
   * code puts it.
   *
   * @throws dev.everstep.codec.FrameMismatchException if the code at hand has no such place, wants
   *     other locals or calls the step with other arguments, or a migration failed
   * @throws dev.everstep.UnreadableValueException if a stored value does not fit
   */
  RunState restore(RunState state) {
    Payload stored = state.state().frames();
    if (stored == null || state.live() != null) {
      return state;
    }
    return restoring.restore(state, stored);
  }

  private Change stepReturned(Draft draft, RunState state, Event.StepReturned event) {
    Wait.Step step = step(state);
    draft.add(
        draft
            .attempt(EntryKind.STEP_COMPLETED, state, step, event.startedAt(), event.at())
            .output(event.output()));
    return arrived(draft, state, new Wait.Arrived(step.point(), step.op(), event.output(), null));
  }

  private Change attemptThrew(Draft draft, RunState state, Event.AttemptThrew event) {
    Wait.Step step = step(state);
    FunctionPolicy policy = state.policy();
    Payload failure = failures.write(event.thrown());
    int failed = step.failures() + 1;
    if (policy.retries(event.thrown(), failed)) {
      SplittableRandom random =
          new SplittableRandom(SegmentContext.seed(state.run(), step.op() * 31 + failed));
      Instant due = event.at().plus(policy.pause(failed, random));
      draft.add(
          draft
              .attempt(EntryKind.ATTEMPT_FAILED, state, step, event.startedAt(), event.at())
              .failure(failure)
              .until(due));
      return draft.waiting(state.state().waitingFor(step.afterFailure(due)), state.live());
    }
    return stepFailed(draft, state, failure, event.startedAt(), event.at());
  }

  private Change stepFailed(
      Draft draft,
      RunState state,
      Payload failure,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    Wait.Step step = step(state);
    draft.add(
        draft.attempt(EntryKind.STEP_FAILED, state, step, startedAt, endedAt).failure(failure));
    return arrived(draft, state, new Wait.Arrived(step.point(), step.op(), null, failure));
  }

  private Change attemptLost(Draft draft, RunState state) {
    Wait.Step step = step(state);
    if (isNew(step, state)) {
      draft.add(
          draft.attempt(EntryKind.ATTEMPT_FAILED, state, step, null, null).reason("a migration"));
      return draft.waiting(state.state(), state.live());
    }
    if (state.policy().onCrash() == OnCrash.FAIL) {
      return interrupted(draft, state, step);
    }
    draft.add(draft.attempt(EntryKind.ATTEMPT_FAILED, state, step, null, null).reason("crash"));
    HeadState next = state.state().waitingFor(step.afterCrash());
    if (step.cuts() + 1 >= crashesMax) {
      return stuck(
          draft,
          next,
          state.live(),
          ErrorCode.ES205,
          "[ES205] the process ended in each of the last "
              + (step.cuts() + 1)
              + " attempts of this step: run="
              + state.run()
              + ", step="
              + step.point()
              + ". Find out what in "
              + step.function()
              + " ends the process, then retry the run. docs/errors/ES205.md");
    }
    return draft.waiting(next, state.live());
  }

  // The function may have acted or not, and is not to be called again.
  private Change interrupted(Draft draft, RunState state, Wait.Step step) {
    Payload failure =
        failures.write(new StepInterruptedException(state.run(), step.point(), step.attempt()));
    return stepFailed(draft, state, failure, null, null);
  }

  private Change attemptStopped(Draft draft, RunState state, Event.AttemptStopped event) {
    Wait.Step step = step(state);
    draft.add(
        draft
            .attempt(EntryKind.ATTEMPT_FAILED, state, step, event.startedAt(), event.at())
            .reason("shutdown")
            .until(event.at()));
    return draft.waiting(state.state().waitingFor(step.afterShutdown(event.at())), state.live());
  }

  private Change timerFired(Draft draft, RunState state) {
    Wait waiting = state.state().waiting();
    if (waiting instanceof Wait.Step step) {
      draft.add(
          draft
              .at(EntryKind.TIMER_FIRED, state)
              .until(step.dueAt())
              .reason("attempt " + step.attempt()));
      return draft.waiting(state.state().waitingFor(step.due()), state.live());
    }
    if (waiting instanceof Wait.Sleep sleep) {
      draft.add(draft.at(EntryKind.TIMER_FIRED, state).until(sleep.until()));
      return arrived(
          draft, state, new Wait.Arrived(sleep.point(), sleep.op(), Payload.utf8("null"), null));
    }
    throw new IllegalStateException("run=" + state.run() + ": a timer for " + waiting);
  }

  private Change gotStuck(Draft draft, RunState state, Event.GotStuck event) {
    HeadState kept = state.state();
    if (event.beforeCall() && kept.waiting() instanceof Wait.Step step) {
      kept = kept.waitingFor(step.uncalled(event.at()));
    }
    return stuck(draft, kept, state.live(), event.code(), event.reason());
  }

  private Change retried(Draft draft, RunState state, Event.Retried event) {
    draft.add(draft.next(EntryKind.RUN_UNSTUCK));
    Wait waiting = state.state().waiting();
    if (waiting instanceof Wait.Begin begin) {
      return begin(draft, begin.input());
    } else if (waiting instanceof Wait.Arrived arrived) {
      return arrived(draft, state, arrived);
    } else if (waiting instanceof Wait.Step step && step.dueAt() == null && !isNew(step, state)) {
      if (state.policy().onCrash() == OnCrash.FAIL) {
        return interrupted(draft, state, step);
      }
      Wait.Step again = step.afterCrash();
      return draft.waiting(
          state.state().waitingFor(event.byPerson() ? again.forgiven() : again), state.live());
    }
    return draft.waiting(state.state().waitingFor(waiting), state.live());
  }

  private Change begin(Draft draft, Payload input) {
    HeadState before = HeadState.waiting(null, new Wait.Begin(input));
    Activation live = draft.code().activate(draft.run(), framesMax);
    @Nullable Object[] arguments =
        values.readArguments(
            input, draft.code().type().parameters().stream().map(local -> local.type()).toList());
    return run(draft, before, live, stack -> stack.start(arguments), null);
  }

  // The value is read by the type at hand before the machine gets it, so live and resumed runs see
  // the same.
  private Change arrived(Draft draft, RunState state, Wait.Arrived arrived) {
    Activation live = state.restored();
    Payload failure = arrived.failure();
    HeadState before = state.state().waitingFor(arrived);
    if (failure != null) {
      Throwable thrown = failures.read(failure);
      return run(draft, before, live, stack -> stack.resumeWithFailure(thrown), thrown);
    }
    boolean isStep = live.stack().innermost().point().kind() == PointKind.STEP;
    Object value =
        isStep && arrived.value() != null
            ? values.read(arrived.value(), live.stack().function().result())
            : null;
    return run(draft, before, live, stack -> stack.resume(value), null);
  }

  private Change run(
      Draft draft,
      HeadState before,
      Activation live,
      Resumption resumption,
      @Nullable Throwable given) {
    GuardedSegment segment = GuardedSegment.enter(draft.run(), draft.code().name());
    Op op = null;
    Throwable thrown = null;
    try {
      live.context().begin(draft.at(), draft.firstSeq());
      op = resumption.run(live.stack());
    } catch (Throwable any) {
      thrown = any;
    }
    NondeterministicCallError forbidden = segment.leave();
    if (forbidden != null) {
      // Whatever the body did with it. Nothing that the segment made is kept.
      return stuck(draft, before, null, forbidden.code(), String.valueOf(forbidden.getMessage()));
    }
    if (op == null) {
      return threw(draft, Objects.requireNonNull(thrown), given);
    }
    try {
      return suspended(draft, live, op);
    } catch (UnstorableValueException e) {
      return stuck(draft, before, null, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private Change threw(Draft draft, Throwable thrown, @Nullable Throwable given) {
    if (thrown instanceof VirtualMachineError fatal
        && !(fatal instanceof StackOverflowError)
        && fatal != given) { // unless it is what a step threw, and not something of just now
      throw fatal; // says nothing about the workflow: the run stays where the journal has it
    }
    return failed(draft, thrown);
  }

  private Change suspended(Draft draft, Activation live, Op op) {
    if (op instanceof Op.Return returned) {
      Payload result =
          values.write(returned.value(), draft.code().type().result(), "result", runOutput);
      draft.add(draft.next(EntryKind.RUN_COMPLETED).output(result));
      return draft.end(RunStatus.COMPLETED, HeadState.completed(result), null);
    }
    Point point = live.stack().innermost().point();
    Payload stack = frames.write(FrameImage.of(live.stack()));
    Wait waiting;
    if (op instanceof Op.Step step) {
      FunctionRef function = live.stack().function();
      Payload input = values.writeArguments(step.arguments(), function.arguments(), stepInput);
      waiting =
          new Wait.Step(
              point.id(),
              function.name(),
              draft.lastSeq(),
              input,
              StoredArguments.describe(function),
              1,
              0,
              0,
              draft.at(),
              null);
    } else if (op instanceof Op.Sleep sleep) {
      waiting = new Wait.Sleep(point.id(), draft.lastSeq(), storable(sleep.until()));
    } else {
      throw new AssertionError("unhandled: " + op);
    }
    return draft.waiting(HeadState.waiting(stack, waiting), live);
  }

  private static Instant storable(Instant until) {
    if (until.isAfter(LATEST)) {
      return LATEST;
    }
    return until.isBefore(Instant.EPOCH) ? Instant.EPOCH : until;
  }

  private Change failed(Draft draft, Throwable thrown) {
    Payload failure = failures.write(thrown);
    draft.add(draft.next(EntryKind.RUN_FAILED).failure(failure));
    return draft.end(RunStatus.FAILED, HeadState.failed(failure), null);
  }

  private static Change stuck(
      Draft draft, HeadState state, @Nullable Activation live, ErrorCode code, String reason) {
    draft.add(draft.next(EntryKind.RUN_STUCK).reason(reason));
    return draft.end(RunStatus.STUCK, state.stuck(code, reason), live);
  }

  /** Returns whether a migration has put a step in the place of another: nobody has called it. */
  private static boolean isNew(Wait.Step step, RunState state) {
    return step.op() > state.head().seq();
  }

  private static Wait.Step step(RunState state) {
    if (state.state().waiting() instanceof Wait.Step step) {
      return step;
    }
    throw new IllegalStateException(
        "run=" + state.run() + " waits for " + state.state().waiting() + ", not for a step");
  }

  /** What makes the workflow's code go on. */
  @FunctionalInterface
  private interface Resumption {
    Op run(Stack stack) throws Throwable;
  }
}

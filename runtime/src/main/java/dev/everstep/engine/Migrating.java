package dev.everstep.engine;

import dev.everstep.EverstepException;
import dev.everstep.NondeterministicCallError;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.FrameMismatchException;
import dev.everstep.codec.FrameReader;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.StoredArguments;
import dev.everstep.codec.StoredFrame;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Local;
import dev.everstep.machine.Migration;
import dev.everstep.machine.Point;
import dev.everstep.machine.Stack;
import dev.everstep.machine.TypedMethod;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls the user's migration code for frames that earlier code left. A frame is one of earlier code
 * if its point is gone, or if the locals in it, or the arguments of its step in flight, are not
 * those that this code stores there. Thread-safe.
 */
final class Migrating {
  /** More deploys than anybody keeps migrations for. */
  private static final int CHAIN_MAX = 1_000;

  private final FrameCodec codec;
  private final ValueCodec values;
  private final SizeLimit stepInput;

  Migrating(FrameCodec codec, ValueCodec values, SizeLimit stepInput) {
    this.codec = codec;
    this.values = values;
    this.stepInput = stepInput;
  }

  /**
   * What a stack has become.
   *
   * @param from the innermost frame as it was stored
   * @param arguments of the step at which the innermost frame waits now; null if it keeps those it
   *     has
   */
  record Migrated(
      List<FrameImage> frames,
      StoredFrame from,
      RunState state,
      @Nullable Object @Nullable [] arguments,
      ValueCodec values,
      SizeLimit stepInput) {
    /** Returns what is thrown if what a migration gave cannot be stored. */
    FrameMismatchException unstorable(UnstorableValueException why) {
      return failed(from, frames.get(frames.size() - 1).point(), why);
    }

    /** Returns what the run waits for now. */
    Wait waiting(Stack stack) {
      Wait waiting = Objects.requireNonNull(state.state().waiting());
      Point point = stack.innermost().point();
      if (waiting instanceof Wait.Sleep sleep) {
        return new Wait.Sleep(point.id(), sleep.op(), sleep.until());
      }
      if (waiting instanceof Wait.Step step) {
        FunctionRef function = stack.function();
        if (arguments == null) {
          return step.with(
              point.id(), function.name(), new StoredArguments(step.takes(), step.input()));
        }
        try {
          Payload input = values.writeArguments(arguments, function.arguments(), stepInput);
          return step.replacedBy(
              point.id(),
              function.name(),
              state.head().seq() + 1,
              new StoredArguments(StoredArguments.describe(function), input));
        } catch (UnstorableValueException e) {
          throw unstorable(e);
        }
      }
      if (waiting instanceof Wait.Arrived arrived) {
        if (arguments != null) {
          throw FrameMismatchException.migration(
              from,
              point.id(),
              "The step has been called, and what it returned is kept; it cannot get other"
                  + " arguments.",
              null);
        }
        return new Wait.Arrived(point.id(), arrived.op(), arrived.value(), arrived.failure());
      }
      throw new AssertionError("unhandled: " + waiting);
    }
  }

  /**
   * Returns what a stack becomes; null if none of its frames has to be migrated, or it leads to a
   * place that the code does not have.
   *
   * @throws FrameMismatchException if a migration failed, or a frame does not fit
   */
  @Nullable Migrated migrate(RunState state, Payload stored) {
    FrameReader reader = codec.reader(stored);
    List<FrameImage> images = new ArrayList<>();
    TypedMethod method = TypedMethod.entry(state.code().type());
    boolean any = false;
    @Nullable Object[] arguments = null;
    StoredFrame innermost = reader.frames().get(reader.frames().size() - 1);
    StoredFrame around = innermost;
    for (StoredFrame frame : reader.frames()) {
      boolean isLast = frame == innermost;
      if (!images.isEmpty() && !method.isStoredAs(frame.method(), state.code().type())) {
        if (any) {
          throw FrameMismatchException.otherCallee(
              around, frame, method.storedName(state.code().type()));
        }
        return null;
      }
      Migration migration = method.type().migration(frame.point());
      Point point = method.type().point(frame.point());
      if (migration != null && isEarlier(frame, point, method, isLast ? state.state() : null)) {
        Outcome outcome = run(state, reader, frame, method, migration);
        any = true;
        arguments = isLast ? outcome.arguments() : null;
        images.add(outcome.image());
        point = Objects.requireNonNull(method.type().point(outcome.image().point()));
      } else if (point == null) {
        if (any) {
          throw FrameMismatchException.unknownPoint(frame);
        }
        return null;
      } else {
        List<Local> live = method.live(point);
        images.add(new FrameImage(frame.method(), point.id(), live, reader.read(frame, live)));
      }
      if ((point.callee() == null) != isLast) {
        return null;
      }
      if (!isLast) {
        method = method.callee(point);
      }
      around = frame;
    }
    return any ? new Migrated(images, innermost, state, arguments, values, stepInput) : null;
  }

  private static boolean isEarlier(
      StoredFrame frame, @Nullable Point point, TypedMethod method, @Nullable HeadState waiting) {
    if (point == null || !frame.holds(method.live(point))) {
      return true;
    }
    FunctionRef function = method.function(point);
    return function != null
        && waiting != null
        && waiting.waiting() instanceof Wait.Step step
        && step.takes() != null
        && !step.takes().equals(StoredArguments.describe(function));
  }

  /** What one frame has become. */
  private record Outcome(FrameImage image, @Nullable Object @Nullable [] arguments) {}

  private Outcome run(
      RunState state, FrameReader reader, StoredFrame frame, TypedMethod method, Migration first) {
    Map<String, @Nullable Object> locals = new HashMap<>();
    List<@Nullable Object> read = reader.read(frame, first.takes());
    for (int i = 0; i < read.size(); i++) {
      locals.put(first.takes().get(i).name(), read.get(i));
    }
    @Nullable Object[] arguments = null;
    Map<String, @Nullable Object> named = null;
    Migration migration = first;
    for (int i = 0; ; i++) {
      List<@Nullable Object> in = new ArrayList<>();
      Map<String, @Nullable Object> from = locals;
      migration.takes().forEach(one -> in.add(from.get(one.name())));
      if (migration.takesArguments() != null) {
        in.addAll(arguments(state, frame, migration, named));
      }
      @Nullable Object[] out = call(state, frame, migration, in.toArray());
      locals = new HashMap<>();
      int given = migration.gives().size();
      for (int n = 0; n < given; n++) {
        locals.put(migration.gives().get(n), out[n]);
      }
      if (migration.givesArguments() != null) {
        arguments = Arrays.copyOfRange(out, given, out.length);
        named = new HashMap<>();
        for (int n = 0; n < arguments.length; n++) {
          named.put(migration.givesArguments().get(n), arguments[n]);
        }
      }
      Migration next = migration.chained() ? method.type().migration(migration.to()) : null;
      if (next == null) {
        break;
      }
      if (i > CHAIN_MAX) {
        throw FrameMismatchException.migration(
            frame, next.to(), "The migrations go in a circle.", null);
      }
      migration = next;
    }
    Point point = method.type().point(migration.to());
    if (point == null) {
      throw FrameMismatchException.migration(
          frame, migration.to(), "The code has no such suspension point.", null);
    }
    List<Local> live = method.live(point);
    Map<String, @Nullable Object> made = locals;
    return new Outcome(
        new FrameImage(
            frame.method(),
            point.id(),
            live,
            live.stream().map(local -> made.get(local.name())).toList()),
        arguments);
  }

  /** Returns the arguments of the step in flight, or those that a migration before has given it. */
  private List<@Nullable Object> arguments(
      RunState state,
      StoredFrame frame,
      Migration migration,
      @Nullable Map<String, @Nullable Object> named) {
    List<Local> wanted = Objects.requireNonNull(migration.takesArguments());
    if (named != null) {
      List<@Nullable Object> all = new ArrayList<>();
      wanted.forEach(one -> all.add(named.get(one.name())));
      return all;
    }
    if (!(state.state().waiting() instanceof Wait.Step step)) {
      throw FrameMismatchException.migration(
          frame, migration.to(), "It asks for arguments, and no step is in flight.", null);
    }
    try {
      return Arrays.asList(
          values.readArguments(step.input(), wanted.stream().map(Local::type).toList()));
    } catch (UnreadableValueException e) {
      throw failed(frame, migration.to(), e);
    }
  }

  private static @Nullable Object[] call(
      RunState state, StoredFrame frame, Migration migration, @Nullable Object[] in) {
    GuardedSegment segment = GuardedSegment.enter(state.run(), state.code().name());
    @Nullable Object[] out = null;
    Throwable thrown = null;
    try {
      out = migration.code().migrate(in);
    } catch (Throwable any) {
      thrown = any;
    }
    NondeterministicCallError forbidden = segment.leave();
    if (forbidden != null || out == null) {
      Throwable why = forbidden != null ? forbidden : Objects.requireNonNull(thrown);
      if (why instanceof VirtualMachineError fatal && !(why instanceof StackOverflowError)) {
        throw fatal;
      }
      throw failed(frame, migration.to(), why);
    }
    return out;
  }

  private static FrameMismatchException failed(StoredFrame frame, String to, Throwable why) {
    String what =
        why instanceof EverstepException ? String.valueOf(why.getMessage()) : "It threw " + why;
    return FrameMismatchException.migration(frame, to, what.endsWith(".") ? what : what + ".", why);
  }
}

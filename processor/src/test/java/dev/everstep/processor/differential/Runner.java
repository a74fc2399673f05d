package dev.everstep.processor.differential;

import dev.everstep.StepContext;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.Op;
import dev.everstep.machine.Point;
import dev.everstep.processor.differential.world.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs programs in every {@link Way}, without an engine. */
class Runner {
  private final ValueCodec values = new ValueCodec();
  private final FrameCodec frames = new FrameCodec(values);
  private final FailureCodec failures = new FailureCodec();
  private int suspensions;

  /** Returns how often all runs were suspended. */
  final int suspensions() {
    return suspensions;
  }

  /** Runs a program to its end. */
  final Outcome run(Subject subject, String input, Way way) {
    Effects.drain();
    @Nullable Object[] arguments = subject.arguments(values, input);
    Execution execution = new Execution(subject, way);
    String end;
    try {
      Object result =
          way == Way.PLAIN ? subject.plain(execution.context, arguments) : execution.run(arguments);
      end = Shown.value(result);
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      end = "throws " + Shown.value(e);
    }
    return new Outcome(end, Effects.drain());
  }

  /** Returns the machine that goes on with a frame. */
  private Machine restore(Subject subject, Payload stored, Segments context) {
    FrameImage frame =
        frames
            .read(
                stored,
                (method, id) ->
                    method.equals(subject.machine().method())
                        ? subject.live(Objects.requireNonNull(subject.machine().point(id)))
                        : null)
            .get(0);
    return machine(subject, frame, context);
  }

  /** Returns a new machine at the point of a frame, which holds nothing but the frame's locals. */
  Machine machine(Subject subject, FrameImage frame, Segments context) {
    Point point = Objects.requireNonNull(subject.machine().point(frame.point()));
    Machine next = subject.newMachine(context);
    next.restore(point.index());
    for (int i = 0; i < point.live().size(); i++) {
      next.local(point.live().get(i), frame.values().get(i));
    }
    return next;
  }

  /** Returns a step's result as it comes back from the journal. */
  @Nullable Object result(FunctionRef function, @Nullable Object result) {
    return values.copy(result, function.result());
  }

  /** Returns the live locals of a machine that waits. */
  private FrameImage image(Subject subject, Machine machine) {
    Point point = subject.machine().point(machine.point());
    List<@Nullable Object> held = new ArrayList<>();
    for (int local : point.live()) {
      held.add(machine.local(local));
    }
    return new FrameImage(subject.machine().method(), point.id(), subject.live(point), held);
  }

  /** One run. */
  private final class Execution {
    private final Subject subject;
    private final Way way;
    private final Segments context = new Segments();

    Execution(Subject subject, Way way) {
      this.subject = subject;
      this.way = way;
    }

    @Nullable Object run(@Nullable Object[] arguments) throws Throwable {
      Machine machine = subject.newMachine(context);
      Op op = machine.start(arguments);
      while (!(op instanceof Op.Return)) {
        suspensions++;
        machine = move(machine);
        op = proceed(machine, op);
      }
      Object result = ((Op.Return) op).value();
      return values.copy(result, subject.machine().result());
    }

    private Machine move(Machine machine) {
      if (way == Way.MACHINE) {
        return machine;
      }
      FrameImage image = image(subject, machine);
      return way == Way.MOVED
          ? machine(subject, image, context)
          : restore(subject, frames.write(List.of(image)), context);
    }

    private Op proceed(Machine machine, Op op) throws Throwable {
      if (op instanceof Op.Sleep sleep) {
        context.pause(sleep.until());
        context.next();
        return machine.resume(null);
      }
      Op.Step step = (Op.Step) op;
      FunctionRef function =
          Objects.requireNonNull(subject.machine().point(step.point()).function());
      Payload input = values.writeArguments(step.arguments(), function.arguments());
      Call call = new Call(values.readArguments(input, function.arguments()), context);
      Object result;
      try {
        // A machine of its own: what a function sees is in its input, not in a machine's locals.
        result = subject.newMachine(context).call(step.point(), call);
      } catch (AssertionError e) {
        throw e;
      } catch (Throwable e) {
        context.next();
        return machine.resumeWithFailure(failures.read(failures.write(e)));
      }
      context.next();
      return machine.resume(result(function, result));
    }
  }

  private record Call(@Nullable Object[] arguments, StepContext context) implements Invocation {
    @Override
    public <T> T instance(Class<T> type) {
      try {
        return type.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    @SuppressWarnings("unchecked") // the generated code knows
    public <T> T argument(int index) {
      return (T) arguments[index];
    }
  }
}

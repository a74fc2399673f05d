package dev.everstep.processor.differential;

import dev.everstep.StepContext;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.FrameLayouts;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Stack;
import dev.everstep.processor.differential.world.Effects;
import java.util.List;
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

  /** Returns the frame that a new machine goes on with. */
  FrameImage kept(FrameImage frame) {
    return frame;
  }

  /** Returns a step's result as it comes back from the journal. */
  @Nullable Object result(FunctionRef function, @Nullable Object result) {
    return values.copy(result, function.result());
  }

  /** One run. */
  private final class Execution {
    private final Subject subject;
    private final Way way;
    private final Segments context = new Segments();
    private Stack stack;

    Execution(Subject subject, Way way) {
      this.subject = subject;
      this.way = way;
      this.stack = subject.newStack(context);
    }

    @Nullable Object run(@Nullable Object[] arguments) throws Throwable {
      Op op = stack.start(arguments);
      while (!(op instanceof Op.Return)) {
        suspensions++;
        move();
        op = proceed(op);
      }
      Object result = ((Op.Return) op).value();
      return values.copy(result, subject.machine().result());
    }

    /** Replaces all machines by new ones, which hold nothing but the locals of their frames. */
    private void move() {
      if (way == Way.MACHINE) {
        return;
      }
      List<FrameImage> images = FrameImage.of(stack);
      if (way == Way.RESTORED) {
        images = frames.read(frames.write(images), FrameLayouts.of(subject.machine()));
      }
      stack = subject.newStack(context);
      for (FrameImage image : images) {
        FrameImage frame = kept(image);
        stack.restore(frame.point(), frame.values());
      }
    }

    private Op proceed(Op op) throws Throwable {
      if (op instanceof Op.Sleep sleep) {
        context.pause(sleep.until());
        context.next();
        return stack.resume(null);
      }
      Op.Step step = (Op.Step) op;
      FunctionRef function = stack.function();
      Payload input = values.writeArguments(step.arguments(), function.arguments());
      Call call = new Call(values.readArguments(input, function.arguments()), context);
      Object result;
      try {
        // A machine of its own: what a function sees is in its input, not in a machine's locals.
        MachineType type = stack.innermost().method().type();
        result = subject.newMachine(type, context).call(step.point(), call);
      } catch (AssertionError e) {
        throw e;
      } catch (Throwable e) {
        context.next();
        return stack.resumeWithFailure(failures.read(failures.write(e)));
      }
      context.next();
      return stack.resume(result(function, result));
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

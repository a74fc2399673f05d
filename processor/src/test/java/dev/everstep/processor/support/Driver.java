package dev.everstep.processor.support;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Point;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs machines without an engine; a new machine with the live locals alone after each point. */
public final class Driver {
  private Driver() {}

  /** Runs a workflow to its end and returns what it returned. */
  public static @Nullable Object run(Compiled workflow, @Nullable Object... arguments)
      throws Throwable {
    return run(workflow.type(), workflow::machine, arguments);
  }

  /**
   * Runs machines of a type to their end and returns what they returned.
   *
   * @param machines makes a machine that is bound
   */
  public static @Nullable Object run(
      MachineType type, Function<TestContext, Machine> machines, @Nullable Object... arguments)
      throws Throwable {
    TestContext context = new TestContext();
    Machine machine = machines.apply(context);
    Op op = machine.start(arguments);
    while (!(op instanceof Op.Return)) {
      Point point = type.point(machine.point());
      Machine next = machines.apply(context);
      for (int local : point.live()) {
        next.local(local, machine.local(local));
      }
      next.restore(point.index());
      machine = next;
      if (op instanceof Op.Sleep sleep) {
        Work.log("sleep " + java.time.Duration.between(java.time.Instant.EPOCH, sleep.until()));
        op = machine.resume(null);
        continue;
      }
      Op.Step step = (Op.Step) op;
      Object result = null;
      Throwable failure = null;
      try {
        result = machine.call(step.point(), new Call(step, context));
      } catch (Exception e) {
        failure = e;
      }
      op = failure == null ? machine.resume(result) : machine.resumeWithFailure(failure);
    }
    return ((Op.Return) op).value();
  }

  private record Call(Op.Step step, TestContext context) implements Invocation {
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
      return (T) step.arguments()[index];
    }
  }

  /** Calls the plain method and returns what it returned. */
  public static @Nullable Object plain(
      Class<?> type, String name, TestContext context, @Nullable Object... arguments)
      throws Throwable {
    Object[] all = new Object[arguments.length + 1];
    all[0] = context;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) {
        try {
          return method.invoke(type.getConstructor().newInstance(), all);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new AssertionError("no method " + name);
  }
}

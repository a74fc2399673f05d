package dev.everstep.guarded;

import dev.everstep.StepContext;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.Op;
import dev.everstep.machine.Stack;
import dev.everstep.probes.PlainContext;
import dev.everstep.probes.Probes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the compiled form of each probe in segments of its own, as the engine does, and prints what
 * the guard said: {@code probe TAB dirty|clean TAB name TAB forbid|warn|silent TAB call TAB chain
 * TAB result}.
 */
public final class ProbeProcess {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Method enter;
  private final Method leave;

  private ProbeProcess() throws ReflectiveOperationException {
    Class<?> guard = Class.forName("java.lang.EverstepGuard", true, null);
    enter = guard.getMethod("enter", Class.class, Function.class);
    leave = guard.getMethod("leave", Object.class);
  }

  /** Takes {@code all}, or a number n for each n-th body. */
  public static void main(String[] args) throws Exception {
    ProbeProcess process = new ProbeProcess();
    int every = args[0].equals("all") ? 1 : Integer.parseInt(args[0]);
    List<Probes.Body> bodies =
        Stream.concat(
                Probes.dirty().stream().filter(dirty -> dirty.probe().executes()),
                Probes.clean().stream())
            .<Probes.Body>map(body -> body)
            .toList();
    for (int i = 0; i < bodies.size(); i += every) {
      process.judge(bodies.get(i));
    }
    System.out.flush();
    Runtime.getRuntime().halt(0); // threads of probes that were only warned of may still run
  }

  /** What the guard said, and what came of it. */
  private static final class Outcome {
    private final List<Map<String, Object>> reports = new ArrayList<>();
    private @Nullable Throwable violation;
    private String result = "does not end";

    synchronized @Nullable Throwable reported(Map<String, Object> report) {
      reports.add(report);
      return report.get("forbidden") == Boolean.TRUE
          ? new AssertionError("forbidden: " + report.get("call"))
          : null;
    }

    synchronized String line() {
      if (reports.isEmpty()) {
        return "silent\t\t\t" + result;
      }
      Map<String, Object> first = reports.get(0);
      for (Map<String, Object> each : reports) {
        if (each.get("forbidden") == Boolean.TRUE) {
          first = each;
          break;
        }
      }
      return (first.get("forbidden") == Boolean.TRUE ? "forbid" : "warn")
          + "\t"
          + first.get("call")
          + "\t"
          + first.get("chain")
          + "\t"
          + result;
    }
  }

  private void judge(Probes.Body body) throws InterruptedException {
    Outcome outcome = new Outcome();
    Thread thread =
        new Thread(
            () -> {
              String result;
              try {
                result = String.valueOf(run(body, outcome));
              } catch (Throwable thrown) {
                result = thrown.toString();
              }
              outcome.result = result.replaceAll("\\s+", " ");
            });
    thread.setDaemon(true);
    thread.start();
    thread.join(PATIENCE_MILLIS);
    String kind = body instanceof Probes.Clean ? "clean" : "dirty";
    System.out.println("probe\t" + kind + "\t" + body.name() + "\t" + outcome.line());
  }

  private @Nullable Object run(Probes.Body body, Outcome outcome) throws Throwable {
    Constructor<?> constructor = Class.forName(body.machine()).getDeclaredConstructor();
    constructor.setAccessible(true);
    Machine machine = (Machine) constructor.newInstance();
    Stack stack = new Stack(machine.type(), new Object(), new PlainContext(), 100);
    Op op = segment(outcome, () -> stack.start());
    while (!(op instanceof Op.Return)) {
      Object value = null;
      if (op instanceof Op.Step step) {
        value =
            stack
                .innermost()
                .machine()
                .call(stack.innermost().point().index(), new Attempt(step.arguments()));
      }
      Object arrived = value;
      op = segment(outcome, () -> stack.resume(arrived));
    }
    return ((Op.Return) op).value();
  }

  /** What makes the machine go on. */
  @FunctionalInterface
  private interface Resumption {
    Op run() throws Throwable;
  }

  private Op segment(Outcome outcome, Resumption resumption) throws Throwable {
    Function<Map<String, Object>, @Nullable Throwable> hook = outcome::reported;
    Object segment = enter.invoke(null, Stack.class, hook);
    try {
      return resumption.run();
    } finally {
      Throwable violation = (Throwable) leave.invoke(null, segment);
      if (outcome.violation == null) {
        outcome.violation = violation;
      }
    }
  }

  /** An attempt of a step: steps may do what they like. */
  private record Attempt(@Nullable Object[] arguments) implements Invocation {
    @Override
    public <T> T instance(Class<T> type) {
      try {
        return type.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    @SuppressWarnings("unchecked") // as the generated code declares
    public <T> T argument(int index) {
      return (T) arguments[index];
    }

    @Override
    public StepContext context() {
      throw new UnsupportedOperationException("no probe asks for it");
    }
  }
}

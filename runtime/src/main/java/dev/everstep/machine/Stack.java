package dev.everstep.machine;

import dev.everstep.ErrorCode;
import dev.everstep.WorkflowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The live frames of one run: the workflow's entry, and on it the durable methods that have been
 * called and have not returned. A call pushes a machine, its end pops it; what it returned or threw
 * arrives in its caller. None of this takes any of Java's own stack, or is an operation that the
 * engine would have to store: to the outside there is but one machine, the innermost.
 *
 * <p>Used as a machine is: {@link #start} or {@link #restore}, then {@link #resume} or {@link
 * #resumeWithFailure} for each operation, until there is an {@link Op.Return} or what the entry
 * threw. Not thread-safe: one thread at a time.
 */
public final class Stack {
  private final MachineType entry;
  private final Object workflow;
  private final WorkflowContext context;
  private final int framesMax;
  private final List<Level> levels = new ArrayList<>();

  /**
   * A frame.
   *
   * @param method what it is a frame of
   * @param machine its program counter and locals
   */
  public record Level(TypedMethod method, Machine machine) {
    /** Returns the point at which it waits. */
    public Point point() {
      return method.type().point(machine.point());
    }
  }

  /**
   * Creates an empty stack.
   *
   * @param workflow the workflow object, which is {@code this} in all instance methods
   * @param framesMax how many frames there may be, from 1
   */
  public Stack(MachineType entry, Object workflow, WorkflowContext context, int framesMax) {
    this.entry = entry;
    this.workflow = workflow;
    this.context = context;
    this.framesMax = framesMax;
  }

  /** Returns the workflow's entry. */
  public MachineType entry() {
    return entry;
  }

  /** Returns the frames, the outermost first. */
  public List<Level> levels() {
    return List.copyOf(levels);
  }

  /** Returns the frame whose code runs or waits. */
  public Level innermost() {
    return levels.get(levels.size() - 1);
  }

  /** Returns the name under which the innermost frame is stored; null if it is the entry's. */
  public @Nullable String helper() {
    return levels.size() == 1 ? null : innermost().method().storedName(entry);
  }

  /**
   * Runs the entry from its beginning.
   *
   * @throws Throwable what the entry threw
   */
  public Op start(@Nullable Object... arguments) throws Throwable {
    Machine machine = push(TypedMethod.entry(entry));
    return run(() -> machine.start(arguments));
  }

  /**
   * Puts the next frame, from the outermost, at a suspension point.
   *
   * @param values one for each local that is live there
   * @throws IllegalArgumentException if the method that is called there has no such point
   */
  public void restore(String pointId, List<? extends @Nullable Object> values) {
    TypedMethod method =
        levels.isEmpty()
            ? TypedMethod.entry(entry)
            : innermost().method().callee(innermost().point());
    Point point = method.type().point(pointId);
    if (point == null) {
      throw new IllegalArgumentException("no point " + pointId + " in " + method.type());
    }
    Machine machine = push(method);
    machine.restore(point.index());
    for (int i = 0; i < values.size(); i++) {
      machine.local(point.live().get(i), values.get(i));
    }
  }

  /**
   * Continues behind the suspension point with what was waited for.
   *
   * @param value a step's result; null for none
   * @throws Throwable what the entry threw
   */
  public Op resume(@Nullable Object value) throws Throwable {
    return run(() -> innermost().machine().resume(value));
  }

  /**
   * Continues behind the suspension point with the failure of what was waited for.
   *
   * @throws Throwable what the entry threw
   */
  public Op resumeWithFailure(Throwable cause) throws Throwable {
    CallSites.addMissing(cause, innermost());
    return run(() -> innermost().machine().resumeWithFailure(cause));
  }

  /** What makes the innermost machine go on. */
  @FunctionalInterface
  private interface Resumption {
    Op run() throws Throwable;
  }

  private Op run(Resumption first) throws Throwable {
    Resumption next = first;
    while (true) {
      Op op;
      try {
        op = next.run();
      } catch (Throwable thrown) {
        if (levels.size() == 1) {
          throw thrown;
        }
        pop();
        CallSites.add(thrown, innermost());
        next = () -> innermost().machine().resumeWithFailure(thrown);
        continue;
      }
      if (op instanceof Op.Call call) {
        next = enter(call);
      } else if (op instanceof Op.Return returned && levels.size() > 1) {
        pop();
        next = () -> innermost().machine().resume(returned.value());
      } else {
        return op;
      }
    }
  }

  private Resumption enter(Op.Call call) {
    TypedMethod callee = innermost().method().callee(innermost().point());
    if (levels.size() >= framesMax) {
      StackOverflowError overflow = new StackOverflowError(tooDeep(callee));
      return () -> innermost().machine().resumeWithFailure(overflow);
    }
    Machine machine = push(callee);
    return () -> machine.start(call.arguments());
  }

  private String tooDeep(TypedMethod callee) {
    return "["
        + ErrorCode.ES220
        + "] too many frames: run="
        + context.runId()
        + ", called="
        + callee.storedName(entry)
        + ", line="
        + innermost().point().line()
        + " of "
        + innermost().method().type().sourceFile()
        + ", allowed="
        + framesMax
        + ". Use a loop, or raise framesMax in Everstep's builder. docs/errors/"
        + ErrorCode.ES220
        + ".md";
  }

  private Machine push(TypedMethod method) {
    Machine machine = method.type().create();
    machine.bind(workflow, context);
    levels.add(new Level(method, machine));
    return machine;
  }

  private void pop() {
    levels.remove(levels.size() - 1);
  }

  @Override
  public String toString() {
    return levels.stream()
        .map(level -> level.method().storedName(entry))
        .reduce((outer, inner) -> outer + " > " + inner)
        .orElse("not started");
  }

  /** Returns the function of the step at which the innermost frame waits. */
  public FunctionRef function() {
    Level level = innermost();
    return Objects.requireNonNull(
        level.method().function(level.point()), () -> "no function at " + level.point().id());
  }
}

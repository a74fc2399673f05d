package dev.everstep.machine;

import dev.everstep.WorkflowContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activation of a durable method: its program counter and its locals. The processor generates a
 * subclass for each such method.
 *
 * <p>The life of a machine: {@link #bind}, then {@link #start} or {@link #restore}, then {@link
 * #resume} or {@link #resumeWithFailure} for each operation it asked for, until it returns {@link
 * Op.Return} or throws what its method threw. {@link #call} alone may run at any time and on any
 * thread after {@code bind}, since it reads no locals.
 *
 * <p>The program counter {@code pc} is 0 at the entry, the index of the suspension point while
 * suspended, and the number of a block while code runs. Numbers of blocks are never stored.
 *
 * <p>Not thread-safe: one thread at a time, with a happens-before edge between two. The engine
 * never throws into a machine to stop it, it drops the machine, so a user's {@code catch (Throwable
 * t)} sees the workflow's own failures only.
 */
public abstract class Machine {
  /** Where the machine is; see the class comment. */
  protected int pc;

  private @Nullable WorkflowContext context;
  private @Nullable Object arrived;
  private @Nullable Throwable failure;

  /**
   * Returns what is known of the method at compile time; the same object for all machines of a
   * class.
   */
  public abstract MachineType type();

  /**
   * Sets the workflow object, which the body calls its own {@code this}; a static method has no use
   * for it.
   */
  protected abstract void bindSelf(Object workflow);

  /**
   * Runs from {@code pc} to the next suspension point or to the end.
   *
   * @throws Throwable what the method threw
   */
  protected abstract Op run() throws Throwable;

  /** Returns the value of a local, boxed; null if it was never assigned. */
  public abstract @Nullable Object local(int index);

  /** Sets a local; a null for a primitive one means its default. */
  public abstract void local(int index, @Nullable Object value);

  /**
   * Calls the function of a step, or runs an inline step's body. Reads no locals: everything comes
   * from the invocation.
   *
   * @return its result; null if it has none
   * @throws Throwable what it threw
   */
  public abstract @Nullable Object call(int point, Invocation in) throws Throwable;

  /**
   * Gives the machine the workflow object and the context its body sees. Called once, before
   * anything else.
   */
  public final void bind(Object workflow, WorkflowContext context) {
    bindSelf(workflow);
    this.context = context;
  }

  /**
   * Runs the method from its beginning.
   *
   * @param arguments one for each of {@link MachineType#parameters()}
   * @throws Throwable what the method threw
   */
  public final Op start(@Nullable Object... arguments) throws Throwable {
    for (int i = 0; i < arguments.length; i++) {
      local(i, arguments[i]);
    }
    pc = 0;
    return run();
  }

  /**
   * Puts the machine at a suspension point; the locals that are live there are set by {@link
   * #local(int, Object)}.
   */
  public final void restore(int point) {
    pc = point;
  }

  /** Returns the index of the suspension point at which the machine waits. */
  public final int point() {
    return pc;
  }

  /**
   * Continues behind the suspension point with what was waited for.
   *
   * @param value a step's result; null for none
   * @throws Throwable what the method threw
   */
  public final Op resume(@Nullable Object value) throws Throwable {
    arrived = value;
    failure = null;
    return run();
  }

  /**
   * Continues behind the suspension point with the failure of what was waited for.
   *
   * @throws Throwable what the method threw
   */
  public final Op resumeWithFailure(Throwable cause) throws Throwable {
    arrived = null;
    failure = cause;
    return run();
  }

  /** Returns the context that the body sees. */
  protected final WorkflowContext context() {
    if (context == null) {
      throw new IllegalStateException("not bound");
    }
    return context;
  }

  /** Suspends at a step. */
  protected final Op step(int point, @Nullable Object... arguments) {
    pc = point;
    return new Op.Step(point, arguments);
  }

  /** Suspends at a call of a durable method. */
  protected final Op invoke(int point, @Nullable Object... arguments) {
    pc = point;
    return new Op.Call(point, arguments);
  }

  /** Suspends for a duration, counted from the start of the segment. */
  protected final Op sleep(int point, java.time.Duration duration) {
    pc = point;
    java.time.Instant now = context().now();
    java.time.Instant until;
    try {
      until = now.plus(duration);
    } catch (ArithmeticException | java.time.DateTimeException tooFar) {
      until = duration.isNegative() ? now : java.time.Instant.MAX;
    }
    return new Op.Sleep(point, until);
  }

  /** Suspends until an instant. */
  protected final Op sleepUntil(int point, java.time.Instant until) {
    pc = point;
    return new Op.Sleep(point, until);
  }

  /**
   * Returns its argument: the type that it is called with says what an expression means that is
   * passed on as an {@code Object}.
   */
  protected final <T extends @Nullable Object> T typed(T value) {
    return value;
  }

  /** Ends the method. */
  protected final Op end(@Nullable Object value) {
    return new Op.Return(value);
  }

  /**
   * Returns what the last suspension waited for, or throws its failure, checked or not. First in
   * every resume block.
   */
  protected final <T extends @Nullable Object> T take() {
    if (failure != null) {
      Throwable cause = failure;
      failure = null;
      throw Machine.<RuntimeException>sneaky(cause);
    }
    @SuppressWarnings("unchecked") // the engine read it by the type that the point declares
    T value = (T) arrived;
    arrived = null;
    return value;
  }

  /**
   * Returns true, which javac does not know: for what must be assigned in a condition, and for a
   * case whose guard is asked when its pattern has matched.
   */
  protected static boolean always(@Nullable Object... assigned) {
    return true;
  }

  /** Returns the elements of what a loop iterates, since an iterator cannot be stored. */
  protected static <T extends @Nullable Object> List<T> elements(Iterable<? extends T> all) {
    List<T> elements = new ArrayList<>();
    all.forEach(elements::add);
    return elements;
  }

  /**
   * Closes a resource, as a {@code try} statement does (JLS 14.20.3.1).
   *
   * @param resource null is not closed
   * @param failure what the {@code try} block threw, which a failure to close is then added to
   */
  protected static void close(@Nullable AutoCloseable resource, @Nullable Throwable failure)
      throws Exception {
    if (resource == null) {
      return;
    }
    if (failure == null) {
      resource.close();
      return;
    }
    try {
      resource.close();
    } catch (Throwable second) {
      failure.addSuppressed(second);
    }
  }

  @SuppressWarnings(
      "unchecked") // the cast is erased; this is how a checked exception leaves take()
  private static <X extends Throwable> X sneaky(Throwable cause) throws X {
    throw (X) cause;
  }
}

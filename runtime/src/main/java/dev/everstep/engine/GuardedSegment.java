package dev.everstep.engine;

import dev.everstep.GuardMissingException;
import dev.everstep.NondeterministicCallError;
import dev.everstep.RunId;
import dev.everstep.machine.Stack;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A segment while it executes, as the agent sees it. Without an agent there is nothing to it.
 *
 * <p>The agent keeps its state in a class of the boot loader, which is looked up once; an agent
 * that comes later than that is not seen. Confined to one thread.
 */
final class GuardedSegment {
  /** The class that the agent defines. */
  private static final String GUARD = "java.lang.EverstepGuard";

  /** The property in which an agent that was asked to forbid says why it is not in place. */
  private static final String MISSING = "everstep.guard.missing";

  private static final Logger LOG = LoggerFactory.getLogger(NondeterministicCallError.class);
  private static final @Nullable MethodHandle ENTER =
      find("enter", MethodType.methodType(Object.class, Class.class, Function.class));
  private static final @Nullable MethodHandle LEAVE =
      find("leave", MethodType.methodType(Throwable.class, Object.class));
  private static final GuardedSegment NONE = new GuardedSegment(null);

  private final @Nullable Object entered;

  private GuardedSegment(@Nullable Object entered) {
    this.entered = entered;
  }

  /**
   * Refuses to go on if the agent was asked to forbid and failed.
   *
   * @throws GuardMissingException ES602
   */
  static void check() {
    String missing = System.getProperty(MISSING);
    if (missing != null) {
      throw new GuardMissingException(missing);
    }
  }

  /** Begins a segment on this thread. */
  static GuardedSegment enter(RunId run, String workflow) {
    if (ENTER == null) {
      return NONE;
    }
    Function<Map<String, Object>, @Nullable Throwable> hook =
        report -> reported(report, run, workflow);
    try {
      return new GuardedSegment((Object) ENTER.invokeExact(Stack.class, hook));
    } catch (Throwable e) {
      throw new IllegalStateException("entering a segment", e);
    }
  }

  /**
   * Ends it.
   *
   * @return its first violation, whether or not the body let it through; null if there was none
   */
  @Nullable NondeterministicCallError leave() {
    if (entered == null || LEAVE == null) {
      return null;
    }
    try {
      return (NondeterministicCallError) (Throwable) LEAVE.invokeExact(entered);
    } catch (Throwable e) {
      throw new IllegalStateException("leaving a segment", e);
    }
  }

  private static @Nullable NondeterministicCallError reported(
      Map<String, Object> report, RunId run, String workflow) {
    NondeterministicCallError.Details details =
        new NondeterministicCallError.Details(
            (String) report.get("call"),
            (String) report.get("rule"),
            (String) report.get("reason"),
            (String) report.get("replacement"),
            ((List<?>) report.get("chain")).stream().map(String::valueOf).toList(),
            workflow,
            run);
    if (report.get("forbidden") == Boolean.TRUE) {
      return new NondeterministicCallError(details);
    }
    LOG.warn("{} Seen here: {}", details.text(), report.get("count"));
    return null;
  }

  private static @Nullable MethodHandle find(String name, MethodType type) {
    try {
      Class<?> guard = Class.forName(GUARD, true, null);
      return MethodHandles.publicLookup().findStatic(guard, name, type);
    } catch (ClassNotFoundException none) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an agent of another version of Everstep", e);
    }
  }
}

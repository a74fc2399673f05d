package dev.everstep.processor.diagnostic;

import java.util.function.Supplier;

/** A failure of the compiler itself, with the user's code that it was about. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String construct;
  private final transient Place place;

  private Fault(String construct, Place place, Throwable cause) {
    super(cause);
    this.construct = construct;
    this.place = place;
  }

  /**
   * Does a part of the compiler's work; what goes wrong in it becomes a fault.
   *
   * @param construct the code that the work is about
   * @throws Fault the innermost one
   */
  public static <T> T guard(String construct, Supplier<Place> place, Supplier<T> work) {
    try {
      return work.get();
    } catch (Fault inner) {
      throw inner;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new Fault(construct, place.get(), e);
    }
  }

  /** Reports the failure. */
  public void report(Diagnostics to) {
    to.report(Problem.ES099, place, construct, place.line(), shown(getCause()));
  }

  /** Returns what happened and where, in one line. */
  private static String shown(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause.getClass().getSimpleName()
        + ": "
        + message
        + (trace.length == 0 ? "" : ", at " + trace[0]);
  }
}

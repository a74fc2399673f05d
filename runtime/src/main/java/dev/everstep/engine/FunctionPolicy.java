package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.OnCrash;
import dev.everstep.machine.FunctionRef;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Function} says of a step's function. Immutable.
 *
 * @param attempts how often the step may fail, from 1
 * @param first pause behind the first failed attempt
 * @param longest the longest pause; equal to {@code first} for a fixed one
 * @param timeout of one attempt; null for none
 * @param nonRetryable exceptions after which no attempt is made
 * @param onCrash what becomes of a step in flight at a crash
 */
record FunctionPolicy(
    int attempts,
    Duration first,
    Duration longest,
    @Nullable Duration timeout,
    List<Class<? extends Throwable>> nonRetryable,
    OnCrash onCrash) {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int ATTEMPTS_MAX = 1_000_000;

  /** For inline steps, which have no annotation. */
  static final FunctionPolicy DEFAULT =
      new FunctionPolicy(1, FIRST, LONGEST, null, List.of(), OnCrash.RETRY);

  /**
   * Reads the annotation of a function, on its method or else on its class.
   *
   * @throws InvalidInputException if it has none, or its values make no sense
   */
  static FunctionPolicy of(FunctionRef function) {
    Class<?> owner = function.owner();
    if (owner == null) {
      return DEFAULT;
    }
    Function annotation = annotation(function, owner);
    if (annotation == null) {
      throw wrong(function, "it has no @Function, and neither has its class", null);
    }
    try {
      return of(annotation);
    } catch (IllegalArgumentException e) {
      throw wrong(function, e.getMessage(), e);
    }
  }

  private static @Nullable Function annotation(FunctionRef function, Class<?> owner) {
    try {
      Method method =
          owner.getDeclaredMethod(
              String.valueOf(function.method()),
              function.parameterTypes().toArray(Class<?>[]::new));
      Function onMethod = method.getAnnotation(Function.class);
      return onMethod != null ? onMethod : owner.getAnnotation(Function.class);
    } catch (NoSuchMethodException e) {
      throw wrong(
          function,
          "its class has no such method with the parameters it was compiled against; compile the"
              + " workflow again",
          e);
    }
  }

  private static FunctionPolicy of(Function annotation) {
    if (annotation.attempts() < 1 || annotation.attempts() > ATTEMPTS_MAX) {
      throw new IllegalArgumentException(
          "attempts=" + annotation.attempts() + ", allowed: 1 to " + ATTEMPTS_MAX);
    }
    Duration first = FIRST;
    Duration longest = LONGEST;
    if (!annotation.backoff().isEmpty()) {
      String[] bounds = annotation.backoff().split("\\.\\.", -1);
      if (bounds.length > 2) {
        throw new IllegalArgumentException(
            "backoff=\"" + annotation.backoff() + "\", allowed: one duration or first..longest");
      }
      first = Durations.parse(bounds[0]);
      longest = Durations.parse(bounds[bounds.length - 1]);
      if (longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "backoff=\"" + annotation.backoff() + "\": the longest pause is below the first");
      }
    }
    Duration timeout =
        annotation.timeout().isEmpty() ? null : Durations.parse(annotation.timeout());
    if (timeout != null && timeout.isZero()) {
      throw new IllegalArgumentException("timeout=\"" + annotation.timeout() + "\" leaves no time");
    }
    return new FunctionPolicy(
        annotation.attempts(),
        first,
        longest,
        timeout,
        List.of(annotation.nonRetryable()),
        annotation.onCrash());
  }

  private static InvalidInputException wrong(
      FunctionRef function, String what, @Nullable Throwable cause) {
    return new InvalidInputException(
        ErrorCode.ES209,
        "the settings of function " + function.name() + " are wrong: " + what + ".",
        cause);
  }

  /** Returns whether a failed attempt may be followed by another. */
  boolean retries(Throwable failure, int failures) {
    return failures < attempts && nonRetryable.stream().noneMatch(type -> type.isInstance(failure));
  }

  /**
   * Returns the pause behind a failed attempt: doubled from the first to the longest, and drawn
   * between half of that and all of it, unless it is a fixed one.
   *
   * @param failures how many attempts have failed, from 1
   */
  Duration pause(int failures, SplittableRandom random) {
    if (first.equals(longest)) {
      return first;
    }
    long cap = longest.toMillis();
    long full = first.toMillis();
    for (int i = 1; i < failures && full < cap; i++) {
      full = Math.min(cap, full * 2);
    }
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }
}

package dev.everstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that a step may call, or a class all of whose public methods are such. Side
 * effects live in functions.
 *
 * <p>An annotation on the method replaces the one on its class as a whole. A function is neither
 * overloaded nor generic, and may take a {@code StepContext} as first parameter. Its arguments and
 * result are stored as JSON.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Function {

  /**
   * Returns how often a step may try this function before its failure reaches the workflow: 1 to
   * 1,000,000. The default is 1, no retry: whether a second try is safe is the author's to say.
   * Attempts cut short by a crash are not counted, see {@link #onCrash()}.
   */
  int attempts() default 1;

  /**
   * Returns the pause between attempts as {@code "first..longest"}, say {@code "200ms..30s"}: it
   * doubles from the first to the longest, and each is drawn at random between half of that and all
   * of it. One duration alone is a fixed pause without jitter. Units: {@code ms}, {@code s}, {@code
   * m}, {@code h}, {@code d}. Empty, the default, means {@code "1s..1m"}. Only used when {@link
   * #attempts()} is more than 1.
   */
  String backoff() default "";

  /**
   * Returns how long one attempt may take, say {@code "20s"}, before its thread is interrupted and
   * the attempt has failed. Empty, the default, means no limit.
   */
  String timeout() default "";

  /**
   * Returns the exception types after which no further attempt is made; subclasses count as well.
   * Empty by default: every exception is retried while attempts are left.
   */
  Class<? extends Throwable>[] nonRetryable() default {};

  /** Returns what becomes of a step that was in flight when its process died. */
  OnCrash onCrash() default OnCrash.RETRY;
}

package dev.everstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that what a method calls does not change what a workflow does, though the catalogue of
 * nondeterministic calls names it.
 *
 * <p>Neither the agent nor the verify goal reports a call in such a method, in a lambda in it, or
 * below one of them. On a class it holds for all its methods.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.RUNTIME)
public @interface Deterministic {

  /** Why it makes no difference; not blank. */
  String reason();

  /**
   * The calls that are meant, such as {@code "java.lang.System#nanoTime"}, as reports name them;
   * overloads may be left off. All of them if there is none.
   */
  String[] calls() default {};
}

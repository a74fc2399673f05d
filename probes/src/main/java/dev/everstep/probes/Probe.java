package dev.everstep.probes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body with a nondeterministic call. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Probe {
  /** The call, as the catalogue names it; overloads may be left off. */
  String call();

  /** How the body reaches it. */
  Way by() default Way.DIRECT;

  /** Whether it can run in a test: not what ends the process or waits for a person. */
  boolean executes() default true;

  /** Whether the body's result may be another when it runs again, here or in another process. */
  boolean changesResult() default true;
}

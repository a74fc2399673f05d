package dev.everstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose entry method is compiled to a durable state machine.
 *
 * <p>The class has exactly one public instance method whose first parameter is {@code
 * WorkflowContext}: the entry. It has no mutable fields, since only locals are kept across a crash.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Workflow {

  /**
   * Returns the name that the journal keeps for this workflow's runs: 1 to 100 letters, digits,
   * {@code _}, {@code -} and {@code .}; unique in one application. Empty, the default, means the
   * class's simple name, with the names of enclosing classes before it and dots between. A name
   * once released must stay, since stored runs refer to it; the class may be renamed or moved.
   */
  String name() default "";
}

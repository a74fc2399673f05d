package dev.everstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class with durable methods that workflows share.
 *
 * <p>Each static method of it with a {@code WorkflowContext} parameter is compiled as a workflow's
 * entry is: it may hold steps, loops and calls of other durable methods, and is called from the
 * body of a workflow or of another durable method, which hands on its context. The class's own name
 * and the method's name and parameter types are kept in the journal while such a call waits.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Durable {}

/**
 * The rules for workflow classes and for functions; one class per subject.
 *
 * <p>Read {@link dev.everstep.processor.check.WorkflowCheck}, on attributed trees before a body is
 * read, and {@link dev.everstep.processor.check.FunctionCheck}, on the declarations of functions. A
 * check reports and changes nothing. What a body may hold is for {@code read} and {@code live} to
 * say, which know it.
 */
@NullMarked
package dev.everstep.processor.check;

import org.jspecify.annotations.NullMarked;

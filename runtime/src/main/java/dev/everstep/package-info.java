/**
 * Durable execution for Java, compiled: the API that users import.
 *
 * <p>Read {@link dev.everstep.WorkflowContext}, what a workflow body may ask for; {@link
 * dev.everstep.StepContext}, what a function may; and {@link dev.everstep.Everstep}, which opens a
 * data directory and starts runs. Apart from {@code Everstep} and its builder, which put the parts
 * together, this package depends on no other package of the runtime.
 */
@NullMarked
package dev.everstep;

import org.jspecify.annotations.NullMarked;

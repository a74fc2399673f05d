/**
 * The journal of one run as people and tools read it.
 *
 * <p>Read {@link dev.everstep.trace.Trace}, then {@link dev.everstep.trace.TraceEntry}, which is
 * also what the engine puts into the body of an entry: what is written and what is read are one
 * record. Depends on the journal and on {@code dev.everstep.codec}, to show failures.
 */
@NullMarked
package dev.everstep.trace;

import org.jspecify.annotations.NullMarked;

/**
 * The guard at run time: while a segment executes on a thread, a nondeterministic call throws.
 *
 * <p>Read {@link dev.everstep.agent.EverstepAgent}, which puts the parts together; {@link
 * dev.everstep.agent.Transformer} and {@link dev.everstep.agent.GuardedCalls}, which put a call of
 * the guard before the calls that the catalogue names; {@link dev.everstep.agent.boot.Guard}, which
 * is asked then; and {@link dev.everstep.agent.Judge}, which answers. The runtime opens and closes
 * segments, and makes the error. Nothing here is for use by applications but {@code EverstepAgent}.
 */
@NullMarked
package dev.everstep.agent;

import org.jspecify.annotations.NullMarked;

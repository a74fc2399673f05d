/**
 * Advances runs: a pure transition function inside a small shell.
 *
 * <p>Read {@link dev.everstep.engine.Advance}, which turns a run's state and an {@link
 * dev.everstep.engine.Event} into a {@link dev.everstep.engine.Change}: the transition to commit
 * and the state behind it. Then {@link dev.everstep.engine.Engine}, which commits changes and, once
 * they are durable, performs the action that follows from the new state alone. Recovery reads heads
 * and performs the same actions.
 *
 * <pre>
 * state            waits for       action once durable          events it takes
 * RUNNING          a step          call the function            returned, threw, cut
 * RUNNING          a due time      none: the run is parked      timer fired
 * STUCK            its reason      none                         retried
 * COMPLETED/FAILED nothing         answer who waits for it      none
 * </pre>
 *
 * <p>Threads: attempts run on their own threads under a bound, and so does the segment (the
 * workflow's own code) behind one; other segments run on as many threads as there are processors.
 * Journal callbacks only hand over. One run is advanced by one thread at a time, since it waits for
 * one thing at a time. Internal: users see {@code dev.everstep} only. Depends on everything below
 * it: machine, journal, codec, state, trace.
 */
@NullMarked
package dev.everstep.engine;

import org.jspecify.annotations.NullMarked;

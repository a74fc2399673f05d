/**
 * What the state of a head holds: all that a run needs to go on, whatever its history.
 *
 * <p>Read {@link dev.everstep.state.HeadState}, then {@link dev.everstep.state.Wait}. The engine
 * writes it, recovery and the trace read it. Depends on the journal's payloads and on {@code
 * dev.everstep.codec.RawJson}.
 */
@NullMarked
package dev.everstep.state;

import org.jspecify.annotations.NullMarked;

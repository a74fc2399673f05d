/**
 * Workflows that the agent's tests run in processes of their own; not in the agent's package, whose
 * classes it does not look into.
 */
@NullMarked
package dev.everstep.guarded;

import org.jspecify.annotations.NullMarked;

/**
 * Processes that are killed at random moments.
 *
 * <p>Read {@link dev.everstep.acceptance.crash.CrashTest}, which states what must hold.
 */
@NullMarked
package dev.everstep.acceptance.crash;

import org.jspecify.annotations.NullMarked;

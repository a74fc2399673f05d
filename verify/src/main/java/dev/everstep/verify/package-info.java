/**
 * The static check: which nondeterministic calls the bodies of workflows can reach, found in class
 * files.
 *
 * <p>Read {@link dev.everstep.verify.Determinism}, then {@link dev.everstep.verify.Request} and
 * {@link dev.everstep.verify.Report}. The Maven goal and the command line call it, and write the
 * report with {@code dev.everstep.verify.report}. Nothing of what is checked is loaded as a class.
 * All values are immutable; a check runs on one thread, and several may run at once.
 */
@NullMarked
package dev.everstep.verify;

import org.jspecify.annotations.NullMarked;

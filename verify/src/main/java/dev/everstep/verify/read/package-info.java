/**
 * Class files as the check sees them: for each method the operations that matter, in order.
 *
 * <p>Read {@link dev.everstep.verify.read.ClassSummary} and {@link dev.everstep.verify.read.Op};
 * {@link dev.everstep.verify.read.ClassFiles} makes them of bytes, and {@code Flow} follows the
 * values of one method, so that an operation knows what it works on. The only user of ASM.
 * Summaries are immutable and depend on nothing but the bytes.
 */
@NullMarked
package dev.everstep.verify.read;

import org.jspecify.annotations.NullMarked;

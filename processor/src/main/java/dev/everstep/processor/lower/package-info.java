/**
 * From the model to basic blocks.
 *
 * <p>Read {@link dev.everstep.processor.lower.Flow}, what comes out: blocks of statements, each
 * with a {@link dev.everstep.processor.lower.Terminator} and perhaps a handler for exceptions; then
 * {@link dev.everstep.processor.lower.Lowering}. A suspension point ends a block, and the block
 * behind it begins with what was waited for. Pure functions of the model; no trees.
 */
@NullMarked
package dev.everstep.processor.lower;

import org.jspecify.annotations.NullMarked;

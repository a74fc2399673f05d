/**
 * Which variables live in the frame, and which of them each suspension point stores.
 *
 * <p>Read {@link dev.everstep.processor.live.Frame}; then {@code Uses}, what a statement reads and
 * assigns, and {@code Liveness}, the analysis to a fixed point. {@link
 * dev.everstep.processor.live.FrameCheck} refuses what cannot be stored. Pure functions of blocks.
 */
@NullMarked
package dev.everstep.processor.live;

import org.jspecify.annotations.NullMarked;

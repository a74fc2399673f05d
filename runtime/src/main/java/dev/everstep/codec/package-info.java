/**
 * Values, frames and failures as JSON, and back as the same values.
 *
 * <p>Read {@link dev.everstep.codec.ValueCodec} (arguments and results), {@link
 * dev.everstep.codec.FrameCodec} (a run's frame stack, with sharing kept) and {@link
 * dev.everstep.codec.FailureCodec} (exceptions). What is written comes back as the same type with
 * the same content, or is refused with a code before anything is stored. Codecs are thread-safe and
 * hold caches by type only. Internal; depends on {@code dev.everstep}, {@code
 * dev.everstep.machine}, {@code dev.everstep.journal.Payload} and Jackson.
 */
@NullMarked
package dev.everstep.codec;

import org.jspecify.annotations.NullMarked;

/**
 * The step graph of a workflow as JSON, which the engine and tools find on the class path.
 *
 * <p>Read {@link dev.everstep.processor.describe.Descriptor}. Pure functions; the same model gives
 * the same bytes.
 */
@NullMarked
package dev.everstep.processor.describe;

import org.jspecify.annotations.NullMarked;

/**
 * Java text: its tokens, and types as they are named in descriptors.
 *
 * <p>Read {@link dev.everstep.processor.text.Tokens}. Pure functions that depend on nothing.
 */
@NullMarked
package dev.everstep.processor.text;

import org.jspecify.annotations.NullMarked;

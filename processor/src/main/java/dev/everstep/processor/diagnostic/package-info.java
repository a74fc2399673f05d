/**
 * What the compiler says to the user: every code with its text, and a place in the source.
 *
 * <p>Read {@link dev.everstep.processor.diagnostic.Problem}, then {@link
 * dev.everstep.processor.diagnostic.Diagnostics}. Depends on nothing.
 */
@NullMarked
package dev.everstep.processor.diagnostic;

import org.jspecify.annotations.NullMarked;

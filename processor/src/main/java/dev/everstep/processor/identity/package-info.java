/**
 * What suspension points are called, and how they keep their names when the code around them is
 * edited.
 *
 * <p>Read {@link dev.everstep.processor.identity.Fingerprints}, then {@link
 * dev.everstep.processor.identity.Matching} and {@link dev.everstep.processor.identity.Identities}.
 * A {@link dev.everstep.processor.identity.Baseline} is an earlier step graph; it says which ids
 * and indices are taken. Both are never given to another point again, as field numbers in a wire
 * format. Pure functions: who reads the file is not known here.
 */
@NullMarked
package dev.everstep.processor.identity;

import org.jspecify.annotations.NullMarked;

/**
 * How the values that a suspension point stores came about: fingerprints that tell whether changed
 * code would have made the same.
 *
 * <p>Read {@link dev.everstep.processor.origin.Origins}, then {@code Program}, the blocks as a
 * graph of statements; {@code Definitions}, which puts it into static single assignment form
 * (Cytron et al., 1991) with what decides at each join (the gates of Ottenstein et al., 1990);
 * {@code Mutability}, what may change behind a variable's back; and {@code Hashing}, which gives
 * equal fingerprints to equal graphs alone. Where it is not sure, a fingerprint covers more. Pure
 * functions of blocks.
 */
@NullMarked
package dev.everstep.processor.origin;

import org.jspecify.annotations.NullMarked;

/**
 * Random programs: typed, the same for the same seed, and made so that they end.
 *
 * <p>Read {@link dev.everstep.processor.differential.random.ProgramGenerator}, then {@link
 * dev.everstep.processor.differential.random.Construct}: what the programs are made of. A program
 * is a tree of {@link dev.everstep.processor.differential.random.Node}s, so that {@link
 * dev.everstep.processor.differential.random.Shrinker} can take parts away.
 */
@NullMarked
package dev.everstep.processor.differential.random;

import org.jspecify.annotations.NullMarked;

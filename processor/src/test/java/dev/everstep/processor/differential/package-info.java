/**
 * Differential tests of the compiler: what a workflow does as plain Java, its machine does too,
 * wherever it is stopped.
 *
 * <p>Read {@link dev.everstep.processor.differential.DifferentialTest}, then {@link
 * dev.everstep.processor.differential.Way}: the ways to run a program. The programs are files in
 * {@code src/test/resources/programs} and what {@link
 * dev.everstep.processor.differential.random.ProgramGenerator} writes; both call the functions of
 * {@link dev.everstep.processor.differential.world.Steps}.
 */
@NullMarked
package dev.everstep.processor.differential;

import org.jspecify.annotations.NullMarked;

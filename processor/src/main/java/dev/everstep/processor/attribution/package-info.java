/**
 * Types for the trees of workflow files, from a private javac that the host's compilation never
 * sees.
 *
 * <p>Read {@link dev.everstep.processor.attribution.AttributedWorkflow}. Uses javac's public Tree
 * API only.
 */
@NullMarked
package dev.everstep.processor.attribution;

import org.jspecify.annotations.NullMarked;

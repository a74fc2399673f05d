/**
 * The catalogue of calls that matter to the determinism of a workflow's body.
 *
 * <p>Read the head of {@code nondeterminism.txt}, then {@link dev.everstep.catalogue.Catalogue} and
 * {@link dev.everstep.catalogue.Rule}. The agent and the verify goal decide by the same rules; what
 * only one of them can see, rules say by an {@link dev.everstep.catalogue.Attribute}. Everything
 * here is immutable. Touches nothing but the JDK, and loads no class that it names.
 */
@NullMarked
package dev.everstep.catalogue;

import org.jspecify.annotations.NullMarked;

/**
 * Libraries that nobody here wrote, compiled as workflows: each method that has no type parameters
 * becomes the entry of one, as it stands and with its calls turned into steps.
 *
 * <p>Read {@code CorpusTest}, then {@code Batch}, which goes through the phases; {@code Taking}
 * makes workflows of methods, {@code Forcing} steps of calls, {@code Comparison} runs both.
 */
@NullMarked
package dev.everstep.processor.corpus;

import org.jspecify.annotations.NullMarked;

/**
 * The workflow compiler.
 *
 * <p>Read {@link dev.everstep.processor.WorkflowProcessor}, which javac calls, then {@link
 * dev.everstep.processor.WorkflowCompiler}, which takes a workflow through the phases, a package
 * each: {@code attribution}, {@code read}, {@code lower}, {@code live}, {@code identity}, {@code
 * emit} and {@code describe}. Problems go to {@code diagnostic}.
 */
@NullMarked
package dev.everstep.processor;

import org.jspecify.annotations.NullMarked;

package dev.everstep.processor;

import dev.everstep.processor.emit.MachineSource;
import java.util.List;

/**
 * What the compiler makes of a workflow.
 *
 * @param sources to be written with the {@code Filer}
 * @param descriptorPath of the step graph, among the class files
 * @param descriptorJson the step graph
 */
public record CompiledWorkflow(
    List<MachineSource> sources, String descriptorPath, String descriptorJson) {
  /** Copies the list. */
  public CompiledWorkflow {
    sources = List.copyOf(sources);
  }
}

package dev.everstep.processor.support;

import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.processor.CompiledWorkflow;
import dev.everstep.processor.WorkflowCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow that was compiled from text, loaded, and can be run by a {@link Driver}. */
public final class Compiled {
  private final CompiledWorkflow workflow;
  private final Class<?> type;
  private final MachineType machine;

  private Compiled(CompiledWorkflow workflow, Class<?> type, MachineType machine) {
    this.workflow = workflow;
    this.type = type;
    this.machine = machine;
  }

  /** Compiles a file of package {@code app} whose first class is the workflow. */
  public static Compiled of(String className, String text) {
    InMemory.Source source = new InMemory.Source("app." + className, text);
    Reports reports = new Reports();
    CompiledWorkflow workflow =
        WorkflowCompiler.compile(InMemory.attribute(source, "app." + className), reports)
            .orElseThrow(() -> new AssertionError(reports.toString()));
    List<InMemory.Source> sources = new ArrayList<>(List.of(source));
    workflow.sources().forEach(file -> sources.add(new InMemory.Source(file.name(), file.text())));
    ClassLoader loader = InMemory.compile(sources);
    try {
      Class<?> machine = loader.loadClass("app." + className + "$run");
      return new Compiled(
          workflow,
          loader.loadClass("app." + className),
          (MachineType) machine.getField("TYPE").get(null));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Wraps the statements of an entry into a workflow class; {@link Work} has functions for it. */
  public static String body(String signature, String statements) {
    return """
        package app;
        import dev.everstep.*;
        import java.time.*;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        import dev.everstep.processor.support.Work;
        @SuppressWarnings({"unused", "serial", "lossy-conversions"})
        public class Flow {
          public Flow() {}
          public %s {
        %s
          }
        }
        """
        .formatted(signature, statements.indent(4).stripTrailing());
  }

  /** Returns the generated source. */
  public String source() {
    return workflow.sources().get(0).text();
  }

  /** Returns the step graph. */
  public String descriptor() {
    return workflow.descriptorJson();
  }

  /** Returns what is known of the method. */
  public MachineType type() {
    return machine;
  }

  /** Returns a machine that is bound to a new workflow object. */
  public Machine machine(TestContext context) {
    try {
      Machine made = machine.create();
      made.bind(type.getConstructor().newInstance(), context);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns what the plain method returns. */
  public @Nullable Object plain(TestContext context, @Nullable Object... arguments)
      throws Throwable {
    return Driver.plain(type, machine.method(), context, arguments);
  }
}

package dev.everstep.processor;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.describe.Descriptor;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.emit.MachineWriter;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.live.FrameCheck;
import dev.everstep.processor.live.Storability;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.read.BodyReader;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/**
 * The phases in order: read, lower, live, emit, describe. A workflow whose body is refused in one
 * phase does not reach the next; all problems of a phase are reported.
 */
public final class WorkflowCompiler {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private WorkflowCompiler() {}

  /** Returns what a workflow is compiled to; empty if something was reported. */
  public static Optional<CompiledWorkflow> compile(
      AttributedWorkflow workflow, Diagnostics diagnostics) {
    Counting reports = new Counting(diagnostics);
    try {
      return Fault.guard(
          "workflow " + workflow.name(), () -> place(workflow), () -> phases(workflow, reports));
    } catch (Fault fault) {
      fault.report(reports);
      return Optional.empty();
    }
  }

  private static Place place(AttributedWorkflow workflow) {
    long start =
        workflow.trees().getSourcePositions().getStartPosition(workflow.unit(), workflow.tree());
    return new Place((int) start, (int) workflow.unit().getLineMap().getLineNumber(start));
  }

  private static Optional<CompiledWorkflow> phases(AttributedWorkflow workflow, Counting reports) {
    Optional<Body> body = BodyReader.read(workflow, reports);
    if (body.isEmpty() || reports.hasErrors()) {
      return Optional.empty();
    }
    Flow flow = Lowering.lower(body.get());
    Frame frame = Frame.of(body.get(), flow);
    Storability storability = new Storability(workflow.elements(), workflow.types());
    FrameCheck.check(body.get(), flow, frame, storability, reports);
    if (reports.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new CompiledWorkflow(
            List.of(MachineWriter.write(body.get(), flow, frame, knowsGenerated(workflow))),
            Descriptor.path(body.get()),
            Descriptor.write(
                workflow.elements().getBinaryName(workflow.element()).toString(),
                List.of(
                    new Descriptor.Method(
                        body.get(),
                        flow,
                        frame,
                        MachineWriter.name(body.get()).reflectionName())))));
  }

  /** A module that does not read {@code java.compiler} cannot name the annotation. */
  private static boolean knowsGenerated(AttributedWorkflow workflow) {
    ModuleElement module = workflow.elements().getModuleOf(workflow.element());
    TypeElement annotation =
        module == null
            ? workflow.elements().getTypeElement(GENERATED)
            : workflow.elements().getTypeElement(module, GENERATED);
    return annotation != null;
  }

  /** Counts the problems of one workflow; its file may have others. */
  private static final class Counting implements Diagnostics {
    private final Diagnostics to;
    private boolean any;

    Counting(Diagnostics to) {
      this.to = to;
    }

    @Override
    public void report(Problem problem, Place place, Object... arguments) {
      any = true;
      to.report(problem, place, arguments);
    }

    @Override
    public boolean hasErrors() {
      return any;
    }
  }
}

package dev.everstep.processor;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.describe.Descriptor;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.emit.Home;
import dev.everstep.processor.emit.MachineWriter;
import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.Fingerprints;
import dev.everstep.processor.identity.Identities;
import dev.everstep.processor.identity.RenamedLocals;
import dev.everstep.processor.identity.RenamedMethods;
import dev.everstep.processor.identity.Traits;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.live.FrameCheck;
import dev.everstep.processor.live.Storability;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.migrate.Hook;
import dev.everstep.processor.migrate.HookReader;
import dev.everstep.processor.migrate.Target;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.origin.Callees;
import dev.everstep.processor.origin.Origins;
import dev.everstep.processor.read.BodyReader;
import dev.everstep.processor.read.PlainMembers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The phases in order: read, lower, live, identity, emit, describe. A workflow whose body is
 * refused in one phase does not reach the next; all problems of a phase are reported.
 */
public final class WorkflowCompiler {
  private WorkflowCompiler() {}

  /** Returns what a workflow without an earlier version is compiled to. */
  public static Optional<CompiledWorkflow> compile(
      AttributedWorkflow workflow, Diagnostics diagnostics) {
    return compile(workflow, null, diagnostics);
  }

  /**
   * Returns what a workflow is compiled to; empty if something was reported.
   *
   * @param baseline says what suspension points are called; null if that is free
   */
  public static Optional<CompiledWorkflow> compile(
      AttributedWorkflow workflow, @Nullable Baseline baseline, Diagnostics diagnostics) {
    Counting reports = new Counting(diagnostics);
    try {
      return Fault.guard(
          "workflow " + workflow.name(),
          () -> place(workflow),
          () -> phases(workflow, baseline, reports));
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

  private static Optional<CompiledWorkflow> phases(
      AttributedWorkflow workflow, @Nullable Baseline baseline, Counting reports) {
    List<Body> read = BodyReader.read(workflow, reports);
    if (read.isEmpty() || reports.hasErrors()) {
      return Optional.empty();
    }
    List<Body> bodies = baseline == null ? read : RenamedMethods.of(read, baseline);
    Storability storability = new Storability(workflow.elements(), workflow.types());
    List<Descriptor.Method> methods = new ArrayList<>();
    Set<String> helpers = new HashSet<>();
    for (Body body : bodies) {
      if (!body.method().isEntry()) {
        helpers.add(body.method().storedName());
        helpers.addAll(body.former());
      }
      methods.add(method(body, baseline));
    }
    methods = originated(methods, PlainMembers.of(workflow), baseline);
    for (Descriptor.Method one : methods) {
      FrameCheck.check(
          one.body(), one.flow(), one.frame(), storability.knowing(one.body().types()), reports);
    }
    if (reports.hasErrors()) {
      return Optional.empty();
    }
    List<Hook> hooks =
        HookReader.read(
            workflow,
            methods.stream().map(one -> new Target(one.body(), one.frame())).toList(),
            baseline,
            reports);
    if (reports.hasErrors()) {
      return Optional.empty();
    }
    Home home = Home.of(workflow.element(), workflow.elements());
    return Optional.of(
        new CompiledWorkflow(
            methods.stream()
                .map(
                    one ->
                        MachineWriter.write(
                            one.body(), one.flow(), one.frame(), home, of(one, hooks)))
                .toList(),
            Descriptor.path(workflow.element(), workflow.name()),
            Descriptor.write(
                workflow.elements().getBinaryName(workflow.element()).toString(),
                methods,
                baseline == null ? List.of() : baseline.removed(helpers),
                hooks)));
  }

  private static List<Hook> of(Descriptor.Method method, List<Hook> hooks) {
    return hooks.stream().filter(hook -> hook.method().equals(method.body().method())).toList();
  }

  /** Lowers a method, and gives its points the names that the baseline has for them. */
  private static Descriptor.Method method(Body read, @Nullable Baseline baseline) {
    Body body = read;
    Flow flow = Lowering.lower(body);
    Frame frame = Frame.of(body, flow);
    Fingerprints fingerprints = Fingerprints.of(body, flow, frame);
    List<Baseline.Point> retired = List.of();
    if (baseline != null) {
      Baseline.Method before = RenamedMethods.before(body, baseline);
      Identities identities = Identities.of(Traits.of(body, frame, fingerprints), before);
      retired = identities.retired();
      body = body.identified(identities.points());
      flow = Lowering.lower(body);
      frame = Frame.of(body, flow);
    }
    return new Descriptor.Method(
        body,
        flow,
        frame,
        MachineWriter.name(body).reflectionName(),
        fingerprints,
        Origins.none(),
        retired);
  }

  /**
   * Adds how stored values are made, for which all methods have to be known, and so what they were
   * called in the baseline.
   */
  private static List<Descriptor.Method> originated(
      List<Descriptor.Method> methods, Map<String, String> members, @Nullable Baseline baseline) {
    Callees callees = new Callees();
    methods.forEach(one -> callees.add(one.body(), one.flow(), one.fingerprints(), members));
    Map<String, String> known = callees.all();
    List<Descriptor.Method> all = new ArrayList<>();
    for (Descriptor.Method one : methods) {
      Origins origins = Origins.of(one.body(), one.flow(), one.frame(), members, known);
      Frame frame = one.frame();
      if (baseline != null) {
        frame =
            frame.renamed(
                RenamedLocals.of(
                    one.body(),
                    frame,
                    one.fingerprints(),
                    RenamedMethods.before(one.body(), baseline),
                    (site, local) -> origins.at(site).live().getOrDefault(local, "?"),
                    local -> Descriptor.type(local, methods)));
      }
      all.add(one.with(origins, frame));
    }
    return all;
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

package dev.everstep.processor.corpus;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.check.WorkflowCheck;
import dev.everstep.processor.describe.Descriptor;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.emit.Home;
import dev.everstep.processor.emit.MachineSource;
import dev.everstep.processor.emit.MachineWriter;
import dev.everstep.processor.identity.Fingerprints;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.live.FrameCheck;
import dev.everstep.processor.live.Storability;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.origin.Origins;
import dev.everstep.processor.read.BodyReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The phases of the compiler for one class whose methods were taken. They are gone through here,
 * since a workflow is refused as a whole, and each method is to go its own way.
 */
final class Phases {
  /** What is said of a method only because its class has other entries. */
  private static final Set<String> SHAPE = Set.of("ES002", "ES003", "ES008");

  private final AttributedWorkflow workflow;
  private final Home home;
  private final Copies copies;
  private final Storability storability;
  private final Map<Taken, Set<String>> codes = new HashMap<>();

  /** The copies in a file. */
  interface Copies {
    /** Returns the copy at a position; null if there is none. */
    @Nullable Taken at(int position);

    /** Returns the copy of a name; null if a method is none. */
    @Nullable Taken named(String method);
  }

  private Phases(AttributedWorkflow workflow, Copies copies) {
    this.workflow = workflow;
    this.home = Home.of(workflow.element(), workflow.elements());
    this.copies = copies;
    this.storability = new Storability(workflow.elements(), workflow.types());
  }

  /**
   * Compiles the copies in a class; refused ones are written if nothing but storing is in their
   * way.
   */
  static List<Verdict> compile(AttributedWorkflow workflow, Copies copies) {
    Phases phases = new Phases(workflow, copies);
    List<Verdict> verdicts = new ArrayList<>();
    WorkflowCheck.check(workflow, phases.new Codes());
    for (Body body : BodyReader.read(workflow, phases.new Codes())) {
      Taken taken = copies.named(body.method().name());
      if (taken != null) {
        verdicts.add(phases.compile(taken, body));
      }
    }
    return verdicts;
  }

  private Verdict compile(Taken taken, Body body) {
    try {
      Set<String> refused = codes.getOrDefault(taken, Set.of());
      if (!refused.isEmpty()) {
        return new Verdict(taken, refused, null, "", null);
      }
      Flow flow = Lowering.lower(body);
      Frame frame = Frame.of(body, flow);
      FrameCheck.check(body, flow, frame, storability, new Codes());
      Verdict verdict = new Verdict(taken, codes.getOrDefault(taken, Set.of()), null, "", null);
      if (!verdict.codes().isEmpty() && !verdict.isOnlyUnstorable()) {
        return verdict;
      }
      describe(body, flow, frame);
      MachineSource source = MachineWriter.write(body, flow, frame, home);
      return new Verdict(taken, verdict.codes(), source.name(), source.text(), null);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return new Verdict(taken, Set.of(), null, "", e);
    }
  }

  private void describe(Body body, Flow flow, Frame frame) {
    String machine = MachineWriter.name(body).reflectionName();
    Descriptor.Method method =
        new Descriptor.Method(
            body,
            flow,
            frame,
            machine,
            Fingerprints.of(body, flow, frame),
            Origins.of(body, flow, frame, Map.of(), Map.of()),
            List.of());
    String json = Descriptor.write(workflow.name(), List.of(method), List.of());
    if (!json.contains(machine)) {
      throw new AssertionError(json);
    }
  }

  /** Keeps the codes of what is reported, for the copy that it is about. */
  private final class Codes implements Diagnostics {
    @Override
    public void report(Problem problem, Place place, Object... arguments) {
      // What is wrong outside of the copies is so since the class was never meant to be a workflow.
      Taken taken = copies.at(place.position());
      if (taken != null && !SHAPE.contains(problem.name())) {
        codes.computeIfAbsent(taken, one -> new TreeSet<>()).add(problem.name());
      }
    }

    @Override
    public boolean hasErrors() {
      return !codes.isEmpty();
    }
  }
}

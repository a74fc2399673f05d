package dev.everstep.processor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowCompiler;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.read.BodyReader;
import dev.everstep.processor.support.Compiled;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code String run(WorkflowContext ctx, int n, String s)}, attributed by one javac. */
final class Versions {
  private final Map<String, AttributedWorkflow> workflows = new LinkedHashMap<>();

  Versions(List<String> bodies) {
    Map<String, String> names = new LinkedHashMap<>();
    List<InMemory.Source> sources = new ArrayList<>();
    for (String body : bodies) {
      if (!names.containsKey(body)) {
        String name = "Flow" + names.size();
        names.put(body, name);
        String text =
            Compiled.body(
                "String run(WorkflowContext ctx, int n, String s) throws Exception", body);
        sources.add(
            new InMemory.Source("app." + name, text.replaceAll("\\bFlow\\b(?=[ (])", name)));
      }
    }
    Map<String, AttributedWorkflow> attributed = InMemory.attribute(sources);
    names.forEach(
        (body, name) -> workflows.put(body, Objects.requireNonNull(attributed.get("app." + name))));
  }

  /** Compiles a body; returns what it says to later versions. */
  Baseline compile(String body, @Nullable Baseline before) throws BaselineException {
    AttributedWorkflow workflow = Objects.requireNonNull(workflows.get(body));
    Reports reports = new Reports();
    String descriptor =
        WorkflowCompiler.compile(workflow, before, reports)
            .orElseThrow(() -> new AssertionError(reports.toString()))
            .descriptorJson();
    return BaselineReader.read(descriptor, workflow.name());
  }

  /** Returns the fingerprints of a body. */
  Fingerprints fingerprints(String body) {
    Reports reports = new Reports();
    Body read = BodyReader.read(Objects.requireNonNull(workflows.get(body)), reports).get(0);
    assertThat(reports.all()).isEmpty();
    Flow flow = Lowering.lower(read);
    return Fingerprints.of(read, flow, Frame.of(read, flow));
  }
}

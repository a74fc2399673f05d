package dev.everstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.journal.Journal;
import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.upgrade.StepGraphs;
import dev.everstep.upgrade.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which unfinished runs can go on with other code. */
@Command(
    name = "upgrade-check",
    description = {
      "Says which unfinished runs of a data directory can go on with other code.",
      "Compares step graphs: changes nothing, runs nothing, and works while a process",
      "has the directory open. Ends with exit code 1 if a run can't go on. One JSON",
      "object for each place where runs wait if piped."
    })
final class UpgradeCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = "--from",
      paramLabel = "<code>",
      required = true,
      description = {
        "The code that the runs are of: a jar, a directory of classes, or one of",
        "accepted step graphs. May be given again."
      })
  List<Path> from = new ArrayList<>();

  @Parameters(
      paramLabel = "<code>",
      arity = "1..*",
      description = "The code to deploy, in the same forms; with it what it calls.")
  List<Path> to = new ArrayList<>();

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  UpgradeCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StepGraphs earlier = graphs(from);
    StepGraphs later = graphs(to);
    RunsInFlight runs;
    try (Journal journal = data.read()) {
      runs = RunsInFlight.read(journal, earlier, later);
    }
    if (json || !console.outIsTerminal()) {
      console.progress(runs.text(data.path.toString()));
      runs.places().forEach(place -> console.println(json(place)));
    } else {
      show(runs);
    }
    return runs.cannot() > 0 ? Main.FAILED : Main.DONE;
  }

  private static StepGraphs graphs(List<Path> code) {
    for (Path each : code) {
      if (!Files.exists(each)) {
        throw FileErrors.unusable(each.toString(), new NoSuchFileException(each.toString()));
      }
    }
    StepGraphs graphs = StepGraphs.ofCode(code);
    if (graphs.all().isEmpty()) {
      String named = String.join(", ", code.stream().map(Path::toString).toList());
      throw FileErrors.unusable(
          named, new IOException("no workflow was compiled into it; there are no step graphs"));
    }
    return graphs;
  }

  private void show(RunsInFlight runs) {
    console.println(runs.text(data.path.toString()));
    for (RunsInFlight.Place place : runs.places()) {
      console.println("  " + place.text());
      Verdict verdict = place.verdict();
      for (Reason reason : verdict == null ? List.<Reason>of() : verdict.reasons()) {
        console.println("      " + reason.text());
        if (reason.hint() != null) {
          console.println("      " + reason.hint());
        }
      }
    }
  }

  private static String json(RunsInFlight.Place place) {
    return Json.object(
        out -> {
          Json.text(out, "workflow", place.workflow());
          Json.text(out, "at", place.at());
          out.writeNumberField("runs", place.runs());
          out.writeArrayFieldStart("ids");
          for (String run : place.named()) {
            out.writeString(run);
          }
          out.writeEndArray();
          Verdict verdict = place.verdict();
          Json.text(out, "answer", verdict == null ? "NOT_JUDGED" : verdict.answer());
          Json.text(out, "unjudged", place.unjudged());
          if (verdict != null) {
            reasons(out, verdict);
          }
        });
  }

  private static void reasons(JsonGenerator out, Verdict verdict) throws IOException {
    out.writeArrayFieldStart("reasons");
    for (Reason reason : verdict.reasons()) {
      out.writeStartObject();
      Json.text(out, "kind", reason.kind());
      Json.text(out, "method", reason.method());
      Json.text(out, "point", reason.point());
      Json.text(out, "local", reason.local());
      Json.text(out, "text", reason.text());
      Json.text(out, "hint", reason.hint());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}

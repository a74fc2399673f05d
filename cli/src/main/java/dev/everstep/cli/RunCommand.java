package dev.everstep.cli;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a run and waits for its result. */
@Command(
    name = "run",
    description = {
      "Starts a run of a workflow on the class path, waits for it and prints its result.",
      "The result is JSON. Other runs of the directory that a crash interrupted go on meanwhile."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Parameters(paramLabel = "<workflow>", description = "The workflow's name, as in Research.")
  String workflow = "";

  @Option(
      names = "--input",
      paramLabel = "<json>",
      defaultValue = "[]",
      description =
          "A JSON array of the arguments, or the one argument itself; '-' reads standard input."
              + " Default: no arguments.")
  String input = "";

  @Option(
      names = "--id",
      paramLabel = "<id>",
      description = "The run's id. If it exists, that run's result is printed.")
  @Nullable String id;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunId named = id == null ? null : new RunId(id);
    String json =
        input.equals("-") ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8) : input;
    try (Journal journal = data.own();
        Everstep everstep = Everstep.builder().journal(journal).open()) {
      Run<?> run = everstep.startJson(named, workflow, json);
      console.progress("run " + run.id() + " of " + workflow + " in " + data.path);
      Progress progress = new Progress(console, journal);
      progress.await(run);
      console.println(progress.result(run));
    }
    return Main.DONE;
  }
}

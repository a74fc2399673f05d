package dev.everstep.cli;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.trace.Trace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what one run did. */
@Command(
    name = "trace",
    description = {"Shows what a run did and what it waits for.", "One JSON object if piped."})
final class TraceCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = {"-r", "--run"},
      required = true,
      paramLabel = "<id>",
      description = "The run.")
  String run = "";

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunId id = new RunId(run);
    try (Journal journal = data.read()) {
      Trace trace = Trace.read(journal, id).orElseThrow(() -> unknown(id, data));
      if (json || !console.outIsTerminal()) {
        console.println(Json.trace(trace));
      } else {
        console.print(TraceTable.of(trace));
      }
    }
    return Main.DONE;
  }

  static InvalidInputException unknown(RunId id, DataDirectory data) {
    return new InvalidInputException(
        ErrorCode.ES502,
        "no run with id=" + id + " in " + data.path + ". 'everstep inspect runs ls' lists them.");
  }
}

package dev.everstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on a whole data directory. */
@Command(
    name = "journal",
    description =
        "Exports, imports, checks, repairs, compacts and measures a whole data directory.")
final class JournalCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}

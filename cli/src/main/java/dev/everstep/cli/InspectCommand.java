package dev.everstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands that only read. */
@Command(
    name = "inspect",
    description =
        "Shows runs and traces of a data directory, whether or not a process works on it.")
final class InspectCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}

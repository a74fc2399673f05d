package dev.everstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands about many runs. */
@Command(name = "runs", description = "Shows runs.")
final class InspectRunsCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}

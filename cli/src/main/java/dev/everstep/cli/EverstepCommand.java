package dev.everstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = "everstep",
    description = "Runs workflows that survive crashes, and shows what they did.",
    mixinStandardHelpOptions = true,
    versionProvider = EverstepCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 a workflow threw, a run was left out or a check found",
      "something, 2 wrong use or input, 3 no such run or directory, 4 a run is stuck,",
      "5 the data directory cannot be used, 70 a fault of Everstep itself."
    })
final class EverstepCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "everstep " + Main.version() + ", Java " + System.getProperty("java.version")
      };
    }
  }
}

package dev.everstep.cli;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.verify.VerifyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The {@code everstep} command. Exit codes:
 *
 * <pre>
 *   0    done; of run, resume and retry: every run has completed
 *   1    a workflow threw; of journal: a run is damaged, or was not exported or imported; of verify: a call that fails it
 *   2    the command line or the input is wrong; nothing was started
 *   3    there is no such data directory, or no such run
 *   4    a run is stuck
 *   5    the data directory cannot be used: taken by another process, of a newer format, damaged
 *   70   a fault of Everstep itself
 * </pre>
 */
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USE = 2;
  static final int NOT_FOUND = 3;
  static final int STUCK = 4;
  static final int JOURNAL = 5;
  static final int FAULT = 70;

  private Main() {}

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Console.system(System.getenv()), System.getenv(), arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  public static int run(Console console, Map<String, String> environment, String... arguments) {
    CommandLine command = command(console, environment);
    command.setParameterExceptionHandler((e, given) -> wrongUse(console, e));
    command.setExecutionExceptionHandler((e, failed, parsed) -> failure(console, e));
    return command.execute(arguments);
  }

  /** Returns the commands with their options; picocli makes parsing and help of them. */
  static CommandLine command(Console console, Map<String, String> environment) {
    CommandLine inspect =
        new CommandLine(new InspectCommand())
            .addSubcommand(
                new CommandLine(new InspectRunsCommand())
                    .addSubcommand(new ListRunsCommand(console)))
            .addSubcommand(new TraceCommand(console));
    CommandLine journal =
        new CommandLine(new JournalCommand())
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new StatsCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new RepairCommand(console))
            .addSubcommand(new CompactCommand(console));
    return new CommandLine(new EverstepCommand())
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new ResumeCommand(console))
        .addSubcommand(new RetryCommand(console))
        .addSubcommand(inspect)
        .addSubcommand(journal)
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new UpgradeCheckCommand(console))
        .setDefaultValueProvider(
            argument ->
                argument.isOption() && argument.paramLabel().equals(DataDirectory.LABEL)
                    ? environment.getOrDefault(DataDirectory.VARIABLE, DataDirectory.DEFAULT)
                    : null)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(console.writer());
  }

  private static int wrongUse(Console console, ParameterException e) {
    console.error(
        "["
            + ErrorCode.ES503
            + "] "
            + e.getMessage()
            + ". '"
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help' shows what there is. docs/errors/"
            + ErrorCode.ES503
            + ".md");
    return WRONG_USE;
  }

  private static int failure(Console console, Exception e) {
    if (e instanceof EverstepException coded) {
      console.error(String.valueOf(coded.getMessage()));
      return exitCode(coded.code());
    }
    if (e instanceof VerifyException coded) {
      console.error(String.valueOf(coded.getMessage()));
      return WRONG_USE;
    }
    StringWriter stack = new StringWriter();
    e.printStackTrace(new PrintWriter(stack));
    console.error(
        "["
            + ErrorCode.ES599
            + "] a fault of Everstep itself. Runs are kept; report what follows. docs/errors/"
            + ErrorCode.ES599
            + ".md\n"
            + stack);
    return FAULT;
  }

  static int exitCode(ErrorCode code) {
    return switch (code) {
      case ES201 -> FAILED;
      case ES322 -> WRONG_USE;
      case ES313, ES501, ES502 -> NOT_FOUND;
      case ES599 -> FAULT;
      default ->
          switch (code.name().charAt(2)) {
            case '2' -> STUCK;
            case '3' -> JOURNAL;
            default -> WRONG_USE;
          };
    };
  }

  /** Returns this version, as the build wrote it. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}

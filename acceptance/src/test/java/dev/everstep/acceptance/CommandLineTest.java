package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @Test
  void printsItsVersionAndThatOfJava() {
    CommandResult result = CommandResult.piped("--version");

    assertThat(result.out())
        .matches("everstep \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?, Java \\d+[.\\d]*\\S*\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void describesItsCommands() {
    Goldens.check(
        "help.txt",
        CommandResult.piped("--help").out()
            + "\n"
            + CommandResult.piped("run", "--help").out()
            + "\n"
            + CommandResult.piped("retry", "--help").out()
            + "\n"
            + CommandResult.piped("inspect", "runs", "ls", "--help").out()
            + "\n"
            + CommandResult.piped("journal", "--help").out()
            + "\n"
            + CommandResult.piped("journal", "export", "--help").out()
            + "\n"
            + CommandResult.piped("journal", "import", "--help").out()
            + "\n"
            + CommandResult.piped("journal", "compact", "--help").out()
            + "\n"
            + CommandResult.piped("verify", "--help").out()
            + "\n"
            + CommandResult.piped("upgrade-check", "--help").out());
  }

  @Test
  void refusesAnUnknownOptionWithAHint() {
    assertThat(CommandResult.piped("inspect", "runs", "ls", "--colour"))
        .isEqualTo(
            new CommandResult(
                2,
                "",
                "[ES503] Unknown option: '--colour'. 'everstep inspect runs ls --help' shows what"
                    + " there is. docs/errors/ES503.md\n"));
  }

  @Test
  void refusesAMissingCommandAndALimitOutOfRange() {
    assertThat(CommandResult.piped().err())
        .isEqualTo(
            "[ES503] Missing command. 'everstep --help' shows what there is."
                + " docs/errors/ES503.md\n");
    assertThat(CommandResult.piped("inspect", "runs", "ls", "--limit", "0").err())
        .startsWith("[ES503] --limit is 1 to 9999, not 0. ");
    assertThat(CommandResult.piped("inspect", "runs", "ls", "--status", "LOST").err())
        .startsWith("[ES503] Invalid value for option '--status': ");
  }

  @Test
  void saysThatThereIsNoDataDirectory(@TempDir Path directory) {
    Path none = directory.resolve("none");
    String message =
        "[ES501] no data directory at "
            + none
            + ". Give --data, or set EVERSTEP_DATA. docs/errors/ES501.md\n";

    assertThat(CommandResult.piped("inspect", "runs", "ls", "--data", none.toString()))
        .isEqualTo(new CommandResult(3, "", message));
    assertThat(CommandResult.piped("inspect", "trace", "-r", "r1", "--data", none.toString()))
        .isEqualTo(new CommandResult(3, "", message));
    assertThat(
            CommandResult.of(
                false, "", Map.of("EVERSTEP_DATA", none.toString()), "inspect", "runs", "ls"))
        .isEqualTo(new CommandResult(3, "", message));
    assertThat(CommandResult.piped("resume", "--data", none.toString()))
        .isEqualTo(new CommandResult(3, "", message));
    assertThat(none).doesNotExist();
  }

  @Test
  void refusesATextThatIsNoRunId(@TempDir Path directory) {
    assertThat(CommandResult.piped("inspect", "trace", "-r", "a b", "--data", directory.toString()))
        .isEqualTo(
            new CommandResult(
                2,
                "",
                "[ES101] not a run id: \"a b\". Use 1 to 100 letters, digits and . _ : -, beginning"
                    + " with a letter or digit. docs/errors/ES101.md\n"));
  }

  @Test
  void coloursErrorsOnATerminalOnly() {
    assertThat(CommandResult.onTerminal("walk").err())
        .startsWith("\u001b[31m[ES503] ")
        .endsWith("\u001b[0m\n");
    assertThat(CommandResult.piped("walk").err()).startsWith("[ES503] ");
  }
}

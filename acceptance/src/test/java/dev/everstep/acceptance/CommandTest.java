package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.acceptance.crash.HeldProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over the example application and a data directory. */
class CommandTest {
  private static final String ARTICLE =
      """
      The moon pulls the sea towards it every day. The sea rises where the moon pulls it.
      Where the sea is narrow, the pull of the moon makes the tide rise high.

      Lunch is at noon.
      """;

  private Path data;
  private String url;

  @BeforeEach
  void prepare(@TempDir Path directory) throws Exception {
    data = directory.resolve("data");
    Path file = directory.resolve("tides.txt");
    Files.writeString(file, ARTICLE);
    url = file.toUri().toString();
  }

  @Test
  void runsAWorkflowAndPrintsItsResult() {
    CommandResult result = command("run", "Research", "--id", "r1", "--input", quoted(url));

    assertThat(result.err())
        .startsWith("run r1 of Research in " + data + "\n")
        .containsPattern("run r1: Articles\\.fetch finished in \\d+\\.\\d{3} s\n")
        .containsPattern("run r1: Articles\\.summarize finished in \\d+\\.\\d{3} s\n");
    assertThat(result.out())
        .isEqualTo(
            "{\"sentences\":[\"The moon pulls the sea towards it every day.\",\"The sea rises where"
                + " the moon pulls it.\",\"Where the sea is narrow, the pull of the moon makes the"
                + " tide rise high.\"],\"wordsRead\":36,\"by\":\"TextRank\"}\n");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void takesInputAsArrayByNameAndFromStandardInput() {
    String expected = command("run", "Research", "--input", quoted(url)).out();

    assertThat(command("run", "Research", "--input", "[" + quoted(url) + "]").out())
        .isEqualTo(expected);
    assertThat(command("run", "Research", "--input", "{\"url\": " + quoted(url) + "}").out())
        .isEqualTo(expected);
    assertThat(
            CommandResult.of(
                    false,
                    quoted(url),
                    Map.of("EVERSTEP_DATA", data.toString()),
                    "run",
                    "Research",
                    "--input",
                    "-")
                .out())
        .isEqualTo(expected);
    assertThat(command("inspect", "runs", "ls").out().lines()).hasSize(4);
  }

  @Test
  void startsNothingForARunIdThatExists() throws Exception {
    String first = command("run", "Research", "--id", "r1", "--input", quoted(url)).out();
    Files.delete(Path.of(java.net.URI.create(url)));

    CommandResult again = command("run", "Research", "--id", "r1", "--input", quoted(url));

    assertThat(again.out()).isEqualTo(first);
    assertThat(again.err()).isEqualTo("run r1 of Research in " + data + "\n");
    assertThat(command("inspect", "runs", "ls").out().lines()).hasSize(1);
  }

  @Test
  void listsRunsAndShowsTraces() {
    command("run", "Research", "--id", "r1", "--input", quoted(url));
    command("run", "Research", "--id", "r2", "--input", quoted(url + "-none"));

    assertThat(command("inspect", "runs", "ls", "--status", "failed").out())
        .startsWith(
            "{\"run\":\"r2\",\"workflow\":\"Research\",\"status\":\"FAILED\",\"startedAt\":")
        .hasLineCount(1);
    assertThat(command("inspect", "runs", "ls", "--workflow", "PlaceOrder").out()).isEmpty();
    assertThat(command("inspect", "runs", "ls", "--limit", "1"))
        .satisfies(
            result -> {
              assertThat(result.out()).contains("\"r2\"").hasLineCount(1);
              assertThat(result.err()).isEqualTo("There are more; --limit shows them.\n");
            });
    assertThat(onTerminal("inspect", "runs", "ls").out())
        .startsWith("run  workflow  status     started")
        .hasLineCount(3);
    assertThat(command("inspect", "trace", "-r", "r1").out())
        .startsWith("{\"run\":\"r1\",")
        .contains("\"step\":\"step:Articles.summarize\",\"index\":2,");
    assertThat(onTerminal("inspect", "trace", "-r", "r2").out())
        .contains("status     FAILED\n", "threw      NotAnArticleException: no such file: ");
  }

  @Test
  void reportsWhatAWorkflowThrewWithoutAStackTrace() {
    CommandResult result = command("run", "Research", "--id", "r2", "--input", quoted("ftp://a"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains(
            "\n[ES201] the workflow threw dev.everstep.example.NotAnArticleException: not an http,"
                + " https or file address: \"ftp://a\": run=r2, workflow=Research.")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesInputThatIsNotJsonOrDoesNotFitAndStartsNothing() {
    assertThat(command("run", "Research", "--input", "{\"url\": "))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(2);
              assertThat(result.err())
                  .startsWith("[ES408] the input is not JSON: line=1, column=9. ")
                  .endsWith("docs/errors/ES408.md\n")
                  .doesNotContain("\tat ");
            });
    assertThat(command("run", "Research", "--input", "[1, 2]"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(2);
              assertThat(result.err()).startsWith("[ES409] ").endsWith("docs/errors/ES409.md\n");
            });
    assertThat(command("inspect", "runs", "ls").out()).isEmpty();
  }

  @Test
  void refusesAWorkflowThatIsNotOnTheClassPath() {
    assertThat(command("run", "Reserch", "--input", "1"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(2);
              assertThat(result.err())
                  .startsWith("[ES103] no compiled workflow named Reserch on the class path. ");
            });
  }

  @Test
  void saysThatThereIsNoSuchRun() {
    command("run", "Research", "--input", quoted(url));

    String message =
        "[ES502] no run with id=r7 in "
            + data
            + ". 'everstep inspect runs ls' lists them. docs/errors/ES502.md\n";
    assertThat(command("inspect", "trace", "-r", "r7"))
        .isEqualTo(new CommandResult(3, "", message));
    assertThat(command("resume", "-r", "r7")).isEqualTo(new CommandResult(3, "", message));
  }

  @Test
  void readsADirectoryThatAnotherProcessOwnsAndRefusesToRunThere() throws Exception {
    try (ChildJvm owner = HeldProcess.start(data, url)) {
      owner.readLine(); // the first step is durable, the second one in flight

      assertThat(command("inspect", "runs", "ls").out())
          .startsWith("{\"run\":\"held\",\"workflow\":\"Research\",\"status\":\"RUNNING\",");
      assertThat(onTerminal("inspect", "trace", "-r", "held").out())
          .contains("waits for  Articles.summarize, attempt 1\n");
      for (List<String> taken : List.of(List.of("resume"), List.of("run", "Research"))) {
        CommandResult result = command(taken.toArray(String[]::new));
        assertThat(result.err()).startsWith("[ES305] ").endsWith("docs/errors/ES305.md\n");
        assertThat(result.exitCode()).isEqualTo(5);
      }
      owner.kill();
    }
    assertThat(command("resume"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isZero();
              assertThat(result.out()).startsWith("{\"run\":\"held\",").contains("\"COMPLETED\"");
              assertThat(result.err())
                  .contains("run held: Articles.summarize finished in")
                  .doesNotContain("fetch");
            });
  }

  @Test
  void leavesADirectoryOfANewerFormatAsItIs() throws Exception {
    command("run", "Research", "--input", quoted(url));
    Path manifest = data.resolve("manifest");
    String newer = Files.readString(manifest).replaceFirst("\\d+", "99");
    Files.writeString(manifest, newer);

    for (List<String> refused :
        List.of(List.of("inspect", "runs", "ls"), List.of("resume"), List.of("run", "Research"))) {
      assertThat(command(refused.toArray(String[]::new)))
          .isEqualTo(
              new CommandResult(
                  5,
                  "",
                  "[ES306] the data directory was written by a newer version: directory="
                      + data
                      + ", format=99, known=2. Use that version of Everstep or a later one; nothing"
                      + " was changed. docs/errors/ES306.md\n"));
    }
    assertThat(manifest).hasContent(newer);
  }

  @Test
  void runsAsAProcessOfItsOwn() throws Exception {
    List<String> arguments =
        List.of("run", "Research", "--input", quoted(url), "--data", data.toString());
    try (ChildJvm process = ChildJvm.start("dev.everstep.cli.Main", Map.of(), arguments)) {
      assertThat(process.readAll()).startsWith("{\"sentences\":[").hasLineCount(1);
      assertThat(process.awaitExit()).as(process.err()).isZero();
      assertThat(process.err()).startsWith("run ").doesNotContain("SLF4J", "WARN", "\u001b");
    }
  }

  private CommandResult command(String... arguments) {
    return CommandResult.of(false, "", Map.of("EVERSTEP_DATA", data.toString()), arguments);
  }

  private CommandResult onTerminal(String... arguments) {
    return CommandResult.of(true, "", Map.of("EVERSTEP_DATA", data.toString()), arguments);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}

package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.acceptance.crash.HeldProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a whole data directory. */
class JournalCommandTest {
  private Path directory;
  private Path data;
  private Path other;
  private Path file;
  private String url;

  @BeforeEach
  void prepare(@TempDir Path directory) throws Exception {
    this.directory = directory;
    data = directory.resolve("data");
    other = directory.resolve("other");
    file = directory.resolve("runs.jsonl");
    Path article = directory.resolve("tides.txt");
    Files.writeString(article, "The moon pulls the sea towards it every day.");
    url = article.toUri().toString();
  }

  @Test
  void aRunGoesOnInAnotherDirectoryWhereItWas() throws Exception {
    try (ChildJvm owner = HeldProcess.start(data, url)) {
      owner.readLine(); // the first step is durable, the second one in flight

      // Beside the process that owns the directory.
      assertThat(command(data, "journal", "export", "-o", file.toString()))
          .isEqualTo(new CommandResult(0, "", "exported 1 run with 2 entries\n"));
      assertThat(command(data, "journal", "check").exitCode()).isZero();
      assertThat(command(data, "journal", "stats").out()).contains("\"runs\":1,");
      assertThat(command(data, "journal", "import", file.toString()))
          .satisfies(
              refused -> {
                assertThat(refused.exitCode()).isEqualTo(5);
                assertThat(refused.err()).startsWith("[ES305] ");
              });
      owner.kill();
    }
    assertThat(command(other, "journal", "import", file.toString()))
        .isEqualTo(
            new CommandResult(
                0,
                "{\"imported\":1,\"entries\":2,\"skipped\":0,\"refused\":0,\"unreadable\":0}\n",
                ""));

    CommandResult resumed = command(other, "resume");

    assertThat(resumed.out()).startsWith("{\"run\":\"held\",").contains("\"COMPLETED\"");
    assertThat(resumed.err())
        .contains("run held: Articles.summarize finished in")
        .doesNotContain("fetch");
    assertThat(command(other, "inspect", "trace", "-r", "held").out())
        .contains("\"reason\":\"crash\"", "The moon pulls the sea");
  }

  @Test
  void exportsToStandardOutputAndImportsFromStandardInput() {
    run("r1", "r2");

    CommandResult exported = command(data, "journal", "export", "-r", "r2");

    assertThat(exported.err()).isEqualTo("exported 1 run with 4 entries\n");
    assertThat(exported.out().lines()).hasSize(7).allMatch(line -> line.startsWith("{\"type\":\""));
    CommandResult imported =
        CommandResult.of(
            true,
            exported.out(),
            Map.of("EVERSTEP_DATA", other.toString()),
            "journal",
            "import",
            "-");
    assertThat(imported).isEqualTo(new CommandResult(0, "imported 1 run with 4 entries\n", ""));
    assertThat(command(other, "inspect", "trace", "-r", "r2").out())
        .isEqualTo(command(data, "inspect", "trace", "-r", "r2").out());
    assertThat(command(other, "inspect", "runs", "ls").out().lines()).hasSize(1);
  }

  @Test
  void namesARunThatIsThereOtherwiseAndImportsTheOthers() {
    run("r1", "r2");
    command(other, "run", "Research", "--id", "r1", "--input", quoted(url));
    command(data, "journal", "export", "-o", file.toString());

    CommandResult imported = onTerminal(other, "journal", "import", file.toString());

    assertThat(imported.out()).isEqualTo("imported 1 run with 4 entries, 1 were refused\n");
    assertThat(imported.err()).contains("[ES323] ", "run=r1, ", "docs/errors/ES323.md");
    assertThat(imported.exitCode()).isEqualTo(1);
    assertThat(command(other, "inspect", "runs", "ls").out().lines()).hasSize(2);
  }

  @Test
  void refusesAFileThatIsNotWholeAndTouchesNoDirectory() throws Exception {
    run("r1");
    command(data, "journal", "export", "-o", file.toString());
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));

    CommandResult refused = command(other, "journal", "import", file.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            "[ES322] this is not a whole export: line=7, the file ends without its last line. ");
    assertThat(other).doesNotExist();
  }

  @Test
  void namesAFileThatCannotBeReadOrWritten() throws Exception {
    run("r1");
    Path none = directory.resolve("none").resolve("runs.jsonl");

    for (List<String> command :
        List.of(
            List.of("journal", "import", none.toString()),
            List.of("journal", "export", "-o", none.toString()))) {
      CommandResult refused = command(data, command.toArray(String[]::new));
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .startsWith("[ES504] a file cannot be used: file=" + none + ", reason=NoSuchFile")
          .endsWith("docs/errors/ES504.md\n");
    }
    assertThat(command(data, "journal", "export", "-r", "r7"))
        .satisfies(
            refused -> {
              assertThat(refused.exitCode()).isEqualTo(3);
              assertThat(refused.out()).isEmpty();
              assertThat(refused.err()).startsWith("[ES502] no run with id=r7 in ");
            });
    assertThat(command(other, "journal", "stats").err()).startsWith("[ES501] ");
  }

  @Test
  void showsFiguresAsATableAndAsJson() {
    run("r1", "r2");
    command(data, "run", "Research", "--id", "r3", "--input", quoted(url + "-none"));

    assertThat(command(data, "journal", "stats").out())
        .startsWith(
            "{\"runs\":3,\"byStatus\":{\"RUNNING\":0,\"COMPLETED\":2,\"FAILED\":1,\"STUCK\":0},"
                + "\"byWorkflow\":{\"Research\":{\"RUNNING\":0,\"COMPLETED\":2,\"FAILED\":1,"
                + "\"STUCK\":0}},\"entries\":11,\"payloadBytes\":")
        .contains(
            ",\"timers\":0,\"oldest\":{\"run\":\"r1\",\"startedAt\":\"",
            "\"newest\":{\"run\":\"r3\",",
            "\"unreadable\":0,\"directoryBytes\":",
            "\"log\":{\"files\":",
            "\"manifest\":{\"files\":1,");
    CommandResult table = onTerminal(data, "journal", "stats");
    assertThat(table.exitCode()).isZero();
    assertThat(table.out())
        .startsWith("runs        3\nentries     11\npayloads    ")
        .contains(
            "\ntimers      0\noldest run  r1, started ",
            "\nnewest run  r3, started ",
            "\nworkflow  RUNNING  COMPLETED  FAILED  STUCK\nResearch  0        2          1       0\n",
            "\nfile      files  size\n",
            "\nlog       ");
  }

  @Test
  void findsRunsThatAreNotWhole() throws Exception {
    run("r1", "r2");
    assertThat(command(data, "journal", "check"))
        .isEqualTo(
            new CommandResult(
                0,
                """
                {"run":"r2","workflow":"Research","status":"COMPLETED","entries":4,"problems":[]}
                {"run":"r1","workflow":"Research","status":"COMPLETED","entries":4,"problems":[]}
                """,
                "checked 2 runs with 8 entries: all are whole\n"));
    command(data, "journal", "export", "-o", file.toString());
    String broken =
        Files.readString(file)
            .replaceFirst("\"kind\":\"STEP_COMPLETED\"", "\"kind\":\"RUN_FAILED\"")
            .replaceAll(",\"crc\":\"\\w+\"", "");
    Files.writeString(file, broken);
    command(other, "journal", "import", file.toString());

    CommandResult checked = onTerminal(other, "journal", "check");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.out())
        .isEqualTo("run r2\n  seq=2: ES321 STEP_COMPLETED cannot stand behind RUN_FAILED\n");
    assertThat(checked.err()).contains("checked 2 runs with 8 entries, not whole: 1");
  }

  @Test
  void savesWhatCanBeReadOfADamagedDirectory() throws Exception {
    Path article = directory.resolve("elsewhere.txt");
    Files.copy(directory.resolve("tides.txt"), article);
    String input = quoted(article.toUri().toString());
    run("r1");
    command(data, "run", "Research", "--id", "damaged", "--input", input);
    run("r3");
    damage("elsewhere.txt");

    CommandResult exported = command(data, "journal", "export", "-o", file.toString());

    assertThat(exported.exitCode()).isEqualTo(1);
    assertThat(exported.err())
        .contains("[ES314] ", "run=damaged, ", "exported 2 runs with 8 entries\n");
    assertThat(command(data, "journal", "check"))
        .satisfies(
            checked -> {
              assertThat(checked.exitCode()).isEqualTo(1);
              assertThat(checked.out()).contains("{\"run\":\"damaged\",", "\"code\":\"ES314\"");
              assertThat(checked.err()).endsWith("not whole: 1\n");
            });
    assertThat(command(data, "journal", "stats").out()).contains("\"unreadable\":1,");
    CommandResult imported = command(other, "journal", "import", file.toString());
    assertThat(imported.exitCode()).isEqualTo(1);
    assertThat(imported.err()).startsWith("[ES324] ").contains("run=damaged.");
    assertThat(command(other, "inspect", "runs", "ls").out())
        .contains("\"run\":\"r1\"", "\"run\":\"r3\"")
        .hasLineCount(2);
  }

  @Test
  void repairsADirectoryOfWhichAFileIsMissing() throws Exception {
    run("r1", "r2");
    assertThat(command(data, "journal", "repair"))
        .isEqualTo(new CommandResult(0, "", "there was nothing to repair\n"));
    Files.delete(data.resolve("log-000000000001"));
    assertThat(command(data, "inspect", "runs", "ls").exitCode()).isEqualTo(5);
    CommandResult checked = command(data, "journal", "check");
    assertThat(checked.exitCode()).isEqualTo(5);
    assertThat(checked.out()).contains("{\"file\":\"log\",\"harmless\":false,");

    CommandResult repaired = command(data, "journal", "repair");

    assertThat(repaired.out()).contains("{\"done\":\"log-000000000001: it is missing\"}");
    run("r3");
    assertThat(command(data, "journal", "check").exitCode()).isZero();
  }

  @Test
  void dropsFinishedRunsThatAreNotToBeKept() throws Exception {
    run("r1", "r2", "r3");
    assertThat(command(data, "journal", "compact").exitCode()).isZero();
    assertThat(command(data, "inspect", "runs", "ls").out()).hasLineCount(3);

    CommandResult compacted = command(data, "journal", "compact", "--keep-count", "1");

    assertThat(compacted.err()).matches("compacted: \\d+ bytes before, \\d+ now\n");
    assertThat(command(data, "inspect", "runs", "ls").out())
        .contains("\"run\":\"r3\"")
        .hasLineCount(1);
    assertThat(command(data, "journal", "compact", "--keep-age", "soon").err())
        .startsWith("[ES503] ")
        .contains("'soon' is not an age: use 30d, 12h, 90m or 10s");
  }

  /** Changes a bit in the last place where a text stands in the log. */
  private void damage(String text) throws Exception {
    Path log = data.resolve("log-000000000001");
    String bytes = Files.readString(log, StandardCharsets.ISO_8859_1);
    int at = bytes.lastIndexOf(text);
    assertThat(at).isPositive();
    byte[] damaged = bytes.getBytes(StandardCharsets.ISO_8859_1);
    damaged[at] ^= 1;
    Files.write(log, damaged);
  }

  private void run(String... ids) {
    for (String id : ids) {
      assertThat(command(data, "run", "Research", "--id", id, "--input", quoted(url)).exitCode())
          .isZero();
    }
  }

  private static CommandResult command(Path data, String... arguments) {
    return CommandResult.of(false, "", Map.of("EVERSTEP_DATA", data.toString()), arguments);
  }

  private static CommandResult onTerminal(Path data, String... arguments) {
    return CommandResult.of(true, "", Map.of("EVERSTEP_DATA", data.toString()), arguments);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}

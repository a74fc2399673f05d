package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.acceptance.docs.Quotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path directory;
  private String classes;

  /** Copies the sample away from the other classes of the tests. */
  @BeforeEach
  void copy() throws Exception {
    Path all = Path.of(Quotes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String packageName = Quotes.class.getPackageName().replace('.', '/');
    Path target = Files.createDirectories(directory.resolve("classes").resolve(packageName));
    try (Stream<Path> files = Files.list(all.resolve(packageName))) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("Quotes")).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    classes = directory.resolve("classes").toString();
  }

  @Test
  void printsWhatItFindsAndFails() {
    CommandResult result = CommandResult.piped("verify", classes);

    Goldens.check("verify.txt", result.out().replaceFirst("\\(\\d+\\.\\d s\\)", "(0.6 s)"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void coloursOnlyATerminal() {
    assertThat(CommandResult.onTerminal("verify", classes).out()).contains("\u001b[31m[ES620]");
  }

  @Test
  void doesNotFailIfNotAsked() {
    assertThat(CommandResult.piped("verify", classes, "--fail-on", "never").exitCode()).isZero();
    assertThat(
            CommandResult.piped(
                    "verify", classes, "--severity", "random=warn", "--severity", "env=warn")
                .exitCode())
        .isZero();
  }

  @Test
  void failsOnWarningsIfAsked() {
    assertThat(
            CommandResult.piped(
                    "verify",
                    classes,
                    "--fail-on",
                    "warn",
                    "--severity",
                    "random=off",
                    "--severity",
                    "env=warn")
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void knowsWhatItWroteToABaseline() {
    String baseline = directory.resolve("known.txt").toString();

    CommandResult written = CommandResult.piped("verify", classes, "--write-baseline", baseline);
    CommandResult result = CommandResult.piped("verify", classes, "--baseline", baseline);

    assertThat(written.exitCode()).isZero();
    assertThat(written.err()).isEqualTo("wrote 3 findings to the baseline " + baseline + "\n");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("1 body: 0 forbidden calls, 0 warnings, 3 of the baseline, ");
  }

  @Test
  void writesJsonAndSarif() throws IOException {
    Path file = directory.resolve("verify.sarif");

    CommandResult json = CommandResult.piped("verify", classes, "--format", "json");
    CommandResult sarif =
        CommandResult.piped("verify", classes, "--format", "sarif", "-o", file.toString());

    assertThat(json.out()).startsWith("{\n  \"format\": 1,\n  \"findings\": [\n");
    assertThat(sarif.out()).isEmpty();
    assertThat(file).content().contains("\"version\": \"2.1.0\"", "\"ruleId\": \"random/");
    assertThat(sarif.exitCode()).isEqualTo(1);
  }

  @Test
  void saysWhichEntriesOfTheClassPathAreNotThere() {
    CommandResult result =
        CommandResult.piped("verify", classes, "--fail-on", "never", "-cp", "lbi/app.jar");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "[ES624] nothing is at an entry of the class path, and what workflows call there is"
                + " not checked: file=lbi/app.jar. Correct it, if there should be something."
                + " docs/errors/ES624.md\n");
  }

  @Test
  void refusesClassesThatAreNotThere() {
    CommandResult result = CommandResult.piped("verify", directory.resolve("none").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("[ES627] nothing to check: ").endsWith("ES627.md\n");
  }
}

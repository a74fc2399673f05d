package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is said with a code, where it happened and what to do, and nothing is lost. */
class BadInputTest {
  private String data;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    data = directory.resolve("data").toString();
  }

  @Test
  void keepsARunWhoseFunctionReturnedWhatCannotBeWritten() {
    CommandResult result =
        CommandResult.piped(
            "run", "Unwritable", "--input", "\"lamp\"", "--id", "r1", "--data", data);

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("[ES202] the run is stuck: run=r1, workflow=Unwritable.", "[ES401] ")
        .endsWith("docs/errors/ES202.md\n");
    assertThat(CommandResult.piped("inspect", "trace", "-r", "r1", "--data", data).out())
        .contains("\"status\":\"STUCK\"", "\"pending\":{\"step\":\"step:Parts.make\"");
  }
}

package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.example.demo.Demo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo keeps what it promises. */
class DemoTest {

  @Test
  void showsThatAFinishedStepDoesNotRunAgain(@TempDir Path directory) throws Exception {
    assertThat(demo(directory)).isZero();
  }

  @Test
  void runsAgainInADirectoryThatExists(@TempDir Path directory) throws Exception {
    demo(directory);
    assertThat(demo(directory)).isZero();

    assertThat(
            CommandResult.piped("inspect", "runs", "ls", "--data", directory.toString())
                .out()
                .lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"status\":\"COMPLETED\""));
  }

  private static int demo(Path directory) throws Exception {
    List<String> arguments = List.of(Repository.DOCS.toString(), directory.toString());
    try (ChildJvm demo = ChildJvm.start(Demo.class, arguments)) {
      String told = demo.readAll();
      assertThat(told)
          .as(demo.err())
          .contains("SIGKILL")
          .contains("ends with exit code 137.")
          .contains("status     COMPLETED\n")
          .containsPattern("1 +Articles\\.fetch +Research\\.java:\\d+ +1 +first-\\d+ +\\d\\d:")
          .containsPattern("2 +Articles\\.summarize +Research\\.java:\\d+ +2 +second-\\d+ +\\d\\d:")
          .contains("cut short by crash")
          .contains("requests for the article: 1\n");
      return demo.awaitExit();
    }
  }
}

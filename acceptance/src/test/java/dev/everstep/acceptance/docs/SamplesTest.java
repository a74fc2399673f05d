package dev.everstep.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.everstep.Everstep;
import dev.everstep.example.NotAnArticleException;
import dev.everstep.example.Summary;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples do what the documentation says. */
class SamplesTest {

  @Test
  void startsARunAndReturnsItsResult(@TempDir Path directory) throws Exception {
    Path article = directory.resolve("article.txt");
    Files.writeString(article, "The moon pulls the sea towards it every day.");
    String url = article.toUri().toString();

    Summary summary = Embedding.research(directory.resolve("data"), url);

    assertThat(summary.sentences()).containsExactly("The moon pulls the sea towards it every day.");
    assertThat(Embedding.researchOnce(directory.resolve("data"), url)).isEqualTo(summary);
  }

  @Test
  void throwsWhatTheWorkflowThrew(@TempDir Path directory) {
    String url = directory.resolve("none.txt").toUri().toString();

    for (int time = 1; time <= 2; time++) { // the second time from the journal
      assertThatExceptionOfType(NotAnArticleException.class)
          .isThrownBy(() -> Embedding.researchOnce(directory.resolve("data"), url))
          .withMessage("no such file: " + url);
    }
  }

  @Test
  void runsDurableMethods(@TempDir Path directory) {
    try (Everstep everstep = Everstep.open(directory)) {
      assertThat(everstep.start(Crawl::run, "a", 1).result()).containsExactly("a", "b", "c");
      assertThat(everstep.start(Crawl::run, "a", 5).result())
          .containsExactly("a", "b", "d", "c", "missing", "failed: missing");
    }
  }

  @Test
  void runsAnInlineStep(@TempDir Path directory) throws Exception {
    try (Everstep everstep = Everstep.open(directory)) {
      assertThat(everstep.start(Greeting::run, "Ada").result())
          .isEqualTo("Hello Ada, from " + InetAddress.getLocalHost().getHostName());
    }
  }
}

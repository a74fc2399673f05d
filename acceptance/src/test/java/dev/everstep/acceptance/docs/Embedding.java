package dev.everstep.acceptance.docs;

import dev.everstep.Everstep;
import dev.everstep.Limits;
import dev.everstep.Retention;
import dev.everstep.Run;
import dev.everstep.RunFailedException;
import dev.everstep.RunId;
import dev.everstep.RunStuckException;
import dev.everstep.example.Articles;
import dev.everstep.example.Research;
import dev.everstep.example.Summarizer;
import dev.everstep.example.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** How an application opens a data directory and starts runs. */
final class Embedding {
  private Embedding() {}

  static Summary research(Path directory, String url) {
    try (Everstep everstep = Everstep.open(directory)) {
      Run<Summary> run = everstep.start(Research::run, url);
      return run.result();
    }
  }

  static Everstep withLimits(Path directory) {
    return Everstep.builder()
        .directory(directory)
        .limits(Limits.defaults().withStepOutputBytesMax(16 << 20).withOpenRunsMax(10_000))
        .open();
  }

  static Everstep keepingAMonth(Path directory) {
    return Everstep.builder()
        .directory(directory)
        .retention(new Retention(Duration.ofDays(30), 1_000_000L))
        .open();
  }

  static Summary researchOnce(Path directory, String url) throws IOException {
    try (Everstep everstep =
        Everstep.builder()
            .functions(Articles.class, () -> new Articles(Summarizer.extractive()))
            .directory(directory)
            .worker("research-1")
            .open()) {
      Run<Summary> run = everstep.start(new RunId("article-17"), Research::run, url);
      return run.result();
    } catch (RunFailedException e) {
      if (e.getCause() instanceof IOException unreachable) {
        throw unreachable; // what the workflow threw
      }
      throw e;
    }
  }

  /** Lets a stuck run try again. */
  static void retry(Everstep everstep, RunId id) {
    try {
      everstep.retryStuck(id);
    } catch (RunStuckException e) {
      log(e.getMessage()); // stuck all the same, and on what
    }
  }

  private static void log(String message) {
    LoggerFactory.getLogger(Embedding.class).warn(message);
  }
}

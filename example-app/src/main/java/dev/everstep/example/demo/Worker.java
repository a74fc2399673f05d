package dev.everstep.example.demo;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.RunId;
import dev.everstep.example.Articles;
import dev.everstep.example.Research;
import dev.everstep.example.Summarizer;
import dev.everstep.example.Summary;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of the application: the first one of the demo is killed, the second one finishes. */
final class Worker {
  private Worker() {}

  /**
   * Runs the research workflow on a data directory; a run that exists goes on.
   *
   * @param arguments {@code first} or {@code second}, the directory, the run's id, the article's
   *     address
   */
  public static void main(String[] arguments) {
    boolean first = arguments[0].equals("first");
    Path directory = Path.of(arguments[1]);
    RunId id = new RunId(arguments[2]);
    String url = arguments[3];

    Summarizer summarizer = first ? Worker::neverReturn : Summarizer.extractive();
    try (Everstep everstep =
        Everstep.builder()
            .directory(directory)
            .worker(arguments[0] + "-" + ProcessHandle.current().pid())
            .functions(Articles.class, () -> new Articles(summarizer))
            .open()) {
      Run<Summary> run = everstep.start(id, Research::run, url);
      run.result();
    }
  }

  /** Keeps step 2 in flight until the process is killed. */
  private static Summary neverReturn(String article) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("this process should have been killed");
  }
}

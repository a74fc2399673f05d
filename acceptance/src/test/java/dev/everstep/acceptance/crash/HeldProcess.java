package dev.everstep.acceptance.crash;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.acceptance.ChildJvm;
import dev.everstep.example.Articles;
import dev.everstep.example.Research;
import dev.everstep.example.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that owns a data directory, and whose only run stays in its second step. */
public final class HeldProcess {
  private HeldProcess() {}

  /** Starts it; it prints a line when the second step is in flight. */
  public static ChildJvm start(Path data, String url) throws IOException {
    return ChildJvm.start(HeldProcess.class, List.of(data.toString(), url));
  }

  /** Takes the data directory and the article's address. */
  public static void main(String[] arguments) {
    try (Everstep everstep =
        Everstep.builder()
            .directory(Path.of(arguments[0]))
            .functions(Articles.class, () -> new Articles(HeldProcess::hold))
            .open()) {
      everstep.start(new RunId("held"), Research::run, arguments[1]).result();
    }
  }

  private static Summary hold(String article) {
    System.out.println("held");
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("this process should have been killed");
  }
}

package dev.everstep.guarded;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.RunStuckException;
import java.nio.file.Path;
import java.time.Duration;

/** Starts a run of {@link Ordering}, or finds it, and prints what came of it. */
public final class OrderingProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private OrderingProcess() {}

  /** Takes a data directory, a run id and the input. */
  public static void main(String[] args) throws Exception {
    try (Everstep everstep = Everstep.open(Path.of(args[0]))) {
      RunId id = new RunId(args[1]);
      if (everstep.find(id).isEmpty()) {
        everstep.start(id, Ordering::run, args[2]);
      } else {
        awaitRetry(everstep.find(id).orElseThrow());
      }
      Run<Object> run = everstep.find(id).orElseThrow();
      System.out.println(run.result(PATIENCE));
    } catch (RunStuckException stuck) {
      System.out.println(stuck.reason() + " " + stuck.getMessage());
    }
  }

  /** Waits until a run that was stuck goes on, as it does by itself behind an open. */
  private static void awaitRetry(Run<Object> run) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (run.status() == RunStatus.STUCK && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }
}

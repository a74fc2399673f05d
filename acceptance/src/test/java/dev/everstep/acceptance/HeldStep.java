package dev.everstep.acceptance;

import java.util.concurrent.CountDownLatch;

/** What the workflow of a test does in its step: it holds until the process ends, or returns. */
public final class HeldStep {
  static volatile boolean holds;
  static volatile CountDownLatch reached = new CountDownLatch(1);

  private HeldStep() {}

  /** Called by the workflow. */
  public static String work(String of) throws InterruptedException {
    if (holds) {
      reached.countDown();
      new CountDownLatch(1).await();
    }
    return of + "!";
  }
}

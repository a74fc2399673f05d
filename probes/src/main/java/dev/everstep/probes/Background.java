package dev.everstep.probes;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a project writes around threads. */
final class Background {
  static final ExecutorService POOL =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });
  static final Executor EXECUTOR = work -> new Thread(work).start();

  private Background() {}

  static void run(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A thread that knows its work. */
  static final class Worker extends Thread {
    @Override
    public void run() {
      // Its work is done by having started.
    }
  }
}

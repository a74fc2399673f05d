package dev.everstep.journal.embedded;

/** The threads of this package: daemons, named {@code everstep-journal-...}. */
final class Threads {
  private Threads() {}

  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, "everstep-journal-" + name);
    thread.setDaemon(true);
    return thread;
  }

  /** Waits for the end of a thread, whatever interrupts come; they are kept for the caller. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

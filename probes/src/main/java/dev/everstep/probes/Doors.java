package dev.everstep.probes;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What a project shares between its threads. */
final class Doors {
  static final ReentrantLock LOCK = new ReentrantLock();
  static final Semaphore PERMITS = new Semaphore(2);
  static final BlockingQueue<String> MAIL = new LinkedBlockingQueue<>();
  static final BooleanSupplier IS_FREE = LOCK::tryLock;
  private static final ThreadLocal<String> TENANT = ThreadLocal.withInitial(() -> "none");

  private Doors() {}

  static String oneAtATime(String work) throws InterruptedException {
    Semaphore gate = new Semaphore(1);
    gate.acquire();
    try {
      return work;
    } finally {
      gate.release();
    }
  }

  static String tenant() {
    return TENANT.get();
  }
}

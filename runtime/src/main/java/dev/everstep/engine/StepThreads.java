package dev.everstep.engine;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that attempts run on: virtual ones on Java 24 and newer, where a lock no longer pins
 * them (JEP 491), else a pool. Attempts above the bound wait their turn; there is at most one of
 * each run. Thread-safe.
 */
final class StepThreads implements Executor, AutoCloseable {
  private static final int VIRTUAL_SINCE = 24;

  private final ExecutorService threads;
  private final Executor entrance;

  StepThreads(int bound) {
    if (Runtime.version().feature() >= VIRTUAL_SINCE) {
      ExecutorService each = virtual();
      Semaphore permits = new Semaphore(bound);
      threads = each;
      entrance =
          attempt ->
              each.execute(
                  () -> {
                    permits.acquireUninterruptibly();
                    try {
                      attempt.run();
                    } finally {
                      permits.release();
                    }
                  });
    } else {
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              bound,
              bound,
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              named("everstep-step"));
      pool.allowCoreThreadTimeOut(true);
      threads = pool;
      entrance = pool;
    }
  }

  // The build targets Java 17, which does not know the method.
  private static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("no virtual threads on Java " + Runtime.version(), e);
    }
  }

  /** Returns a factory of daemon threads with numbered names. */
  static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void execute(Runnable attempt) {
    entrance.execute(attempt);
  }

  /** Takes no further attempts; does not wait. */
  @Override
  public void close() {
    threads.shutdown();
  }
}

package dev.everstep.probes;

import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/** Bodies that wait for other threads, or ask what they are doing. */
@Durable
@Group("lock")
public final class LockProbes {
  private LockProbes() {}

  @Probe(call = "java.lang.Object#wait", changesResult = false)
  public static void waits(WorkflowContext ctx) throws InterruptedException {
    Object signal = new Object();
    synchronized (signal) {
      signal.wait(1);
    }
  }

  @Probe(call = "java.util.concurrent.locks.ReentrantLock#tryLock")
  public static boolean tries(WorkflowContext ctx) {
    return Doors.LOCK.tryLock();
  }

  @Probe(call = "java.util.concurrent.CountDownLatch#await", changesResult = false)
  public static void latch(WorkflowContext ctx) throws InterruptedException {
    new CountDownLatch(0).await();
  }

  @Probe(call = "java.util.concurrent.Semaphore#tryAcquire")
  public static boolean permit(WorkflowContext ctx) {
    return Doors.PERMITS.tryAcquire();
  }

  @Probe(call = "java.util.concurrent.CyclicBarrier#await", changesResult = false)
  public static int barrier(WorkflowContext ctx) throws Exception {
    return new CyclicBarrier(1).await();
  }

  @Probe(call = "java.util.concurrent.Phaser#arriveAndAwaitAdvance", changesResult = false)
  public static int phase(WorkflowContext ctx) {
    return new Phaser(1).arriveAndAwaitAdvance();
  }

  @Probe(call = "java.util.concurrent.locks.LockSupport#parkNanos", changesResult = false)
  public static void park(WorkflowContext ctx) {
    LockSupport.parkNanos(1_000);
  }

  @Probe(call = "java.util.concurrent.locks.StampedLock#tryOptimisticRead", changesResult = false)
  public static boolean optimistic(WorkflowContext ctx) {
    return new StampedLock().tryOptimisticRead() != 0;
  }

  @Probe(call = "!monitorenter", changesResult = false)
  public static int monitor(WorkflowContext ctx) {
    Object own = new Object();
    synchronized (own) {
      return 1;
    }
  }

  @Probe(call = "java.util.concurrent.Semaphore#acquire", by = Way.HELPER, changesResult = false)
  public static String helper(WorkflowContext ctx) throws InterruptedException {
    return Doors.oneAtATime("work");
  }

  @Probe(call = "java.lang.ThreadLocal#get", by = Way.HELPER)
  public static String tenant(WorkflowContext ctx) {
    return Doors.tenant();
  }

  @Probe(call = "java.util.concurrent.Semaphore#tryAcquire", by = Way.LAMBDA)
  public static boolean lambda(WorkflowContext ctx) {
    Semaphore permits = Doors.PERMITS;
    return List.of(1, 2).stream().anyMatch(turn -> permits.tryAcquire(turn));
  }

  @Probe(call = "java.util.concurrent.locks.Lock#tryLock", by = Way.METHOD_REFERENCE)
  public static boolean reference(WorkflowContext ctx) {
    Lock lock = Doors.LOCK;
    BooleanSupplier free = lock::tryLock;
    return free.getAsBoolean();
  }

  @Probe(
      call = "java.util.concurrent.BlockingQueue#take",
      by = Way.INTERFACE,
      changesResult = false)
  public static String queue(WorkflowContext ctx) throws InterruptedException {
    BlockingQueue<String> mail = new ArrayBlockingQueue<>(1, false, List.of("letter"));
    return mail.take();
  }

  @Probe(call = "java.util.concurrent.BlockingQueue#poll", by = Way.INTERFACE)
  public static String poll(WorkflowContext ctx) throws InterruptedException {
    BlockingQueue<String> mail = Doors.MAIL;
    return mail.poll(1, TimeUnit.MILLISECONDS);
  }

  @Probe(call = "java.util.concurrent.BlockingQueue#take", by = Way.SUBCLASS, changesResult = false)
  public static String inherited(WorkflowContext ctx) throws InterruptedException {
    LinkedBlockingQueue<String> mail = new LinkedBlockingQueue<>(List.of("letter"));
    return mail.take();
  }

  @Probe(call = "java.util.concurrent.locks.ReentrantLock#tryLock", by = Way.STATIC_INITIALISER)
  public static boolean checkOfTheClass(WorkflowContext ctx) {
    return Doors.IS_FREE.getAsBoolean();
  }

  @Probe(call = "java.util.concurrent.locks.ReentrantLock#tryLock", by = Way.REFLECTION)
  public static boolean reflected(WorkflowContext ctx) throws Exception {
    return (boolean) ReentrantLock.class.getMethod("tryLock").invoke(Doors.LOCK);
  }

  @Probe(call = "java.util.concurrent.BlockingQueue#take", by = Way.LIBRARY, changesResult = false)
  public static String guavaTake(WorkflowContext ctx) {
    return Uninterruptibles.takeUninterruptibly(new LinkedBlockingQueue<>(List.of("letter")));
  }

  @Probe(call = "java.util.concurrent.locks.ReentrantLock#tryLock", by = Way.LIBRARY)
  public static boolean guavaMonitor(WorkflowContext ctx) {
    return new Monitor().tryEnter();
  }
}

package dev.everstep.probes;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.ThreadUtils;

/** Bodies that start threads, wait for them, or ask which one they are on. */
@Durable
@Group("thread")
public final class ThreadProbes {
  private ThreadProbes() {}

  @Probe(call = "java.lang.Thread#start", changesResult = false)
  public static void thread(WorkflowContext ctx) {
    new Thread(() -> {}).start();
  }

  @Probe(call = "java.lang.Thread#sleep", changesResult = false)
  public static void sleep(WorkflowContext ctx) throws InterruptedException {
    Thread.sleep(1);
  }

  @Probe(call = "java.util.concurrent.TimeUnit#sleep", changesResult = false)
  public static void unitSleep(WorkflowContext ctx) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1);
  }

  @Probe(call = "java.util.concurrent.Executors#newFixedThreadPool")
  public static int pool(WorkflowContext ctx) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      return pool.invokeAny(List.of(() -> 1, () -> 2));
    } finally {
      pool.shutdown();
    }
  }

  @Probe(call = "java.util.concurrent.CompletableFuture#supplyAsync", changesResult = false)
  public static String async(WorkflowContext ctx) {
    return CompletableFuture.supplyAsync(() -> "price").join();
  }

  @Probe(call = "java.util.concurrent.CompletableFuture#thenApplyAsync", changesResult = false)
  public static int thenAsync(WorkflowContext ctx) {
    return CompletableFuture.completedFuture("price").thenApplyAsync(String::length).join();
  }

  @Probe(call = "java.util.Collection#parallelStream", changesResult = false)
  public static int parallelStream(WorkflowContext ctx) {
    return List.of(1, 2, 3).parallelStream().mapToInt(count -> count * 2).sum();
  }

  @Probe(call = "java.util.stream.BaseStream#parallel")
  public static String parallel(WorkflowContext ctx) {
    StringBuffer line = new StringBuffer();
    List.of("a", "b", "c", "d").stream().parallel().forEach(line::append);
    return line.toString();
  }

  @Probe(call = "java.util.Timer#<init>", changesResult = false)
  public static void timer(WorkflowContext ctx) {
    new Timer(true).cancel();
  }

  @Probe(call = "java.util.concurrent.ForkJoinPool#commonPool", changesResult = false)
  public static int commonPool(WorkflowContext ctx) throws Exception {
    return ForkJoinPool.commonPool().submit(() -> 42).get();
  }

  @Probe(call = "java.lang.Thread#getName")
  public static String threadName(WorkflowContext ctx) {
    return Thread.currentThread().getName();
  }

  @Probe(call = "java.util.Arrays#parallelSort", changesResult = false)
  public static int sorted(WorkflowContext ctx) {
    int[] prices = {30, 10, 20};
    Arrays.parallelSort(prices);
    return prices[0];
  }

  @Probe(call = "java.util.concurrent.ScheduledExecutorService#schedule", changesResult = false)
  public static void schedule(WorkflowContext ctx) {
    ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    timers.schedule(() -> {}, 1, TimeUnit.MILLISECONDS);
    timers.shutdownNow();
  }

  @Probe(call = "java.lang.Runtime#addShutdownHook", changesResult = false)
  public static boolean hook(WorkflowContext ctx) {
    Thread hook = new Thread(() -> {});
    Runtime.getRuntime().addShutdownHook(hook);
    return Runtime.getRuntime().removeShutdownHook(hook);
  }

  @Probe(call = "java.lang.Thread#start", by = Way.HELPER, changesResult = false)
  public static void helper(WorkflowContext ctx) {
    Background.run(() -> {});
  }

  @Probe(call = "java.lang.Thread#sleep", by = Way.HELPER, changesResult = false)
  public static void patience(WorkflowContext ctx) {
    Background.pause(1);
  }

  @Probe(call = "java.lang.Thread#yield", by = Way.LAMBDA, changesResult = false)
  public static void lambda(WorkflowContext ctx) {
    List.of(1, 2).forEach(turn -> Thread.yield());
  }

  @Probe(call = "java.lang.Thread#yield", by = Way.METHOD_REFERENCE, changesResult = false)
  public static void reference(WorkflowContext ctx) {
    Runnable polite = Thread::yield;
    polite.run();
  }

  @Probe(call = "java.util.concurrent.Executor#execute", by = Way.INTERFACE, changesResult = false)
  public static void executor(WorkflowContext ctx) {
    Executor executor = Background.EXECUTOR;
    executor.execute(() -> {});
  }

  @Probe(call = "java.lang.Thread#start", by = Way.SUBCLASS, changesResult = false)
  public static void subclass(WorkflowContext ctx) {
    new Background.Worker().start();
  }

  @Probe(
      call = "java.util.concurrent.ExecutorService#submit",
      by = Way.STATIC_INITIALISER,
      changesResult = false)
  public static int poolOfTheClass(WorkflowContext ctx) throws Exception {
    return Background.POOL.submit(() -> 1).get();
  }

  @Probe(call = "java.lang.Thread#sleep", by = Way.REFLECTION, changesResult = false)
  public static void reflected(WorkflowContext ctx) throws Exception {
    Thread.class.getMethod("sleep", long.class).invoke(null, 1L);
  }

  @Probe(call = "java.util.concurrent.TimeUnit#sleep", by = Way.LIBRARY, changesResult = false)
  public static void guavaSleep(WorkflowContext ctx) {
    Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(1));
  }

  @Probe(call = "java.lang.Thread#sleep", by = Way.LIBRARY, changesResult = false)
  public static void commonsSleep(WorkflowContext ctx) throws InterruptedException {
    ThreadUtils.sleep(Duration.ofMillis(1));
  }
}

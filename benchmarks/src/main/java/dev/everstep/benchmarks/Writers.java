package dev.everstep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Threads that each wait for what they stored before they store more. */
final class Writers {
  private Writers() {}

  /**
   * Lets threads store records, each its own ones, one after the other.
   *
   * @param records what each thread stores; as many as there are threads
   * @param store stores one, and completes when it is durable
   * @return records per second, from when all threads are there until the last record is durable
   */
  static <T> double perSecond(List<List<T>> records, Function<T, CompletableFuture<Void>> store) {
    CountDownLatch begun = new CountDownLatch(1);
    List<CompletableFuture<Void>> ended = new ArrayList<>();
    for (List<T> own : records) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      ended.add(end);
      new Thread(() -> work(own, store, begun, end)).start();
    }
    long begin = System.nanoTime();
    begun.countDown();
    ended.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return records.stream().mapToInt(List::size).sum() / seconds;
  }

  private static <T> void work(
      List<T> records,
      Function<T, CompletableFuture<Void>> store,
      CountDownLatch begun,
      CompletableFuture<Void> end) {
    try {
      begun.await();
      records.forEach(record -> store.apply(record).join());
      end.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }
}

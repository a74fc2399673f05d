package dev.everstep.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The ceiling for whoever shares an fsync: a queue of records, and one thread that writes all that
 * is queued, at once, waits for the disk, and completes their futures. No checks, no index, nothing
 * that could be read. Thread-safe.
 */
final class GroupLog implements AutoCloseable {
  private static final int BATCH_BYTES_MAX = 4 << 20;

  private final RawLog log;
  private final Thread writer = new Thread(this::write, "group-log");
  private List<Waiting> queue = new ArrayList<>();
  private boolean idle;
  private boolean closing;

  private record Waiting(byte[] record, CompletableFuture<Void> done) {}

  /** Begins to write to a log, which nobody else uses from then on. */
  GroupLog(RawLog log) {
    this.log = log;
    writer.start();
  }

  /**
   * Appends a record.
   *
   * @return completes when it is durable
   */
  CompletableFuture<Void> append(byte[] record) {
    Waiting waiting = new Waiting(record, new CompletableFuture<>());
    synchronized (this) {
      queue.add(waiting);
      if (idle) {
        notifyAll();
      }
    }
    return waiting.done;
  }

  private void write() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH_BYTES_MAX);
    try {
      for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
        buffer.clear();
        batch.forEach(each -> buffer.put(each.record));
        log.append(buffer.flip());
        batch.forEach(each -> each.done.complete(null));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e); // those who wait are not told: the benchmark has failed
    }
  }

  /** Returns all that is queued; nothing once closed. */
  private synchronized List<Waiting> take() throws InterruptedException {
    while (queue.isEmpty() && !closing) {
      idle = true;
      wait();
      idle = false;
    }
    List<Waiting> batch = queue;
    queue = new ArrayList<>(batch.size());
    return batch;
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    log.close();
  }
}

package dev.everstep.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What every figure is compared with: write some bytes to the end of a file's content and wait for
 * the disk. Either the file grows with each record, so that its size is written as well, or its
 * bytes were all there before; then it is written from its beginning again when it is full.
 * Confined to one thread at a time.
 */
final class RawLog implements Closeable {
  private static final int ALLOCATED_BYTES = 16 << 20;

  private final FileChannel log;
  private final boolean allocated;
  private long end;

  private RawLog(Path file, boolean allocated) throws IOException {
    this.allocated = allocated;
    log =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    if (allocated) {
      ByteBuffer zeros = ByteBuffer.allocate(ALLOCATED_BYTES);
      while (zeros.hasRemaining()) {
        log.write(zeros);
      }
      log.force(true);
    }
  }

  /** Makes a file that is empty. */
  static RawLog growing(Path file) throws IOException {
    return new RawLog(file, false);
  }

  /** Makes a file of 16 MiB. */
  static RawLog allocated(Path file) throws IOException {
    return new RawLog(file, true);
  }

  /** Writes what remains in a buffer, with one {@code force(false)}. */
  void append(ByteBuffer bytes) throws IOException {
    if (allocated && end + bytes.remaining() > ALLOCATED_BYTES) {
      end = 0;
    }
    while (bytes.hasRemaining()) {
      end += log.write(bytes, end);
    }
    log.force(false);
  }

  /**
   * Appends records one after the other, each with its own {@code force(false)}.
   *
   * @param bytes of one record
   * @return how long each took
   */
  Latencies append(int bytes, int records) throws IOException {
    Latencies latencies = new Latencies();
    append(bytes, records, latencies);
    return latencies;
  }

  /** Does the same, and adds how long each took to those before. */
  void append(int bytes, int records, Latencies latencies) throws IOException {
    ByteBuffer record = ByteBuffer.allocateDirect(bytes);
    for (int i = 0; i < records; i++) {
      long begin = System.nanoTime();
      append(record.clear());
      latencies.add(System.nanoTime() - begin);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}

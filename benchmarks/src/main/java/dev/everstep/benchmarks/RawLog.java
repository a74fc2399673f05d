package dev.everstep.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What every figure is compared with: write some bytes to the end of a file's content and wait for
 * the disk. Either the file grows with each record, so that its size is written as well, or its
 * bytes were all there before.
 */
final class RawLog {
  private RawLog() {}

  /**
   * Appends records one after the other, each with its own {@code force(false)}.
   *
   * @param file made anew
   * @param bytes of one record
   * @param allocated whether the file has its size before it is measured
   * @return how long each took
   */
  static Latencies append(Path file, int bytes, int records, boolean allocated) throws IOException {
    Latencies latencies = new Latencies();
    try (FileChannel log =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer record = ByteBuffer.allocateDirect(bytes);
      if (allocated) {
        ByteBuffer zeros = ByteBuffer.allocate(bytes * records);
        while (zeros.hasRemaining()) {
          log.write(zeros);
        }
        log.force(true);
        log.position(0);
      }
      for (int i = 0; i < records; i++) {
        long begin = System.nanoTime();
        record.clear();
        while (record.hasRemaining()) {
          log.write(record);
        }
        log.force(false);
        latencies.add(System.nanoTime() - begin);
      }
    }
    return latencies;
  }
}

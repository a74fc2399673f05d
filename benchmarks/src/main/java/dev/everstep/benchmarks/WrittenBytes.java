package dev.everstep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What this process gives to write calls while a journal is written, and which of it are tables.
 * The kernel's {@code wchar}, not its {@code write_bytes}: the latter counts whole pages, or far
 * more, where bytes of an allocated file are overwritten. Tables are found by looking into the
 * directory again and again; each stays there for longer than that takes.
 */
final class WrittenBytes {
  /** Where Linux counts. */
  static final Path COUNTERS = Path.of("/proc/self/io");

  private static final int LOOK_MILLIS = 10;

  // What memory holds goes to a table at 16 MiB, at 32 MiB at the latest; merges begin with 5
  // tables.
  private static final long FLUSHED_BYTES_MAX = 40L << 20;

  private final Path directory;
  private final Map<String, Long> tables = new ConcurrentHashMap<>();
  private final long before;
  private final Thread watch = new Thread(this::watch, "watch");
  private volatile boolean ending;
  private long after;

  private WrittenBytes(Path directory) throws IOException {
    this.directory = directory;
    this.before = counted();
  }

  /** Begins to count. */
  static WrittenBytes begin(Path directory) throws IOException {
    WrittenBytes written = new WrittenBytes(directory);
    written.watch.start();
    return written;
  }

  /** Ends it. */
  void end() throws IOException, InterruptedException {
    ending = true;
    watch.join();
    after = counted();
  }

  private static long counted() throws IOException {
    for (String line : Files.readAllLines(COUNTERS)) {
      if (line.startsWith("wchar: ")) {
        return Long.parseLong(line.substring("wchar: ".length()));
      }
    }
    throw new IllegalStateException(COUNTERS + " has no wchar");
  }

  private void watch() {
    try {
      boolean last;
      do {
        last = ending;
        look();
        Thread.sleep(LOOK_MILLIS);
      } while (!last);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void look() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.filter(file -> file.getFileName().toString().startsWith("table-")).toList();
    }
    for (Path file : files) {
      try {
        tables.put(file.getFileName().toString(), Files.size(file));
      } catch (NoSuchFileException e) {
        continue; // merged since the look; its size was known
      }
    }
  }

  /** Returns all bytes. */
  long all() {
    return after - before;
  }

  /** Returns the bytes of tables that hold what was in memory. */
  long flushed() {
    return tables.values().stream()
        .filter(bytes -> bytes <= FLUSHED_BYTES_MAX)
        .mapToLong(b -> b)
        .sum();
  }

  /** Returns the bytes of tables that hold what was in other tables. */
  long merged() {
    return tables.values().stream()
        .filter(bytes -> bytes > FLUSHED_BYTES_MAX)
        .mapToLong(b -> b)
        .sum();
  }
}

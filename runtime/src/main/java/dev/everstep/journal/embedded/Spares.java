package dev.everstep.journal.embedded;

import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Log files that are no longer needed and will be used again: their bytes are allocated already, so
 * a new segment costs a change of name instead of a file of zeros. Thread-safe.
 */
final class Spares {
  private static final int KEPT = 2;

  private final Disk disk;
  private final int segmentBytes;
  private final ArrayDeque<String> names = new ArrayDeque<>();

  Spares(Disk disk, int segmentBytes) {
    this.disk = disk;
    this.segmentBytes = segmentBytes;
  }

  /**
   * Takes a segment that nothing needs any more, once: keeps it, or deletes it if there are enough.
   */
  void add(String segment) throws IOException {
    boolean keep = disk.size(segment) == segmentBytes;
    synchronized (this) {
      keep = keep && names.size() < KEPT;
      if (keep) {
        names.add(segment);
      }
    }
    if (!keep) {
      disk.delete(segment);
    }
  }

  /** Returns the name of a file to use, or null if there is none. */
  synchronized @Nullable String poll() {
    return names.poll();
  }
}

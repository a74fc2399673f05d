package dev.everstep.verify.classes;

import dev.everstep.verify.read.ClassFiles;
import dev.everstep.verify.read.ClassSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of the classes of jars, in a file for each jar, named after the checksum of its
 * content. It holds the classes that checks have needed so far. A file of another version, or that
 * cannot be read, counts as missing, and one that cannot be written is left out: the next check is
 * slower, and no other.
 */
public final class SummaryCache {
  private final Path directory;
  private final Map<String, Map<String, ClassSummary>> added = new HashMap<>();
  private final Map<String, StoredSummaries> stored = new HashMap<>();

  /** Creates one over a directory, which may be missing. */
  public SummaryCache(Path directory) {
    this.directory = directory;
  }

  /** Returns a stored summary; null if there is none. */
  @Nullable ClassSummary find(String checksum, String name) {
    return stored.computeIfAbsent(checksum, this::load).find(name);
  }

  void add(String checksum, ClassSummary summary) {
    added.computeIfAbsent(checksum, any -> new LinkedHashMap<>()).put(summary.name(), summary);
  }

  private StoredSummaries load(String checksum) {
    Path file = file(checksum);
    try {
      return Files.exists(file)
          ? StoredSummaries.read(Files.readAllBytes(file))
          : StoredSummaries.NONE;
    } catch (IOException e) {
      return StoredSummaries.NONE;
    }
  }

  private Path file(String checksum) {
    return directory.resolve(checksum.substring(0, 32) + ".v" + ClassFiles.VERSION);
  }

  /** Writes what was added, so that a check at the same time reads a whole file, old or new. */
  public void save() {
    added.forEach(
        (checksum, classes) -> {
          Map<String, ClassSummary> all = new LinkedHashMap<>();
          stored.computeIfAbsent(checksum, this::load).all().forEach(c -> all.put(c.name(), c));
          all.putAll(classes);
          try {
            write(file(checksum), StoredSummaries.bytes(all.values()));
          } catch (IOException | UncheckedIOException e) {
            // Nothing is lost but time.
          }
        });
    added.clear();
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, "draft", ".tmp");
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}

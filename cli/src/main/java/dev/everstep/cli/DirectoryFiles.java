package dev.everstep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a data directory by what comes before their number, as in {@code log-000000000001}.
 *
 * @param kinds what there is of each kind
 */
record DirectoryFiles(SortedMap<String, Kind> kinds) {

  /**
   * The files of one kind.
   *
   * @param files how many
   * @param bytes their lengths together
   */
  record Kind(long files, long bytes) {
    Kind with(long length) {
      return new Kind(files + 1, bytes + length);
    }
  }

  /** Reads a directory; files that a process deletes meanwhile are passed over. */
  static DirectoryFiles of(Path directory) {
    SortedMap<String, Kind> kinds = new TreeMap<>();
    try (Stream<Path> listed = Files.walk(directory)) {
      List<Path> files = listed.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String kind = file.getFileName().toString().replaceFirst("-\\d.*", "");
        try {
          kinds.put(kind, kinds.getOrDefault(kind, new Kind(0, 0)).with(Files.size(file)));
        } catch (NoSuchFileException deleted) {
          // It counts no longer.
        }
      }
    } catch (IOException | UncheckedIOException e) {
      IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      throw FileErrors.unusable(directory.toString(), cause);
    }
    return new DirectoryFiles(kinds);
  }

  long bytes() {
    return kinds.values().stream().mapToLong(Kind::bytes).sum();
  }
}

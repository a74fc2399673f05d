package dev.everstep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Data directories as files. */
final class Directories {
  private Directories() {}

  /** Copies a directory that no process has open. Tables are never changed: they are linked. */
  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      if (file.getFileName().toString().startsWith("table-")) {
        Files.createLink(target, file);
      } else {
        Files.copy(file, target);
      }
    }
  }

  /** Returns the sizes of all files, added up. */
  static long bytes(Path directory) throws IOException {
    long bytes = 0;
    for (Path file : files(directory)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

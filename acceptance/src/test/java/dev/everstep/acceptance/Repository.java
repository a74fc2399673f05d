package dev.everstep.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  static final Path DOCS = ROOT.resolve("docs");

  /**
   * Whether files with expected output are to be written anew: {@code -Deverstep.goldens=write}.
   */
  static final boolean WRITE = "write".equals(System.getProperty("everstep.goldens"));

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns README.md and every page of the documentation. */
  static List<Path> pages() {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

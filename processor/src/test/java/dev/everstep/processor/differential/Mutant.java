package dev.everstep.processor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bug put into the compiler: one line of it is another one. Files in {@code
 * src/test/resources/mutants} hold them.
 *
 * @param name the name of the file
 * @param what goes wrong
 * @param file of the compiler, from the root of the project
 * @param old occurs in the file once
 * @param replacement comes in its place
 * @param programs find it; names of files in {@code programs}
 */
record Mutant(
    String name, String what, String file, String old, String replacement, List<String> programs) {

  /** Returns all mutants by name. */
  static List<Mutant> all() {
    try (Stream<Path> files = Files.list(Path.of(Mutant.class.getResource("/mutants").toURI()))) {
      return files.sorted().map(Mutant::read).toList();
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Mutant read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new Mutant(
          file.getFileName().toString().replace(".txt", ""),
          lines.get(0),
          behind("in ", lines.get(1)),
          behind("- ", lines.get(3)),
          behind("+ ", lines.get(4)),
          List.of(behind("try ", lines.get(2)).split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String behind(String mark, String line) {
    if (!line.startsWith(mark.strip())) {
      throw new AssertionError("expected \"" + mark + "\": " + line);
    }
    return line.length() < mark.length() ? "" : line.substring(mark.length());
  }

  /** Returns the binary name of the changed class. */
  String className() {
    return file.replaceFirst(".*/src/main/java/", "").replace(".java", "").replace('/', '.');
  }

  /** Returns the changed source; fails if the line is not there once. */
  String source() {
    try {
      String text = Files.readString(Path.of("..").resolve(file));
      int at = text.indexOf(old);
      if (at < 0 || text.indexOf(old, at + 1) >= 0) {
        throw new AssertionError(
            "mutant " + name + ": not once in " + file + ", so write it anew: " + old);
      }
      return text.replace(old, replacement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

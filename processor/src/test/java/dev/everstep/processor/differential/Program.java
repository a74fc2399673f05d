package dev.everstep.processor.differential;

import dev.everstep.processor.differential.random.RandomProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The source of one workflow.
 *
 * @param name the simple name of the class; it is in package {@code workflows}
 * @param text the file
 * @param inputs for each run the arguments of the entry as a JSON array
 */
record Program(String name, String text, List<String> inputs) {
  private static final String INPUT = "// input: ";

  static final String PACKAGE = "workflows";

  Program {
    inputs = List.copyOf(inputs);
  }

  /** Returns a random program as one to compile. */
  static Program of(RandomProgram program) {
    return new Program(program.name(), program.text(), program.inputs());
  }

  String className() {
    return PACKAGE + "." + name;
  }

  /** Returns the programs of a resource folder by name; a program names its inputs in comments. */
  static List<Program> inFolder(String folder) {
    try (Stream<Path> files =
        Files.list(Path.of(Program.class.getResource("/" + folder).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Program::read)
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Program read(Path file) {
    try {
      String text = Files.readString(file);
      List<String> inputs =
          text.lines()
              .filter(line -> line.startsWith(INPUT))
              .map(line -> line.substring(INPUT.length()))
              .toList();
      if (inputs.isEmpty()) {
        throw new AssertionError(file + " has no line \"" + INPUT + "[...]\"");
      }
      return new Program(file.getFileName().toString().replace(".java", ""), text, inputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

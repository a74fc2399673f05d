package dev.everstep.processor.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workflow before and after an edit.
 *
 * <pre>
 * Why it is here, in a sentence or two.
 * input: "x"
 * input after: "x", 1
 * == before
 * String a = ctx.step(World::work, s);
 * return a;
 * -- members of the class, optional
 * == after
 * ...
 * </pre>
 *
 * <p>A version is the body of {@code String run(WorkflowContext ctx, String s)}, or all of a file
 * if it has a public class. Behind a line {@code -- file other/Name.java} is another file of it, in
 * the package {@code other} of the edit's. The class is called {@code Flow}; each edit gives it a
 * name of its own, and a package.
 *
 * @param name the file's name without its end
 * @param inputs JSON of the arguments, without brackets
 * @param inputsAfter the same for runs that begin with the version after
 */
record Edit(
    String name, List<String> inputs, List<String> inputsAfter, String before, String after) {
  static final Path FILES = Path.of("src/test/resources/upgrades");

  private static final String OTHER_FILE = "(?m)^-- file ";

  private static final String IMPORTS =
      "import dev.everstep.*; import dev.everstep.annotations.*; import"
          + " dev.everstep.processor.upgrade.World; import java.io.*; import java.math.*; import"
          + " java.time.*; import java.util.*; import java.util.stream.*;";

  /** Returns all edits, by name. */
  static List<Edit> all() {
    return all(FILES);
  }

  /** Returns all edits of a directory, by name. */
  static List<Edit> all(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".edit"))
          .sorted()
          .map(Edit::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Edit read(Path file) {
    String name = file.getFileName().toString().replace(".edit", "");
    try {
      String[] parts = Files.readString(file).split("(?m)^== (before|after)\n");
      if (parts.length != 3) {
        throw new IllegalArgumentException(file + " has no two versions");
      }
      List<String> inputs = header(parts[0], "input: ");
      List<String> inputsAfter = header(parts[0], "input after: ");
      inputs = inputs.isEmpty() ? List.of("\"x\"") : inputs;
      return new Edit(
          name,
          inputs,
          inputsAfter.isEmpty() ? inputs : inputsAfter,
          version(name, parts[1]),
          version(name, parts[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(String text, String begin) {
    List<String> found = new ArrayList<>();
    text.lines()
        .filter(line -> line.startsWith(begin))
        .forEach(line -> found.add(line.substring(begin.length())));
    return found;
  }

  /** Returns the file of a version. */
  static String version(String name, String text) {
    String[] files = text.split(OTHER_FILE, 2);
    String file = files[0];
    if (!file.contains("public class ")) {
      String[] parts = file.split("(?m)^--.*\n");
      file =
          "@Workflow public class Flow {\n"
              + "  public String run(WorkflowContext ctx, String s) throws Exception {\n"
              + parts[0]
              + "  }\n"
              + (parts.length > 1 ? parts[1] : "")
              + "}\n";
    }
    return "package "
        + packageOf(name)
        + "; "
        + IMPORTS
        + " "
        + file.replaceAll("\\bFlow", className(name))
        + text.substring(files[0].length()).replaceAll("\\bFlow", className(name));
  }

  /**
   * Returns the texts of a version's files by their paths.
   *
   * @param text what {@link #version} made
   */
  static Map<String, String> files(String name, String text) {
    Map<String, String> files = new LinkedHashMap<>();
    String home = packageOf(name).replace('.', '/') + "/";
    String[] parts = text.split(OTHER_FILE);
    files.put(home + publicClass(parts[0]) + ".java", parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String[] file = parts[i].split("\n", 2);
      String in = file[0].contains("/") ? "." + file[0].replaceAll("/.*", "") : "";
      files.put(home + file[0], "package " + packageOf(name) + in + "; " + IMPORTS + " " + file[1]);
    }
    return files;
  }

  /** Returns the package of an edit's classes. */
  static String packageOf(String name) {
    return "app." + name.replace("-", "");
  }

  private static String className(String name) {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Returns the name of a file's public class. */
  static String publicClass(String text) {
    String behind = text.substring(text.indexOf("public class ") + "public class ".length());
    return behind.split("\\W", 2)[0];
  }
}

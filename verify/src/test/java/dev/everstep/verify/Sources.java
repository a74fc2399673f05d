package dev.everstep.verify;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources that are compiled to a directory and checked. */
final class Sources {
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|enum|record|@interface) (\\w+)");

  private final Path directory;
  private final List<JavaFileObject> files = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();

  Sources(Path directory) {
    this.directory = directory;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.add(Path.of(entry));
    }
  }

  /** Adds a file of the package {@code app}, whose imports are those of the most. */
  Sources add(String source) {
    return add("app", source);
  }

  Sources add(String packageName, String source) {
    Matcher name = TYPE.matcher(source);
    if (!name.find()) {
      throw new IllegalArgumentException("no type: " + source);
    }
    String text =
        "package "
            + packageName
            + ";import dev.everstep.*;import dev.everstep.annotations.*;import java.time.*;"
            + "import java.util.*;import java.util.function.Supplier;import java.util.function.Predicate;\n"
            + source;
    files.add(
        new SimpleJavaFileObject(
            URI.create("mem:///" + packageName + "/" + name.group(1) + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  /** Adds a directory or jar to the class path. */
  Sources with(Path library) {
    classPath.add(library);
    return this;
  }

  /** Compiles to the directory. */
  Path compile() {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> options =
        List.of(
            "-d",
            directory.toString(),
            "-proc:none",
            "-g",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    if (!javac.getTask(messages, null, null, options, null, files).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    return directory;
  }

  /** Compiles, and returns what to check. */
  Request request() {
    return Request.of(List.of(compile())).withClassPath(classPath);
  }

  /** Compiles and checks. */
  Report check() {
    return Determinism.check(request());
  }

  /** Returns findings as lines: severity, call, places from the body to the call. */
  static List<String> lines(Report report) {
    return report.findings().stream().map(Sources::line).toList();
  }

  static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.call()
        + " "
        + finding.chain().stream()
            .map(frame -> frame.type() + "." + frame.method() + ":" + (frame.line() - 1))
            .collect(Collectors.joining(" > "));
  }
}

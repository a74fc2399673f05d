package dev.everstep.processor.build;

import com.palantir.javapoet.JavaFile;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.WorkflowProcessor;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A build of some source files with javac and the processor, into a directory. */
final class Build {
  private final Path directory;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> options =
      new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
  private String classPath = System.getProperty("java.class.path");
  private final List<String> classNames = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  Build(Path directory) {
    this.directory = directory;
    processors.add(new WorkflowProcessor());
  }

  /** Adds a source file. */
  Build source(String path, String text) {
    try {
      Path file = directory.resolve("src").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      sources.add(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds options of javac. */
  Build options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Puts classes of an earlier build before the class path. */
  Build classPath(Path classes) {
    classPath = classes + File.pathSeparator + classPath;
    return this;
  }

  /** Adds another processor, before or behind ours. */
  Build processor(Processor other, boolean first) {
    processors.add(first ? 0 : processors.size(), other);
    return this;
  }

  /** Runs these processors only. */
  Build processors(Processor... these) {
    processors.clear();
    processors.addAll(List.of(these));
    return this;
  }

  /** Lets javac find processors, ours and others, in files of a processor path. */
  Build processorPath(List<Path> files) {
    processors.clear();
    options("-processorpath", join(files));
    return this;
  }

  /** Lets javac find processors in modules. */
  Build processorModulePath(List<Path> files) {
    processors.clear();
    options("--processor-module-path", join(files));
    if (Runtime.version().feature() >= 23) {
      options(
          "-proc:full"); // as a command javac takes the path for a request, in process it does not
    }
    return this;
  }

  /** Compiles against modules instead of a class path. */
  Build modulePath(List<Path> files) {
    classPath = "";
    options("--module-path", join(files));
    return this;
  }

  /** Hands classes of the class path to processors. */
  Build classNames(String... names) {
    classNames.addAll(List.of(names));
    return this;
  }

  /** Returns the files from which the processor runs. */
  static List<Path> ownProcessorPath() {
    return Stream.of(WorkflowProcessor.class, Workflow.class, JavaFile.class)
        .map(Build::origin)
        .toList();
  }

  /** Returns the directory or archive that a class comes from. */
  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String join(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Compiles; returns all diagnostics as {@code file:line: message}. */
  List<String> run() {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes());
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-d", classes().toString()));
      all.addAll(List.of("-cp", classPath));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              new StringWriter(),
              files,
              found,
              all,
              classNames,
              files.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(Build::describe)
        .toList();
  }

  /** Compiles as the command {@code javac} does; returns what it prints, file names shortened. */
  String runAsCommand() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes().toString(), "-cp", classPath, "-proc:only"));
    all.addAll(List.of("-processor", WorkflowProcessor.class.getName()));
    sources.forEach(source -> all.add(source.toString()));
    try {
      Files.createDirectories(classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ToolProvider.getSystemJavaCompiler().run(null, out, out, all.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8)
        .replace(directory.resolve("src") + File.separator, "");
  }

  /** Compiles with Eclipse's compiler in a process of its own; returns what it prints. */
  String runInEclipse() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", tool("ecj").toString(), "-17", "-cp", classPath));
    command.addAll(List.of("-processorpath", join(ownProcessorPath())));
    command.addAll(List.of("-d", classes().toString()));
    sources.forEach(source -> command.add(source.toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return printed.replace(directory.resolve("src/app") + File.separator, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the archive of a tool that the build put beside the classes. */
  static Path tool(String name) {
    Path file = origin(Build.class).resolveSibling("hosts").resolve(name + ".jar");
    if (!Files.exists(file)) {
      throw new AssertionError(file + " is missing: run mvn generate-test-resources");
    }
    return file;
  }

  private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place =
        diagnostic.getSource() == null
            ? ""
            : Path.of(diagnostic.getSource().toUri()).getFileName()
                + ":"
                + diagnostic.getLineNumber()
                + ": ";
    return place + diagnostic.getMessage(null);
  }

  Path classes() {
    return directory.resolve("classes");
  }
}

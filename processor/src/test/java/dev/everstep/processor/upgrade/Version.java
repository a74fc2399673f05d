package dev.everstep.processor.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.processor.WorkflowProcessor;
import dev.everstep.upgrade.StepGraph;
import dev.everstep.upgrade.StepGraphs;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** All edits in one version, compiled by one javac, each in a source set of its own. */
final class Version {
  private final Path directory;
  private final List<Path> sources = new ArrayList<>();

  Version(Path directory) {
    this.directory = directory;
  }

  /** Adds an edit's file, whose baselines are the step graphs of the version before. */
  void add(Edit edit, String text, @Nullable Version before) {
    Path set = directory.resolve(edit.name()).resolve("src/main");
    try {
      for (Map.Entry<String, String> one : Edit.files(edit.name(), text).entrySet()) {
        Path file = set.resolve("java").resolve(one.getKey());
        Files.createDirectories(file.getParent());
        sources.add(Files.writeString(file, one.getValue()));
      }
      if (before != null) {
        Files.createDirectories(set.resolve("everstep"));
        for (Map.Entry<String, String> graph : before.graphs(edit).entrySet()) {
          Files.writeString(set.resolve("everstep").resolve(graph.getKey()), graph.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles everything; fails on any error. */
  void compile() throws IOException {
    Map<String, String> wrong = errors();
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("\n", wrong.values()));
    }
  }

  /** Compiles those edits that can be, and returns what is wrong with the others, by name. */
  Map<String, String> compileValid() throws IOException {
    Map<String, String> all = new TreeMap<>();
    Map<String, String> wrong = errors();
    while (!wrong.isEmpty()) {
      all.putAll(wrong);
      sources.removeIf(file -> all.containsKey(edit(file)));
      wrong = errors();
    }
    return all;
  }

  private String edit(Path source) {
    return directory.relativize(source).getName(0).toString();
  }

  private Map<String, String> errors() throws IOException {
    if (sources.isEmpty()) {
      return Map.of(); // javac wants at least one
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes());
      JavaCompiler.CompilationTask task =
          javac.getTask(
              new StringWriter(),
              files,
              found,
              List.of(
                  "-Xlint:none",
                  "-Xmaxerrs",
                  "10000",
                  "-d",
                  classes().toString(),
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new WorkflowProcessor()));
      task.call();
    }
    Map<String, String> wrong = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        String what = one.getLineNumber() + ": " + one.getMessage(null);
        if (one.getSource() == null) {
          throw new AssertionError(what);
        }
        Path file = Path.of(one.getSource().toUri());
        wrong.merge(edit(file), file + ":" + what, (first, more) -> first + "\n" + more);
      }
    }
    return wrong;
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  /** Returns the step graphs of an edit by file name, that of the workflow and those it shares. */
  Map<String, String> graphs(Edit edit) throws IOException {
    Map<String, String> graphs = new TreeMap<>();
    try (Stream<Path> files = Files.list(classes().resolve("META-INF/everstep"))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        JsonNode root = new JsonMapper().readTree(text);
        if (root.path("class").asText().startsWith(Edit.packageOf(edit.name()) + ".")) {
          graphs.put(file.getFileName().toString(), text);
        }
      }
    }
    return graphs;
  }

  /** Returns the step graphs of an edit. */
  StepGraphs stepGraphs(Edit edit) throws IOException {
    List<StepGraph> all = new ArrayList<>();
    graphs(edit).forEach((file, text) -> all.add(StepGraph.parse(text, file)));
    return StepGraphs.of(all);
  }

  /** Returns the stored name of an edit's workflow. */
  String workflow(Edit edit) throws IOException {
    for (String graph : graphs(edit).values()) {
      JsonNode root = new JsonMapper().readTree(graph);
      if (root.path("kind").asText().equals("workflow")) {
        return root.path("workflow").asText();
      }
    }
    throw new AssertionError("no workflow in " + edit.name());
  }

  /** Returns a loader of the classes. */
  URLClassLoader loader() throws IOException {
    URL[] urls = {classes().toUri().toURL()};
    return new URLClassLoader(urls, getClass().getClassLoader());
  }
}

package dev.everstep.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.processor.WorkflowProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What a sample project was before: {@code src/before/java}, compiled, accepted and run. */
final class EarlierCode {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private EarlierCode() {}

  /** Compiles the earlier sources of a project, and commits their step graphs. */
  static Path accept(Path project) throws IOException {
    Path classes = Files.createDirectories(project.resolve("before"));
    compile(project.resolve("src/before/java"), classes);
    Path baselines = Files.createDirectories(project.resolve("src/main/everstep"));
    try (Stream<Path> graphs = Files.list(classes.resolve("META-INF/everstep"))) {
      for (Path graph : graphs.toList()) {
        Files.copy(
            graph,
            baselines.resolve(graph.getFileName().toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return classes;
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(sources)) {
      StringWriter printed = new StringWriter();
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              files,
              null,
              List.of("-d", classes.toString(), "-parameters", "--release", "17"),
              null,
              files.getJavaFileObjectsFromPaths(
                  all.filter(file -> file.toString().endsWith(".java")).toList()));
      task.setProcessors(List.of(new WorkflowProcessor()));
      assertThat(task.call()).as(printed.toString()).isTrue();
    }
  }

  /** Starts the runs of a project's class {@code app.Park}, and leaves when they all sleep. */
  @SuppressWarnings("unchecked")
  static void park(Path classes, Path data, String... runs) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      thread.setContextClassLoader(loader);
      try (Everstep everstep = Everstep.open(data)) {
        Class<?> park = loader.loadClass("app.Park");
        ((Consumer<Everstep>) park.getConstructor().newInstance()).accept(everstep);
        for (String run : runs) {
          awaitSleep(data, new RunId(run));
        }
      }
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static void awaitSleep(Path data, RunId run) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try (Journal journal = EmbeddedJournal.openReadOnly(data)) {
        if (journal.head(run).filter(head -> head.wakeAt() != null).isPresent()) {
          return;
        }
      }
      assertThat(Instant.now()).as("run " + run + " does not sleep").isBefore(end);
      Thread.onSpinWait();
    }
  }
}

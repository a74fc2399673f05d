package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.everstep.machine.MachineType;
import dev.everstep.processor.WorkflowCompiler;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.differential.Sources.Classes;
import dev.everstep.processor.differential.Sources.Source;
import dev.everstep.processor.emit.MachineSource;
import dev.everstep.processor.model.DurableMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Compiles many programs at once: javac starts twice, first for the workflows, whose types the
 * compiler reads, then for the machines.
 */
final class Batch {
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private final Map<String, String> invalid = new LinkedHashMap<>();
  private final Map<String, String> graphs = new LinkedHashMap<>();

  private Batch() {}

  /** Returns the programs that were compiled, by name. */
  Map<String, Subject> subjects() {
    return subjects;
  }

  /** Returns what the compiler said of the others, by name. */
  Map<String, String> refused() {
    return refused;
  }

  /** Returns what javac said of those that it does not compile, by class name. */
  Map<String, String> invalid() {
    return invalid;
  }

  /** Returns the step graphs of the programs that were compiled, by name. */
  Map<String, String> graphs() {
    return graphs;
  }

  /** Compiles programs; fails if one is not valid Java. */
  static Batch compile(List<Program> programs) {
    Batch batch = compileValid(programs);
    assertThat(batch.invalid).isEmpty();
    return batch;
  }

  /** Compiles those of the programs that are valid Java. */
  static Batch compileValid(List<Program> programs) {
    Batch batch = new Batch();
    Classes classes = new Classes();
    Map<Program, List<MachineSource>> compiled = batch.machines(programs, classes);
    List<Source> sources = new ArrayList<>();
    Map<String, String> generated = new LinkedHashMap<>();
    compiled.forEach(
        (program, machines) -> {
          machines.forEach(
              file -> {
                sources.add(new Source(file.name(), file.text()));
                generated.put(file.name(), file.text());
              });
        });
    compileMachines(sources, classes, generated);
    ClassLoader loader = classes.loader();
    compiled.forEach(
        (program, machines) -> batch.subjects.put(program.name(), subject(program, loader)));
    return batch;
  }

  private static Subject subject(Program program, ClassLoader loader) {
    try {
      Class<?> machine = loader.loadClass(program.className() + "$run");
      java.lang.reflect.Field type = machine.getDeclaredField("TYPE");
      type.setAccessible(true);
      return new Subject(
          program, loader.loadClass(program.className()), (MachineType) type.get(null));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(program.name(), e);
    }
  }

  private static JavacTask task(
      List<Program> programs, Classes classes, DiagnosticCollector<JavaFileObject> diagnostics) {
    List<Source> sources =
        programs.stream().map(one -> new Source(one.className(), one.text())).toList();
    List<String> options = List.of("-proc:none", "-parameters", "-Xmaxerrs", "10000", "-g");
    return (JavacTask)
        Sources.JAVAC.getTask(Writer.nullWriter(), classes, diagnostics, options, null, sources);
  }

  private Map<Program, List<MachineSource>> machines(List<Program> programs, Classes classes) {
    if (programs.isEmpty()) {
      return Map.of(); // javac wants at least one
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task = task(programs, classes, diagnostics);
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      Optional<String> crash = crash(task::analyze);
      if (crash.isPresent()) {
        return eachAlone(programs, classes, crash.get());
      }
      Map<String, String> errors = errors(diagnostics);
      if (!errors.isEmpty()) {
        // Some errors are looked for only where there are none of another kind: once more.
        invalid.putAll(errors);
        return machines(
            programs.stream().filter(one -> !errors.containsKey(one.className())).toList(),
            classes);
      }
      Trees trees = Trees.instance(task);
      Map<Program, List<MachineSource>> all = new LinkedHashMap<>();
      for (int i = 0; i < units.size(); i++) {
        Program program = programs.get(i);
        Reports reports = new Reports();
        List<MachineSource> machines = new ArrayList<>();
        for (AttributedWorkflow one : attributed(program, units.get(i), trees, task)) {
          WorkflowCompiler.compile(one, reports)
              .ifPresent(
                  compiled -> {
                    machines.addAll(compiled.sources());
                    graphs.putIfAbsent(program.name(), compiled.descriptorJson());
                  });
        }
        if (reports.hasErrors()) {
          refused.put(program.name(), reports.lines.toString());
        } else {
          all.put(program, machines);
        }
      }
      crash = crash(task::generate);
      return crash.isPresent() ? eachAlone(programs, classes, crash.get()) : all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles programs one by one to know on which of them javac itself fails. */
  private Map<Program, List<MachineSource>> eachAlone(
      List<Program> programs, Classes classes, String crash) {
    if (programs.size() == 1) {
      invalid.put(programs.get(0).className(), crash);
      return Map.of();
    }
    Map<Program, List<MachineSource>> all = new LinkedHashMap<>();
    programs.forEach(one -> all.putAll(machines(List.of(one), classes)));
    return all;
  }

  /** Returns how javac itself failed in a phase, as it does on some code that is valid. */
  private static Optional<String> crash(Phase phase) throws IOException {
    try {
      phase.run();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of("javac fails: " + e.getCause());
    }
  }

  private static Map<String, String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        errors.putIfAbsent(((Source) one.getSource()).className(), one.toString());
      }
    }
    return errors;
  }

  /** Returns the workflow, and the classes with durable methods behind it. */
  private static List<AttributedWorkflow> attributed(
      Program program, CompilationUnitTree unit, Trees trees, JavacTask task) {
    List<AttributedWorkflow> all = new ArrayList<>();
    for (Tree tree : unit.getTypeDecls()) {
      TypeElement element = (TypeElement) trees.getElement(TreePath.getPath(unit, tree));
      if (all.isEmpty() || DurableMethod.isShared(element)) {
        all.add(
            new AttributedWorkflow(
                unit,
                program.text(),
                (ClassTree) tree,
                element,
                element.getSimpleName().toString(),
                trees,
                task.getElements(),
                task.getTypes()));
      }
    }
    return all;
  }

  /** A machine must compile without a warning, whatever the user's javac is told to look for. */
  private static void compileMachines(
      List<Source> sources, Classes classes, Map<String, String> generated) {
    if (sources.isEmpty()) {
      return;
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-Xlint:all", "-Xmaxerrs", "10000", "-Xmaxwarns", "10000", "-g");
    Sources.JAVAC.getTask(null, classes, diagnostics, options, null, sources).call();
    failOnErrors(diagnostics, generated);
  }

  private static void failOnErrors(
      DiagnosticCollector<JavaFileObject> diagnostics, Map<String, String> generated) {
    StringBuilder message = new StringBuilder();
    Set<String> files = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
      String file = one.getSource() == null ? "" : ((Source) one.getSource()).className();
      if (one.getKind() == Diagnostic.Kind.ERROR || generated.containsKey(file)) {
        message.append(one).append('\n');
        if (files.add(file) && files.size() <= 3) {
          message.append(generated.getOrDefault(file, "")).append('\n');
        }
      }
    }
    if (!message.isEmpty()) {
      throw new AssertionError(message.toString());
    }
  }

  private interface Phase {
    Object run() throws IOException;
  }

  private static final class Reports implements Diagnostics {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void report(Problem problem, Place place, Object... arguments) {
      lines.add(place.line() + ": " + problem.message(arguments));
    }

    @Override
    public boolean hasErrors() {
      return !lines.isEmpty();
    }
  }
}

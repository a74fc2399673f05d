package dev.everstep.processor.corpus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.everstep.processor.attribution.AttributedWorkflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Some files of a library on their way through the compiler: opened, their methods taken, the
 * copies attributed, compiled to machines, and the machines compiled by javac. All other classes of
 * the library are on the class path.
 */
final class Batch {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final int ROUNDS_MAX = 10;

  private final List<Library.File> files;
  private final Path classes;
  private final Map<Taken, String> invalid = new LinkedHashMap<>();
  private final Map<Taken, String> broken = new LinkedHashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private int generic;

  private Batch(List<Library.File> files, Path classes) {
    this.files = files;
    this.classes = classes;
  }

  /** Compiles files; the class files go to a directory. */
  static Batch compile(List<Library.File> files, Path classes) {
    Batch batch = new Batch(files, classes);
    List<String> opened = batch.opened();
    List<Taken> taken = batch.taken(opened);
    batch.machines(opened, taken);
    batch.compileMachines();
    return batch;
  }

  /** Returns what the compiler made of each workflow. */
  List<Verdict> verdicts() {
    return verdicts;
  }

  /** Returns copies that javac does not accept, and why: none of the compiler's business. */
  Map<Taken, String> invalid() {
    return invalid;
  }

  /** Returns the workflows whose machines javac does not compile, and what it says. */
  Map<Taken, String> broken() {
    return broken;
  }

  /** Returns how many methods were not taken since they or their class are generic or inner. */
  int generic() {
    return generic;
  }

  /** Returns the texts without {@code private}, apart from files that need it. */
  private List<String> opened() {
    Task task = new Task(texts());
    List<String> opened = new ArrayList<>();
    for (CompilationUnitTree unit : task.units) {
      String text = files.get(opened.size()).text();
      opened.add(Taking.opened(unit, task.trees.getSourcePositions(), text));
    }
    return opened;
  }

  private List<String> texts() {
    return files.stream().map(Library.File::text).toList();
  }

  private List<Taken> taken(List<String> opened) {
    Task task = new Task(opened).attribute();
    Set<Integer> failed = task.errors().keySet();
    if (!failed.isEmpty()) {
      failed.forEach(file -> opened.set(file, files.get(file).text()));
      task = new Task(opened).attribute();
      if (!task.errors().isEmpty()) {
        throw new AssertionError("a library's own source does not compile: " + task.errors());
      }
    }
    List<Taken> all = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      Taking.Result result = Taking.of(task.javac, task.units.get(file), opened.get(file), file);
      all.addAll(result.taken());
      generic += result.generic();
    }
    return all;
  }

  /** Attributes the copies, drops those in error until there is none, and compiles the others. */
  private void machines(List<String> opened, List<Taken> taken) {
    List<Taken> valid = new ArrayList<>(taken);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Composed composed = Composed.of(opened, valid, Taken::text);
      Task task = new Task(composed.texts()).attribute();
      Map<Integer, List<Diagnostic<? extends JavaFileObject>>> errors = task.errors();
      if (errors.isEmpty()) {
        compile(task, composed);
        // The machines need the functions alone; a class with all of the copies may be too large.
        new Task(Composed.of(opened, valid, Taken::functions).texts()).attribute().generate();
        return;
      }
      errors.forEach(
          (file, all) ->
              all.forEach(one -> drop(composed.in(file).at((int) one.getPosition()), one)));
      valid.removeAll(invalid.keySet());
    }
    throw new AssertionError("the copies of " + files.get(0) + " and others do not compile");
  }

  private void drop(@Nullable Taken wrong, Diagnostic<?> error) {
    if (wrong == null) {
      throw new AssertionError("outside of the copies: " + error);
    }
    invalid.putIfAbsent(wrong, error.toString());
  }

  private void compile(Task task, Composed composed) {
    for (int file = 0; file < files.size(); file++) {
      CompilationUnitTree unit = task.units.get(file);
      for (Tree type : unit.getTypeDecls()) {
        compile(task, composed, file, new TreePath(new TreePath(unit), type));
      }
    }
  }

  private void compile(Task task, Composed composed, int file, TreePath path) {
    if (!(path.getLeaf() instanceof ClassTree tree)
        || !(task.trees.getElement(path) instanceof TypeElement element)) {
      return;
    }
    verdicts.addAll(
        Phases.compile(
            new AttributedWorkflow(
                path.getCompilationUnit(),
                composed.texts().get(file),
                tree,
                element,
                element.getSimpleName().toString(),
                task.trees,
                task.javac.getElements(),
                task.javac.getTypes()),
            composed.in(file)));
    for (Tree member : tree.getMembers()) {
      compile(task, composed, file, new TreePath(path, member));
    }
  }

  private void compileMachines() {
    List<Verdict> left = new ArrayList<>(verdicts);
    left.removeIf(one -> one.machine() == null);
    while (!left.isEmpty()) {
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      Map<String, Verdict> byName = new HashMap<>();
      List<Source> sources = new ArrayList<>();
      for (Verdict one : left) {
        String name = Objects.requireNonNull(one.machine());
        byName.put(name, one);
        sources.add(new Source(name, one.source()));
      }
      boolean done =
          JAVAC.getTask(null, null, diagnostics, options("-Xlint:all"), null, sources).call();
      for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
        if (one.getSource() instanceof Source source && isComplaint(one)) {
          broken.putIfAbsent(byName.get(source.name).taken(), one.toString());
        }
      }
      if (done) {
        return;
      }
      if (!left.removeIf(one -> broken.containsKey(one.taken()))) {
        throw new AssertionError(diagnostics.getDiagnostics().toString());
      }
    }
  }

  private static boolean isComplaint(Diagnostic<?> one) {
    return one.getKind() == Diagnostic.Kind.ERROR
        || one.getKind() == Diagnostic.Kind.WARNING
        || one.getKind() == Diagnostic.Kind.MANDATORY_WARNING;
  }

  private List<String> options(String lint) {
    return List.of(
        "-proc:none",
        "-implicit:none",
        "-g",
        "-parameters",
        "-nowarn",
        "-XDshould-stop.ifError=FLOW",
        lint,
        "-Xmaxerrs",
        "100000",
        "-Xmaxwarns",
        "100000",
        "-d",
        classes.toString(),
        "-cp",
        classes + System.getProperty("path.separator") + System.getProperty("java.class.path"));
  }

  /** The texts of the files with copies of their methods in them. */
  private record Composed(List<String> texts, List<TreeMap<Integer, Taken>> starts) {

    static Composed of(List<String> opened, List<Taken> all, Function<Taken, String> part) {
      List<String> texts = new ArrayList<>();
      List<TreeMap<Integer, Taken>> starts = new ArrayList<>();
      for (int file = 0; file < opened.size(); file++) {
        int index = file;
        List<Taken> here =
            all.stream()
                .filter(one -> one.file() == index)
                .sorted(Comparator.comparingInt(Taken::position))
                .toList();
        StringBuilder text = new StringBuilder();
        TreeMap<Integer, Taken> at = new TreeMap<>();
        int from = 0;
        for (Taken one : here) {
          text.append(opened.get(file), from, one.position());
          at.put(text.length(), one);
          text.append(part.apply(one));
          from = one.position();
        }
        text.append(opened.get(file), from, opened.get(file).length());
        texts.add(text.toString());
        starts.add(at);
      }
      return new Composed(texts, starts);
    }

    Phases.Copies in(int file) {
      TreeMap<Integer, Taken> here = starts.get(file);
      Map<String, Taken> byName = new HashMap<>();
      here.values().forEach(one -> byName.put(one.name(), one));
      return new Phases.Copies() {
        @Override
        public @Nullable Taken at(int position) {
          Map.Entry<Integer, Taken> entry = here.floorEntry(position);
          return entry == null || position >= entry.getKey() + entry.getValue().text().length()
              ? null
              : entry.getValue();
        }

        @Override
        public @Nullable Taken named(String method) {
          return byName.get(method);
        }
      };
    }
  }

  /** One run of javac over the files. */
  private final class Task {
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final JavacTask javac;
    private final Trees trees;
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Map<String, Integer> fileByName = new HashMap<>();

    Task(List<String> texts) {
      List<Source> sources = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        sources.add(new Source(files.get(i).className(), texts.get(i)));
        fileByName.put(files.get(i).className(), i);
      }
      javac =
          (JavacTask) JAVAC.getTask(null, null, diagnostics, options("-Xlint:none"), null, sources);
      trees = Trees.instance(javac);
      try {
        javac.parse().forEach(units::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Task attribute() {
      try {
        javac.analyze();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void generate() {
      try {
        javac.generate();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!errors().isEmpty()) {
        throw new AssertionError(errors().toString());
      }
    }

    Map<Integer, List<Diagnostic<? extends JavaFileObject>>> errors() {
      Map<Integer, List<Diagnostic<? extends JavaFileObject>>> errors = new TreeMap<>();
      for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
        if (one.getKind() == Diagnostic.Kind.ERROR) {
          if (!(one.getSource() instanceof Source source)) {
            throw new AssertionError(one.toString());
          }
          errors.computeIfAbsent(fileByName.get(source.name), file -> new ArrayList<>()).add(one);
        }
      }
      return errors;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.name = name;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

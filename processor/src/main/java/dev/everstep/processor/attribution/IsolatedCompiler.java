package dev.everstep.processor.attribution;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Attributes workflow files in a javac of its own, which reads every other type through the host's
 * {@code Elements}. The host's trees are never attributed by us: javac attributes them again later
 * and what the first pass left in them breaks valid code (captured wildcards in lambda parameters,
 * compact constructors, inference through lambdas). Confined to the host's thread.
 */
public final class IsolatedCompiler {
  private final ProcessingEnvironment host;
  private final Trees hostTrees;
  private final JavaCompiler javac;

  /**
   * Creates a compiler beside a host.
   *
   * @throws UnsupportedHostException if there is no javac to run
   */
  public IsolatedCompiler(Host host) {
    this.host = host.environment();
    this.hostTrees = host.trees();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new UnsupportedHostException("a Java runtime without the module jdk.compiler");
    }
    this.javac = compiler;
  }

  /**
   * Attributes workflow classes, each file once.
   *
   * @param workflows of the host, by the name under which their runs are stored
   * @return for each workflow its trees, or the errors that javac finds in it; in the same order
   */
  public Map<TypeElement, Attribution> attribute(Map<TypeElement, String> workflows) {
    Map<JavaFileObject, SourceText> files = new LinkedHashMap<>();
    Map<TypeElement, SourceText> fileOf = new LinkedHashMap<>();
    for (TypeElement workflow : workflows.keySet()) {
      TreePath path = hostTrees.getPath(workflow);
      if (path == null) {
        continue; // a class file of an earlier compilation
      }
      JavaFileObject file = path.getCompilationUnit().getSourceFile();
      fileOf.put(workflow, files.computeIfAbsent(file, key -> text(path.getCompilationUnit())));
    }
    if (files.isEmpty()) {
      return Map.of();
    }
    return attribute(workflows, fileOf, files.values());
  }

  private Map<TypeElement, Attribution> attribute(
      Map<TypeElement, String> workflows,
      Map<TypeElement, SourceText> fileOf,
      Collection<SourceText> files) {
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    HostFiles bridge =
        new HostFiles(javac.getStandardFileManager(null, null, null), host, hostTrees, fileOf);
    JavacTask task =
        (JavacTask)
            javac.getTask(
                null,
                bridge,
                diagnostic -> {
                  if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    errors.add(diagnostic);
                  }
                },
                options(workflows.keySet()),
                null,
                files);
    try (bridge) {
      Iterable<? extends CompilationUnitTree> units = task.parse();
      Trees trees = Trees.instance(task);
      Map<URI, Bodies> bodies = new HashMap<>();
      units.forEach(unit -> bodies.put(unit.getSourceFile().toUri(), Bodies.of(unit, trees)));
      task.analyze();
      Map<TypeElement, Attribution> attributions = new LinkedHashMap<>();
      fileOf.forEach(
          (workflow, file) ->
              attributions.put(
                  workflow,
                  attribution(
                      workflow,
                      workflows.get(workflow),
                      file,
                      units,
                      task,
                      trees,
                      errors,
                      bodies.get(file.toUri()))));
      return attributions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(Set<TypeElement> workflows) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-Xmaxerrs", // stubs may have errors, and javac stops to report at 100
                "1000000",
                "-parameters", // so that names of parameters are read from class files
                "-source",
                String.valueOf(host.getSourceVersion().ordinal())));
    if (host.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    Set<String> modules = new TreeSet<>();
    workflows.forEach(type -> modules.addAll(HostFiles.platformModules(type, host)));
    if (!modules.isEmpty()) {
      // What the module does not read, the machine cannot name.
      options.addAll(List.of("--limit-modules", String.join(",", modules)));
    }
    return options;
  }

  private static Attribution attribution(
      TypeElement workflow,
      String name,
      SourceText file,
      Iterable<? extends CompilationUnitTree> units,
      JavacTask task,
      Trees trees,
      List<Diagnostic<? extends JavaFileObject>> errors,
      Bodies bodies) {
    TypeElement element = task.getElements().getTypeElement(workflow.getQualifiedName().toString());
    ClassTree tree = element == null ? null : trees.getTree(element);
    CompilationUnitTree unit = null;
    for (CompilationUnitTree candidate : units) {
      if (candidate.getSourceFile().toUri().equals(file.toUri())) {
        unit = candidate;
      }
    }
    if (tree == null || unit == null) {
      return new Attribution(null, List.of(workflow.getQualifiedName() + " was not found"), bodies);
    }
    List<String> inside = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      if (error.getSource() != null
          && error.getSource().toUri().equals(file.toUri())
          && concerns(error.getPosition(), tree, unit, trees.getSourcePositions())) {
        inside.add("line " + error.getLineNumber() + ": " + error.getMessage(null));
      }
    }
    AttributedWorkflow attributed =
        new AttributedWorkflow(
            unit, file.text(), tree, element, name, trees, task.getElements(), task.getTypes());
    return new Attribution(attributed, inside, bodies);
  }

  /**
   * An error elsewhere in the class, at a log field that another processor adds say, is the host's
   * to report, if it is one there: it does not change the machine.
   */
  private static boolean concerns(
      long position, ClassTree tree, CompilationUnitTree unit, SourcePositions positions) {
    if (position < 0 || contains(tree.getModifiers(), position, unit, positions)) {
      return true;
    }
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method
          && method.getParameters().stream().anyMatch(one -> takesContext(one.getType()))
          && contains(method, position, unit, positions)) {
        return true;
      }
    }
    return false;
  }

  /** By name alone, since the type may be what is in error. */
  private static boolean takesContext(@Nullable Tree type) {
    return type != null && type.toString().endsWith("WorkflowContext");
  }

  private static boolean contains(
      Tree tree, long position, CompilationUnitTree unit, SourcePositions positions) {
    return positions.getStartPosition(unit, tree) <= position
        && position < positions.getEndPosition(unit, tree);
  }

  private static SourceText text(CompilationUnitTree unit) {
    try {
      return new SourceText(
          unit.getSourceFile(), unit.getSourceFile().getCharContent(true).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.everstep.processor.support;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.everstep.processor.attribution.AttributedWorkflow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources and classes that are never on disk. */
public final class InMemory {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private InMemory() {}

  /** A source file. */
  public static final class Source extends SimpleJavaFileObject {
    private final String text;

    /** Creates a file; the name is binary. */
    public Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Returns the workflow class of a source, attributed; fails if the source does not compile. */
  public static AttributedWorkflow attribute(Source source, String className) {
    AttributedWorkflow found = attribute(List.of(source)).get(className);
    if (found == null) {
      throw new AssertionError("no class " + className);
    }
    return found;
  }

  /** Returns the top-level classes of sources by name, attributed by one javac. */
  public static Map<String, AttributedWorkflow> attribute(List<Source> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            JAVAC.getTask(
                null, null, diagnostics, List.of("-proc:none", "-parameters"), null, sources);
    Map<String, AttributedWorkflow> found = new HashMap<>();
    try {
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      if (diagnostics.getDiagnostics().stream()
          .anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR)) {
        throw new AssertionError(diagnostics.getDiagnostics().toString());
      }
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : units) {
        for (Tree type : unit.getTypeDecls()) {
          if (trees.getElement(TreePath.getPath(unit, type)) instanceof TypeElement element) {
            found.put(
                element.getQualifiedName().toString(),
                new AttributedWorkflow(
                    unit,
                    unit.getSourceFile().getCharContent(true).toString(),
                    (ClassTree) type,
                    element,
                    element.getSimpleName().toString(),
                    trees,
                    task.getElements(),
                    task.getTypes()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Compiles with all warnings as errors and returns a loader of the classes. */
  public static ClassLoader compile(List<Source> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            JAVAC.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                classes.put(name, bytes);
                return bytes;
              }
            };
          }
        };
    List<String> options = new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-g"));
    if (!JAVAC.getTask(null, files, diagnostics, options, null, sources).call()) {
      StringBuilder message = new StringBuilder();
      diagnostics.getDiagnostics().forEach(one -> message.append(one).append('\n'));
      sources.forEach(source -> message.append(source.getCharContent(true)).append('\n'));
      throw new AssertionError(message.toString());
    }
    return new ClassLoader(InMemory.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
      }
    };
  }
}

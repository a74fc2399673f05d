package dev.everstep.processor.lines;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.everstep.processor.attribution.Host;
import dev.everstep.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Waits for javac to write the class files of machines, and changes them where they lie. It is done
 * here, and not by a build tool's plugin, so that it is done in every build.
 *
 * <p>Class files that are not on disk, since the compiler's caller keeps them in memory, stay as
 * they are: there is no public way to them.
 */
public final class MachineClasses implements TaskListener {
  private final Host host;
  private final Map<String, Machine> machines = new HashMap<>();

  private record Machine(TreePath workflow, String origin, LineMap lines) {}

  /** Creates a listener; it listens from the first machine on. */
  public MachineClasses(Host host) {
    this.host = host;
  }

  /**
   * Waits for the class files of a machine, which is a top-level class.
   *
   * @param name the class's binary name
   * @param origin the simple name of the user's file
   */
  public void watch(TypeElement workflow, String name, String origin, LineMap lines) {
    if (machines.isEmpty()) {
      host.task().addTaskListener(this);
    }
    machines.put(name, new Machine(host.trees().getPath(workflow), origin, lines));
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement written = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.GENERATE || written == null) {
      return;
    }
    String name = topLevel(written).getQualifiedName().toString();
    Machine machine = machines.get(name);
    if (machine == null) {
      return;
    }
    String file = host.environment().getElementUtils().getBinaryName(written).toString();
    Path path = path(file);
    if (path != null && Files.isRegularFile(path)) {
      // A class without lines, as that of the locals would be, is one that debuggers complain of.
      change(
          machine,
          simpleName(name),
          path,
          file.equals(name) ? machine.lines()::origin : machine.lines()::originOrHead);
    }
  }

  private void change(Machine machine, String name, Path path, IntUnaryOperator lines) {
    try {
      byte[] changed =
          ClassLines.change(Files.readAllBytes(path), name + ".java", machine.origin(), lines);
      if (changed != null) {
        Files.write(path, changed);
      }
    } catch (IllegalArgumentException e) {
      host.environment()
          .getMessager()
          .printMessage(
              Diagnostic.Kind.NOTE,
              path.getFileName() + " keeps the lines of the generated file: " + e.getMessage());
    } catch (IOException e) {
      host.trees()
          .printMessage(
              Diagnostic.Kind.ERROR,
              Problem.ES091.message(name, e),
              machine.workflow().getLeaf(),
              machine.workflow().getCompilationUnit());
    }
  }

  private static TypeElement topLevel(TypeElement type) {
    TypeElement top = type;
    for (Element outer = type; outer != null; outer = outer.getEnclosingElement()) {
      if (outer instanceof TypeElement found) {
        top = found;
      }
    }
    return top;
  }

  private @Nullable Path path(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    try {
      FileObject file =
          host.environment()
              .getFiler()
              .getResource(
                  StandardLocation.CLASS_OUTPUT,
                  binaryName.substring(0, Math.max(dot, 0)),
                  simpleName(binaryName) + ".class");
      return Path.of(file.toUri());
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException notOnDisk) {
      return null;
    }
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

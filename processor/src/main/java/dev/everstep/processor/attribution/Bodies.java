package dev.everstep.processor.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.everstep.processor.diagnostic.Problem;
import java.util.HashMap;
import java.util.Map;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of a file's methods that take the context, as trees that nothing has been done to.
 *
 * <p>Lombok changes the host's trees, not the text, and we compile the text. What it adds to a body
 * (a null check, a call of close) would be missing in the machine, so a body that was changed is
 * refused, in the last round, when all processors have run.
 */
public final class Bodies {
  private final Map<Long, String> byPosition = new HashMap<>();

  private Bodies() {}

  /** Reads the bodies of a file. */
  static Bodies of(CompilationUnitTree unit, Trees trees) {
    Bodies bodies = new Bodies();
    new Scanner(trees) {
      @Override
      void found(MethodTree method, long position) {
        bodies.byPosition.put(position, String.valueOf(method.getBody()));
      }
    }.scan(new TreePath(unit), null);
    return bodies;
  }

  /** Reports the methods of the host's tree of the file that are not as they are written. */
  public void reportChanged(Host host, TreePath workflow) {
    new Scanner(host.trees()) {
      @Override
      void found(MethodTree method, long position) {
        String written = byPosition.get(position);
        if (written != null && !written.equals(String.valueOf(method.getBody()))) {
          host.trees()
              .printMessage(
                  Diagnostic.Kind.ERROR,
                  Problem.ES093.message(method.getName()),
                  method,
                  workflow.getCompilationUnit());
        }
      }
    }.scan(workflow, null);
  }

  private abstract static class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;

    Scanner(Trees trees) {
      this.trees = trees;
    }

    abstract void found(MethodTree method, long position);

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      if (method.getParameters().stream().anyMatch(one -> isContext(one.getType()))) {
        found(
            method,
            trees
                .getSourcePositions()
                .getStartPosition(getCurrentPath().getCompilationUnit(), method));
      }
      return null;
    }

    private static boolean isContext(@Nullable Tree type) {
      return type != null && type.toString().endsWith("WorkflowContext");
    }
  }
}

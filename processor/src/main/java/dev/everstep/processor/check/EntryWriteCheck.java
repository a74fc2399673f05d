package dev.everstep.processor.check;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code Map.Entry.setValue} where a suspension point may come between the entry and the
 * call: a restored entry no longer belongs to its map, so the write would be lost without a word.
 */
final class EntryWriteCheck {
  private static final String STEP_CALLS = "dev.everstep.StepCalls";
  private static final String CONTEXT = "dev.everstep.WorkflowContext";
  private static final Set<String> SUSPENDING = Set.of("step", "sleep", "sleepUntil");

  private final AttributedWorkflow workflow;
  private final Diagnostics diagnostics;

  EntryWriteCheck(AttributedWorkflow workflow, Diagnostics diagnostics) {
    this.workflow = workflow;
    this.diagnostics = diagnostics;
  }

  /** Looks at a call in a durable method's body. */
  void check(TreePath path, MethodInvocationTree call) {
    if (isMethod(path, "java.util.Map.Entry", Set.of("setValue"))) {
      TreePath around = loopOrBody(path);
      if (around != null && suspends(around)) {
        diagnostics.report(Problem.ES082, Places.of(workflow, call));
      }
    }
  }

  private boolean isMethod(TreePath path, String owner, Set<String> names) {
    return workflow.trees().getElement(path) instanceof ExecutableElement method
        && names.contains(method.getSimpleName().toString())
        && method.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(owner);
  }

  private boolean isDurable(TreePath path) {
    return workflow.trees().getElement(path) instanceof ExecutableElement method
        && DurableMethod.contexts(method) > 0;
  }

  // The innermost loop around a call, or the body; null in a lambda, whose parameter lives there.
  private static @Nullable TreePath loopOrBody(TreePath path) {
    TreePath around = path;
    while (!isLoop(around.getLeaf()) && !(around.getLeaf() instanceof MethodTree)) {
      if (around.getLeaf() instanceof LambdaExpressionTree) {
        return null;
      }
      around = around.getParentPath();
    }
    return around;
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof EnhancedForLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }

  private boolean suspends(TreePath path) {
    var finder =
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
          private boolean found;

          @Override
          public @Nullable Void visitMethodInvocation(
              MethodInvocationTree call, @Nullable Void nothing) {
            found |=
                isDurable(getCurrentPath())
                    || isMethod(getCurrentPath(), STEP_CALLS, SUSPENDING)
                    || isMethod(getCurrentPath(), CONTEXT, SUSPENDING);
            return super.visitMethodInvocation(call, nothing);
          }
        };
    finder.scan(path, null);
    return finder.found;
  }
}

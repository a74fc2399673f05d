package dev.everstep.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Durable methods of other classes that a body calls: what is not compiled along has its machines
 * on the class path.
 */
public final class CalleeCheck extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final AttributedWorkflow workflow;
  private final Predicate<String> compiledAlong;
  private final Diagnostics diagnostics;

  private CalleeCheck(
      AttributedWorkflow workflow, Predicate<String> compiledAlong, Diagnostics diagnostics) {
    this.workflow = workflow;
    this.compiledAlong = compiledAlong;
    this.diagnostics = diagnostics;
  }

  /**
   * Reports calls of methods that have no machine.
   *
   * @param compiledAlong says of a class's full name whether this build writes its machines
   */
  public static void check(
      AttributedWorkflow workflow, Predicate<String> compiledAlong, Diagnostics diagnostics) {
    new CalleeCheck(workflow, compiledAlong, diagnostics)
        .scan(new TreePath(new TreePath(workflow.unit()), workflow.tree()), null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    return tree == workflow.tree() ? super.visitClass(tree, none) : null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
    return workflow.trees().getElement(getCurrentPath()) instanceof ExecutableElement method
            && DurableMethod.contexts(method) > 0
        ? super.visitMethod(tree, none)
        : null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    if (workflow.trees().getElement(getCurrentPath()) instanceof ExecutableElement method
        && DurableMethod.contexts(method) > 0
        && method.getEnclosingElement() instanceof TypeElement owner
        && DurableMethod.isDurable(owner)
        && !compiledAlong.test(owner.getQualifiedName().toString())) {
      DurableMethod.of(owner).stream()
          .filter(one -> one.element().equals(method) && one.isStatic())
          .filter(one -> workflow.elements().getTypeElement(one.machineName()) == null)
          .forEach(
              one ->
                  diagnostics.report(
                      Problem.ES027,
                      Places.of(workflow, tree),
                      one.shown(workflow.element()),
                      owner.getQualifiedName()));
    }
    return super.visitMethodInvocation(tree, none);
  }
}

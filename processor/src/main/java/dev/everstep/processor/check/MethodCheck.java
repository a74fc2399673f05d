package dev.everstep.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** What a method with a context must be, so that a machine can be made of it. */
final class MethodCheck {
  private final AttributedWorkflow type;
  private final Diagnostics diagnostics;

  MethodCheck(AttributedWorkflow type, Diagnostics diagnostics) {
    this.type = type;
    this.diagnostics = diagnostics;
  }

  void check() {
    for (Tree member : type.tree().getMembers()) {
      if (member instanceof MethodTree tree
          && type.trees().getElement(TreePath.getPath(type.unit(), tree))
              instanceof ExecutableElement method
          && DurableMethod.contexts(method) > 0) {
        check(tree, method);
      }
    }
    names();
  }

  private void check(MethodTree tree, ExecutableElement method) {
    if (DurableMethod.contexts(method) > 1) {
      refuse(tree, "takes it twice", "Pass it once.");
    }
    if (DurableMethod.isShared(type.element())
        && !method.getModifiers().contains(Modifier.STATIC)) {
      refuse(
          tree,
          "is an instance method of a class with @Durable, and frames keep no such object",
          "Make it static.");
    } else if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      refuse(
          tree,
          "is synchronized, and its monitor would not be held when the run resumes",
          "Synchronize inside a function.");
    } else if (method.getModifiers().contains(Modifier.NATIVE)) {
      refuse(tree, "is native", "Call native code in a function.");
    }
  }

  /** Types count by their simple names, so two methods may be stored under one name. */
  private void names() {
    Map<String, DurableMethod> byName = new HashMap<>();
    for (DurableMethod method : DurableMethod.of(type.element())) {
      DurableMethod other = byName.putIfAbsent(method.storedName(), method);
      MethodTree tree = type.trees().getTree(method.element());
      MethodTree first = other == null ? null : type.trees().getTree(other.element());
      if (tree != null && first != null) {
        report(
            Problem.ES028, tree, method.name(), Places.of(type, first).line(), method.storedName());
      }
    }
  }

  private void refuse(MethodTree tree, String what, String remedy) {
    report(Problem.ES008, tree, tree.getName(), what, remedy);
  }

  private void report(Problem problem, Tree tree, Object... arguments) {
    diagnostics.report(problem, Places.of(type, tree), arguments);
  }
}

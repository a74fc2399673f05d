package dev.everstep.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Place;

/** Finds what to underline: the name of a declaration, the beginning of anything else. */
public final class Places {
  private Places() {}

  /** Returns the place of a tree. */
  public static Place of(AttributedWorkflow workflow, Tree tree) {
    SourcePositions positions = workflow.trees().getSourcePositions();
    int position = (int) positions.getStartPosition(workflow.unit(), tree);
    String name = "";
    Tree before = null;
    if (tree instanceof ClassTree type) {
      name = type.getSimpleName().toString();
      before = type.getModifiers();
    } else if (tree instanceof MethodTree method) {
      name = method.getName().toString();
      before = method.getReturnType() == null ? method.getModifiers() : method.getReturnType();
    } else if (tree instanceof VariableTree variable) {
      name = variable.getName().toString();
      before = variable.getType();
    }
    if (!name.isEmpty()) {
      long end = before == null ? -1 : positions.getEndPosition(workflow.unit(), before);
      int found = workflow.source().indexOf(name, (int) Math.max(position, end));
      position = found < 0 ? position : found;
    }
    return new Place(position, (int) workflow.unit().getLineMap().getLineNumber(position));
  }
}

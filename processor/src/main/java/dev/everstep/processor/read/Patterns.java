package dev.everstep.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns, whose trees are newer than the API of 17 but for one. */
final class Patterns {
  private Patterns() {}

  /** Returns the variables of a pattern, in order; those named {@code _} are none. */
  static List<VariableTree> bindings(Tree pattern) {
    List<VariableTree> bindings = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree part, @Nullable Void none) {
        if (!part.getVariable().getName().isEmpty()) {
          bindings.add(part.getVariable());
        }
        return null;
      }
    }.scan(pattern, null);
    return bindings;
  }
}

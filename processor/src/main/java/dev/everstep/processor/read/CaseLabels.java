package dev.everstep.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a case in front of its colon or arrow. Trees of patterns, guards and {@code default}
 * among other labels are newer than the API of 17, so they are found by their kinds' names.
 */
final class CaseLabels {
  private static final String DEFAULT = "default";

  private final CaseTree tree;
  private final Facts facts;
  private final List<VariableTree> bindings = new ArrayList<>();
  private final Set<Tree> parts = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean patterns;
  private boolean defaults;
  private boolean guarded;
  private @Nullable ExpressionTree guard;
  private int end;

  CaseLabels(CaseTree tree, Facts facts) {
    this.tree = tree;
    this.facts = facts;
    new Scan().scan(tree, null);
  }

  private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
    private int depth;

    @Override
    public @Nullable Void scan(Tree part, @Nullable Void none) {
      if (part == null || part == tree.getBody() || isStatement(part)) {
        return null;
      }
      if (part != tree) {
        if (isGuard(part)) {
          guarded = true;
          if (facts.suspends(part)) {
            guard = (ExpressionTree) part;
            return null;
          }
        }
        add(part);
      }
      depth++;
      super.scan(part, none);
      depth--;
      return null;
    }

    /** Since 21, a label is no expression itself, and a guard is one. */
    private boolean isGuard(Tree part) {
      return depth == 1 && part instanceof ExpressionTree && !tree.getExpressions().contains(part);
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree part, @Nullable Void none) {
      if (!part.getVariable().getName().isEmpty()) {
        bindings.add(part.getVariable());
      }
      return super.visitBindingPattern(part, none);
    }

    // Patterns in these cannot be used in the case's body.

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree part, @Nullable Void none) {
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree part, @Nullable Void none) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree part, @Nullable Void none) {
      return null;
    }
  }

  private boolean isStatement(Tree part) {
    return tree.getStatements() != null
        && tree.getStatements().stream().anyMatch(one -> one == part);
  }

  private void add(Tree part) {
    parts.add(part);
    String kind = part.getKind().name();
    if (kind.equals("DEFAULT_CASE_LABEL")) {
      defaults = true;
      end = Math.max(end, facts.start(part) + DEFAULT.length());
    } else {
      patterns |= kind.endsWith("PATTERN");
      end = Math.max(end, facts.end(part));
    }
  }

  /** Returns the variables of the patterns and of the guard, in order. */
  List<VariableTree> bindings() {
    return bindings;
  }

  /** Returns the guard if it suspends; the label is then all that stands in front of it. */
  @Nullable ExpressionTree guard() {
    return guard;
  }

  /** Returns whether there is a guard. */
  boolean isGuarded() {
    return guarded;
  }

  /** Returns whether this is {@code default} alone. */
  boolean isDefaultAlone() {
    return parts.isEmpty() || defaults && parts.size() == 1;
  }

  /** Returns whether values that no other case names come here. */
  boolean isDefault() {
    return parts.isEmpty() || defaults;
  }

  /** Returns whether Java wants a switch with this case to cover all values. */
  boolean wantsAll() {
    return patterns || tree.getExpressions().stream().anyMatch(CaseLabels::isNull);
  }

  private static boolean isNull(ExpressionTree label) {
    return label.getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** Returns where the label ends in the source. */
  int end() {
    return end;
  }

  /** Returns the parts of the case that are not the label, as operands to leave out. */
  Map<Tree, Integer> rest() {
    Map<Tree, Integer> rest = new IdentityHashMap<>();
    if (tree.getBody() != null) {
      rest.put(tree.getBody(), 0);
    }
    if (tree.getStatements() != null) {
      tree.getStatements().forEach(one -> rest.put(one, 0));
    }
    if (guard != null) {
      rest.put(guard, 0);
    }
    return rest;
  }
}

package dev.everstep.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally (JLS 14.22). */
final class Completion {
  private final Facts facts;

  Completion(Facts facts) {
    this.facts = facts;
  }

  /** Returns whether the next statement may follow. */
  boolean completes(StatementTree tree) {
    return switch (tree.getKind()) {
      case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
      case BLOCK -> completes(((BlockTree) tree).getStatements());
      case IF -> {
        IfTree choice = (IfTree) tree;
        yield choice.getElseStatement() == null
            || completes(choice.getThenStatement())
            || completes(choice.getElseStatement());
      }
      case WHILE_LOOP -> {
        WhileLoopTree loop = (WhileLoopTree) tree;
        yield !isTrue(loop.getCondition()) || breaks(loop.getStatement(), loop);
      }
      case DO_WHILE_LOOP -> {
        DoWhileLoopTree loop = (DoWhileLoopTree) tree;
        yield breaks(loop.getStatement(), loop)
            || !isTrue(loop.getCondition())
                && (completes(loop.getStatement()) || continues(loop.getStatement()));
      }
      case FOR_LOOP -> {
        ForLoopTree loop = (ForLoopTree) tree;
        yield loop.getCondition() != null && !isTrue(loop.getCondition())
            || breaks(loop.getStatement(), loop);
      }
      case LABELED_STATEMENT -> {
        LabeledStatementTree labeled = (LabeledStatementTree) tree;
        yield completes(labeled.getStatement())
            || breaksTo(labeled.getLabel().toString(), labeled.getStatement());
      }
      case SYNCHRONIZED -> completes(((SynchronizedTree) tree).getBlock());
      case TRY -> {
        TryTree attempt = (TryTree) tree;
        boolean ends = attempt.getFinallyBlock() == null || completes(attempt.getFinallyBlock());
        yield ends
            && (completes(attempt.getBlock())
                || attempt.getCatches().stream().anyMatch(c -> completes(c.getBlock())));
      }
      case SWITCH -> completes((SwitchTree) tree);
      default -> true;
    };
  }

  private boolean completes(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::completes);
  }

  private boolean completes(SwitchTree tree) {
    List<? extends CaseTree> cases = tree.getCases();
    if (cases.isEmpty() || !isExhaustive(tree) || breaks(tree, tree)) {
      return true;
    }
    for (CaseTree arm : cases) {
      if (arm.getCaseKind() == CaseTree.CaseKind.RULE) {
        Tree body = arm.getBody();
        if (!(body instanceof StatementTree statement) || completes(statement)) {
          return true;
        }
      }
    }
    CaseTree last = cases.get(cases.size() - 1);
    return last.getCaseKind() == CaseTree.CaseKind.STATEMENT && completes(last.getStatements());
  }

  /** Returns whether a switch has a default, or must cover all values since it uses patterns. */
  private boolean isExhaustive(SwitchTree tree) {
    boolean patterns = false;
    for (CaseTree arm : tree.getCases()) {
      if (arm.getExpressions().isEmpty() && !hasPattern(arm)) {
        return true;
      }
      patterns |= hasPattern(arm) || hasDefault(arm) || hasNull(arm);
    }
    return patterns || isOverSealed(tree);
  }

  private static boolean hasNull(CaseTree arm) {
    return arm.getExpressions().stream()
        .anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL);
  }

  // Kinds are compared by name, since those of patterns are newer than the API of 17.
  private static boolean hasPattern(CaseTree arm) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(Tree tree, @Nullable Void none) {
        if (tree != null && tree.getKind().name().endsWith("PATTERN")) {
          found[0] = true;
        }
        return tree instanceof StatementTree || tree == arm.getBody()
            ? null
            : super.scan(tree, none);
      }
    }.scan(arm, null);
    return found[0];
  }

  private static boolean hasDefault(CaseTree arm) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(Tree tree, @Nullable Void none) {
        if (tree != null && tree.getKind().name().equals("DEFAULT_CASE_LABEL")) {
          found[0] = true;
        }
        return tree instanceof StatementTree || tree == arm.getBody()
            ? null
            : super.scan(tree, none);
      }
    }.scan(arm, null);
    return found[0];
  }

  /** A statement over another type than these, without patterns, names constants only. */
  private boolean isOverSealed(SwitchTree tree) {
    return facts.type(Facts.strip(tree.getExpression())) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.INTERFACE;
  }

  private boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(Constants.value(condition, facts));
  }

  /** Returns whether a {@code break} without a label inside a tree leaves {@code target}. */
  private static boolean breaks(Tree tree, Tree target) {
    return new Jumps(null, target).found(tree);
  }

  private static boolean breaksTo(String label, Tree tree) {
    return new Jumps(label, tree).found(tree);
  }

  /** Any {@code continue} may reach the condition; too many is safe, since a goto is harmless. */
  private static boolean continues(Tree tree) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitContinue(
          com.sun.source.tree.ContinueTree jump, @Nullable Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(LambdaExpressionTree t, @Nullable Void none) {
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree t, @Nullable Void none) {
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Looks for breaks that leave a statement. */
  private static final class Jumps extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final @Nullable String label;
    private final Tree target;
    private boolean found;

    Jumps(@Nullable String label, Tree target) {
      this.label = label;
      this.target = target;
    }

    boolean found(Tree tree) {
      scan(tree, null);
      return found;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void none) {
      String to = tree.getLabel() == null ? null : tree.getLabel().toString();
      found |= label == null ? to == null : label.equals(to);
      return null;
    }

    @Override
    public @Nullable Void scan(Tree tree, @Nullable Void none) {
      if (tree == null || tree instanceof LambdaExpressionTree || tree instanceof ClassTree) {
        return null;
      }
      // A break without a label belongs to the nearest loop or switch.
      boolean nearer =
          switch (tree.getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP, SWITCH -> true;
            default -> tree instanceof SwitchExpressionTree;
          };
      return label == null && nearer && tree != target ? null : super.scan(tree, none);
    }
  }
}

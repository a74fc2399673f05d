package dev.everstep.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Statements without a suspension point that are taken apart all the same, since as one they might
 * exceed what a method holds: locals of a machine are fields, and take more byte code than the
 * method's own.
 */
final class Large {
  /** At worst, some 3.5 bytes for each character; a method holds 64 KiB. */
  private static final int CHARACTERS_MAX = 16_000;

  private Large() {}

  /** Returns whether a statement is large, and means the same when it is taken apart. */
  static boolean is(StatementTree tree, Facts facts) {
    return facts.end(tree) - facts.start(tree) > CHARACTERS_MAX
        && isMadeOfStatements(tree, facts)
        && !declaresClass(tree);
  }

  /** A loop over an {@code Iterable} that is taken apart does not ask its iterator each time. */
  private static boolean isMadeOfStatements(StatementTree tree, Facts facts) {
    return tree instanceof IfTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree loop
            && facts.type(loop.getExpression()).getKind() == TypeKind.ARRAY
        || tree instanceof SwitchTree
        || tree instanceof TryTree
        || tree instanceof LabeledStatementTree labeled
            && isMadeOfStatements(labeled.getStatement(), facts);
  }

  /** A local class cannot stand between blocks. */
  private static boolean declaresClass(StatementTree tree) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void none) {
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree lambda, @Nullable Void none) {
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }
}

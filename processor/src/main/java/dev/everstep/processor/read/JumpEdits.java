package dev.everstep.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.everstep.processor.model.Piece;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Jumps and returns that leave the code; those that stay in it are as written. */
final class JumpEdits {
  private final Splice splice;
  private final MethodReading reading;
  private final Facts facts;
  private final Edits edits;
  private final Set<Tree> inBlock = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> labels = new LinkedHashSet<>();
  private int breakables;
  private int loops;
  private int switchExpressions;

  JumpEdits(Splice splice) {
    this.splice = splice;
    this.reading = splice.reading();
    this.facts = splice.facts();
    this.edits = splice.edits();
  }

  /** Says that statements stand in a row, where one may become two. */
  void inBlock(List<? extends StatementTree> statements) {
    inBlock.addAll(statements);
  }

  // What jumps may stay in

  void loop(Runnable visit) {
    loops++;
    breakables++;
    visit.run();
    loops--;
    breakables--;
  }

  void switched(Runnable visit) {
    breakables++;
    visit.run();
    breakables--;
  }

  void switchExpression(Runnable visit) {
    switchExpressions++;
    visit.run();
    switchExpressions--;
  }

  void labeled(String label, Runnable visit) {
    labels.add(label);
    visit.run();
    labels.remove(label);
  }

  // Jumps

  /** Edits a return of the method; returns whether it is one. */
  boolean returned(ReturnTree tree, Consumer<Tree> scan) {
    if (splice.isInFunction() || splice.isInline()) {
      return false;
    }
    if (tree.getExpression() == null) {
      splice.replace(tree, new Piece.ReturnNothing(!inBlock.contains(tree)));
      return true;
    }
    boolean alone = !inBlock.contains(tree);
    ExpressionTree value = tree.getExpression();
    edits.replace(facts.start(tree), facts.start(value), new Piece.Return(alone));
    boolean cast = reading.returnsOtherThan(value);
    if (cast) {
      edits.insert(
          facts.start(value),
          new Piece.Text("("),
          new Piece.TypeName(reading.converted()),
          new Piece.Text(") ("));
    }
    boolean typed = Targets.isTyped(value, facts);
    if (typed) {
      edits.insert(facts.start(value), Targets.before(reading.type(value)));
    }
    scan.accept(value);
    edits.insert(facts.end(value), new Piece.Text((typed ? ")" : "") + (cast ? "))" : ")")));
    edits.insert(facts.end(tree), new Piece.Returned(alone));
    return true;
  }

  /** Edits a break if it leaves the code. */
  void broken(BreakTree tree) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    if (!splice.isInFunction() && (label == null ? breakables == 0 : !labels.contains(label))) {
      splice.replace(
          tree, new Piece.Jump(reading.scope().breakTarget(label), !inBlock.contains(tree), null));
    }
  }

  /** Edits a yield if it leaves the code; returns whether it does. */
  boolean yielded(YieldTree tree, Consumer<Tree> scan) {
    if (splice.isInFunction() || splice.isInline() || switchExpressions > 0) {
      return false;
    }
    Scope.Result result = reading.scope().yieldTarget();
    boolean alone = !inBlock.contains(tree);
    int start = facts.start(tree.getValue());
    int end = facts.end(tree.getValue());
    edits.replace(facts.start(tree), start, new Piece.Result(result.value(), alone));
    scan.accept(tree.getValue());
    edits.replace(
        end, facts.end(tree), new Piece.Text(";\n"), new Piece.Jump(result.leave(), false, null));
    if (alone) {
      edits.insert(facts.end(tree), new Piece.Close());
    }
    return true;
  }

  /** Edits a continue if it leaves the code. */
  void continued(ContinueTree tree) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    if (!splice.isInFunction() && (label == null ? loops == 0 : !labels.contains(label))) {
      splice.replace(
          tree,
          new Piece.Jump(reading.scope().continueTarget(label), !inBlock.contains(tree), null));
    }
  }
}

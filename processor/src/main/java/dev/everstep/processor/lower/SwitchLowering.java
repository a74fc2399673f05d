package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Switch;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lowers a switch to one that only chooses a block, with the user's labels. The bodies are blocks
 * in the order of the source, so that to fall through is to go to the next.
 *
 * <p>A guard that suspends is a block as well, chosen by its label. If it says no, another switch
 * chooses among the cases behind it; those before it did not fit, so they stand in it only where
 * javac needs them to see that all values are covered.
 */
final class SwitchLowering {
  private final Builder to;
  private final Consumer<Statement> statements;
  private final Branches branches;

  /** Goes to one of two blocks. */
  interface Branches {
    void branch(Expression condition, Block yes, Block no);
  }

  SwitchLowering(Builder to, Consumer<Statement> statements, Branches branches) {
    this.to = to;
    this.statements = statements;
    this.branches = branches;
  }

  /** Lowers a switch whose selector is evaluated. */
  void lower(Switch tree, Code selector) {
    Code selected = selector;
    if (tree.arms().stream().anyMatch(arm -> arm.guard() != null)) {
      Variable kept =
          new Variable(
              Variable.Kind.TEMPORARY,
              TemporaryNames.of("selected", tree.selector()),
              tree.selector().type(),
              tree.selector().place());
      to.set(kept, selector, true);
      selected = Code.of(new Piece.Read(kept));
    }
    Block after = to.block();
    to.label(tree.leave(), after);
    List<Block> bodies = new ArrayList<>();
    List<Block> entries = new ArrayList<>();
    for (Switch.Arm arm : tree.arms()) {
      Block body = to.block();
      bodies.add(body);
      entries.add(arm.guard() == null ? body : to.block());
    }
    to.end(new Terminator.Dispatch(selected, choices(tree, entries, -1, after)));
    for (int i = 0; i < bodies.size(); i++) {
      Switch.Arm arm = tree.arms().get(i);
      to.enter(entries.get(i));
      to.line(arm.line());
      if (arm.guard() != null) {
        Block others = to.block();
        branches.branch(arm.guard(), bodies.get(i), others);
        to.enter(others);
        to.end(new Terminator.Dispatch(selected, choices(tree, entries, i, after)));
        to.enter(bodies.get(i));
      }
      statements.accept(arm.body());
      to.jump(arm.fallsThrough() && i + 1 < bodies.size() ? bodies.get(i + 1) : after);
    }
    to.enter(after);
  }

  /**
   * Returns the choices that are left.
   *
   * @param failed the case whose guard said no; -1 at first
   */
  private static List<Terminator.Choice> choices(
      Switch tree, List<Block> entries, int failed, Block after) {
    List<Terminator.Choice> choices = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Switch.Arm arm = tree.arms().get(i);
      if (i > failed || i < failed && !arm.guarded()) {
        Code label = arm.guard() == null ? arm.label() : arm.label().then(" when always()");
        choices.add(new Terminator.Choice(label, arm.bindings(), entries.get(i)));
      }
    }
    if (!tree.total()) {
      choices.add(new Terminator.Choice(Code.text("default"), List.of(), after));
    }
    return choices;
  }
}

package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lowers a switch to one that only chooses a block, with the user's labels. The bodies are blocks
 * in the order of the source, so that to fall through is to go to the next.
 */
final class SwitchLowering {
  private final Builder to;
  private final Consumer<Statement> statements;

  SwitchLowering(Builder to, Consumer<Statement> statements) {
    this.to = to;
    this.statements = statements;
  }

  /** Lowers a switch whose selector is evaluated. */
  void lower(Switch tree, Code selector) {
    Block after = to.block();
    to.label(tree.leave(), after);
    List<Block> bodies = new ArrayList<>();
    List<Terminator.Choice> choices = new ArrayList<>();
    for (Switch.Arm arm : tree.arms()) {
      Block body = to.block();
      bodies.add(body);
      choices.add(new Terminator.Choice(arm.label(), arm.bindings(), body));
    }
    if (!tree.total()) {
      choices.add(new Terminator.Choice(Code.text("default"), List.of(), after));
    }
    to.end(new Terminator.Dispatch(selector, choices));
    for (int i = 0; i < bodies.size(); i++) {
      Switch.Arm arm = tree.arms().get(i);
      to.enter(bodies.get(i));
      to.line(arm.line());
      statements.accept(arm.body());
      to.jump(arm.fallsThrough() && i + 1 < bodies.size() ? bodies.get(i + 1) : after);
    }
    to.enter(after);
  }
}

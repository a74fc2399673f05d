package dev.everstep.processor.identity;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Item;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.text.Tokens;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a segment: the tokens of all blocks that are reached from its first one
 * without passing a suspension point, handlers of exceptions included.
 *
 * <p>Locals that it finds in the frame are numbered in the frame's order, all others in the order
 * of their first use, each with its type; jump targets {@code L1}, {@code L2}. A block that nothing
 * else in the segment refers to follows its predecessor without a jump, whether or not other
 * segments use it: the text depends on nothing outside of the segment.
 */
final class SegmentText {
  private final Flow flow;
  private final Map<Block, Integer> references = new LinkedHashMap<>();
  private final Map<Block, String> names = new HashMap<>();
  private final Map<Object, String> locals = new HashMap<>();
  private final Deque<Block> open = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();

  private SegmentText(Flow flow) {
    this.flow = flow;
  }

  /**
   * Returns the text of a segment.
   *
   * @param found the locals that are in the frame where it begins
   */
  static String of(Flow flow, Block first, List<Variable> found) {
    SegmentText text = new SegmentText(flow);
    for (Variable variable : found) {
      String kind = variable.kind() == Variable.Kind.PARAMETER ? "parameter" : "found";
      text.locals.put(
          variable, " #" + kind + text.locals.size() + ":" + TypeText.of(variable.type()) + " ");
    }
    text.count(first);
    text.name(first);
    while (!text.open.isEmpty()) {
      text.chain(text.open.remove());
    }
    return text.out.toString();
  }

  /** Counts how often the blocks of the segment are referred to from inside of it. */
  private void count(Block first) {
    Set<Block> seen = new HashSet<>();
    Deque<Block> waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty()) {
      Block block = waiting.remove();
      if (seen.add(block)) {
        for (Block next : targets(block)) {
          references.merge(next, 1, Integer::sum);
          waiting.add(next);
        }
      }
    }
  }

  /** Returns where a block may go, a target as often as it is named. */
  private List<Block> targets(Block block) {
    List<Block> targets = new ArrayList<>();
    for (Code code : block.codes()) {
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Jump jump) {
          targets.add(target(jump.to()));
        }
      }
    }
    if (block.end() instanceof Terminator.Goto jump) {
      targets.add(jump.to());
    } else if (block.end() instanceof Terminator.Branch branch) {
      targets.add(branch.yes());
      targets.add(branch.no());
    } else if (block.end() instanceof Terminator.Dispatch dispatch) {
      dispatch.choices().forEach(choice -> targets.add(choice.to()));
    }
    if (block.handler() != null) {
      targets.add(block.handler());
    }
    return targets;
  }

  private Block target(Label label) {
    Block block = flow.labels().get(label);
    if (block == null) {
      throw new IllegalStateException("no block for " + label);
    }
    return block;
  }

  /** Returns a jump target's name; its block is written when those named before it are. */
  private String name(Block block) {
    String known = names.get(block);
    if (known != null) {
      return known;
    }
    String name = "L" + (names.size() + 1);
    names.put(block, name);
    open.add(block);
    return name;
  }

  /** Writes a block and those that only follow it. */
  private void chain(Block first) {
    line(name(first) + " :");
    line("catch " + (first.handler() == null ? "none" : name(first.handler())));
    @Nullable Block at = first;
    while (at != null) {
      at.items().forEach(this::item);
      at = end(at);
    }
  }

  private void item(Item item) {
    if (item instanceof Item.Run run) {
      line(text(run.code()));
    } else if (item instanceof Item.Set set && set.value() != null) {
      line(local(set.variable()) + " = " + text(set.value()) + ";");
    }
  }

  /** Writes the end of a block; returns the next one of its chain. */
  private @Nullable Block end(Block block) {
    if (block.end() instanceof Terminator.Goto jump) {
      if (follows(block, jump.to())) {
        return jump.to();
      }
      line("goto " + name(jump.to()));
    } else if (block.end() instanceof Terminator.Branch branch) {
      line(
          "if ("
              + text(branch.condition())
              + ") "
              + name(branch.yes())
              + " else "
              + name(branch.no()));
    } else if (block.end() instanceof Terminator.Dispatch dispatch) {
      line("switch (" + text(dispatch.selector()) + ")");
      for (Terminator.Choice choice : dispatch.choices()) {
        line(text(choice.label()) + " -> " + name(choice.to()));
      }
    } else if (block.end() instanceof Terminator.Suspend suspend) {
      line("suspend " + suspend.site().name());
      suspend.arguments().forEach(argument -> line(", " + text(argument)));
      if (suspend.site().call() instanceof Site.Inline inline) {
        inline.captures().forEach(captured -> line(", " + local(captured)));
      }
    }
    return null;
  }

  private boolean follows(Block block, Block next) {
    return references.getOrDefault(next, 0) == 1
        && !names.containsKey(next)
        && next.handler() == block.handler();
  }

  private void line(String code) {
    out.append(Tokens.line(code)).append('\n');
  }

  private String text(Code code) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : code.pieces()) {
      text.append(text(piece));
    }
    return text.toString();
  }

  private String text(Piece piece) {
    if (piece instanceof Piece.Text one) {
      return one.text();
    } else if (piece instanceof Piece.Inner one) {
      return local(one.declared(), "");
    } else if (piece instanceof Piece.TypeName one) {
      return TypeText.of(one.type());
    } else if (piece instanceof Piece.Self) {
      return "this";
    } else if (piece instanceof Piece.Context) {
      return "context";
    } else if (piece instanceof Piece.Thrown) {
      return "thrown";
    } else if (piece instanceof Piece.Read one) {
      return local(one.variable());
    } else if (piece instanceof Piece.Write one) {
      return local(one.variable());
    } else if (piece instanceof Piece.Update one) {
      return local(one.variable());
    } else if (piece instanceof Piece.Capture one) {
      return local(one.variable());
    } else if (piece instanceof Piece.Bind one) {
      return one.part() == Piece.Bind.Part.NAME ? local(one.variable()) : "";
    } else if (piece instanceof Piece.Jump jump) {
      return " goto " + name(target(jump.to())) + ";";
    } else if (piece instanceof Piece.Keep keep) {
      return local(keep.variable()) + " = (";
    } else if (piece instanceof Piece.Result one) {
      return local(one.variable()) + " = ";
    } else if (piece instanceof Piece.Return) {
      return "return (";
    } else if (piece instanceof Piece.Take) {
      return "take()";
    } else if (piece instanceof Piece.Close) {
      return "";
    }
    throw new AssertionError("unhandled: " + piece);
  }

  private String local(Variable variable) {
    return local(variable, ":" + TypeText.of(variable.type()));
  }

  private String local(Object key, String type) {
    String known = locals.get(key);
    if (known != null) {
      return known;
    }
    String name = " #" + (locals.size() + 1) + " ";
    locals.put(key, name);
    return name + type + " ";
  }
}

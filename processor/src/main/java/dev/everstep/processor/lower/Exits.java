package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routes jumps and returns out of regions: out of code that is to be followed by a {@code finally}
 * block, or by the closing of a resource. A jump that leaves regions goes to a block of the
 * innermost one, which runs what must follow and goes on outward in the same way.
 */
final class Exits {
  private static final Label RETURN = new Label("return");

  private final Builder to;
  private final Map<Label, Integer> depths = new HashMap<>();
  private final Deque<Region> regions = new ArrayDeque<>();

  Exits(Builder to) {
    this.to = to;
  }

  /**
   * A way out.
   *
   * @param target where it goes in the end
   * @param entry goes to the block
   * @param block runs what must follow
   */
  record Exit(Label target, Label entry, Block block) {}

  /** Code that something must follow. */
  final class Region {
    private final @Nullable Variable result;
    private final List<Exit> exits = new ArrayList<>();
    private final @Nullable Block outer = to.handler();

    private Region(@Nullable Variable result) {
      this.result = result;
    }

    /** Returns the ways out but for the end and exceptions, in the order of their first use. */
    List<Exit> exits() {
      return exits;
    }

    /**
     * Returns the number by which a way out is stored.
     *
     * @param jumps those of jumps, by where they go
     */
    int number(Exit exit, Map<Label, Integer> jumps) {
      Integer number = exit.target() == RETURN ? Integer.valueOf(1) : jumps.get(exit.target());
      if (number == null) {
        throw new IllegalStateException("no number for a jump to " + exit.target());
      }
      return number;
    }

    /** Returns whether what is to be returned waits in a variable on this way. */
    boolean returns(Exit exit) {
      return exit.target() == RETURN && result != null;
    }

    private Exit exit(Label target) {
      for (Exit exit : exits) {
        if (exit.target() == target) {
          return exit;
        }
      }
      Exit exit = new Exit(target, new Label("exit to " + target), to.block(outer));
      to.label(exit.entry(), exit.block());
      exits.add(exit);
      return exit;
    }

    /** Goes on with a way out; called when the region was left. */
    void proceed(Exit exit) {
      if (exit.target() == RETURN) {
        Exits.this.returns(result == null ? Code.text("null") : Code.of(new Piece.Read(result)));
      } else {
        jump(exit.target());
      }
    }
  }

  /**
   * Enters a region; exceptions outside of it go to the handler of now.
   *
   * @param result keeps what is returned from inside; null if nothing is
   */
  Region enter(@Nullable Variable result) {
    Region region = new Region(result);
    regions.push(region);
    return region;
  }

  /** Leaves the innermost region. */
  void leave() {
    regions.pop();
  }

  /** Says that a label is in the region of now. */
  void label(Label label) {
    depths.put(label, regions.size());
  }

  /** Returns from the method. */
  void returns(Code value) {
    if (regions.isEmpty()) {
      to.run(Code.of(new Piece.Return(false)).then(value).then(");"));
      to.end(new Terminator.Never());
      return;
    }
    Region region = regions.element();
    if (region.result != null) {
      to.set(region.result, value, true);
    }
    to.jump(region.exit(RETURN).block());
  }

  /** Goes to a label. */
  void jump(Label target) {
    Label entry = entry(target);
    Block block = to.labels().get(entry);
    if (block == null) {
      throw new IllegalStateException("no block for " + entry);
    }
    to.jump(block);
  }

  private Label entry(Label target) {
    return depths.getOrDefault(target, 0) < regions.size()
        ? regions.element().exit(target).entry()
        : target;
  }

  /** Returns code whose jumps and returns go where they must from here. */
  Code route(Code code) {
    List<Piece> routed = new ArrayList<>();
    for (Piece piece : code.pieces()) {
      if (piece instanceof Piece.Jump jump) {
        routed.add(new Piece.Jump(entry(jump.to()), jump.alone(), null));
      } else if (piece instanceof Piece.Return returned) {
        routed.add(opening(returned));
      } else if (piece instanceof Piece.Returned returned) {
        if (!regions.isEmpty()) {
          Region region = regions.element();
          Label entry = region.exit(RETURN).entry();
          routed.add(new Piece.Jump(entry, returned.alone(), region.result));
        }
      } else if (piece instanceof Piece.ReturnNothing nothing) {
        routed.addAll(
            regions.isEmpty()
                ? List.of(new Piece.Return(false), new Piece.Text("null);"))
                : List.of(
                    new Piece.Jump(regions.element().exit(RETURN).entry(), nothing.alone(), null)));
      } else {
        routed.add(piece);
      }
    }
    return new Code(routed);
  }

  private Piece opening(Piece.Return returned) {
    Variable result = regions.isEmpty() ? null : regions.element().result;
    return result == null ? returned : new Piece.Keep(result, returned.alone());
  }
}

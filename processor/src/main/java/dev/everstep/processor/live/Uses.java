package dev.everstep.processor.live;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Item;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one statement, or the end of a block, does with variables.
 *
 * @param read before anything is certainly assigned
 * @param assigned for certain
 * @param touched in any way
 * @param jumps that it may do
 * @param results assigned before each jump to where they are read
 */
record Uses(
    Set<Variable> read,
    Set<Variable> assigned,
    Set<Variable> touched,
    Set<Piece.Jump> jumps,
    Set<Variable> results) {

  /** Returns the uses of a block's statements in order, its end last. */
  static List<Uses> of(Block block) {
    List<Uses> all = new ArrayList<>();
    for (Item item : block.items()) {
      if (item instanceof Item.Run run) {
        all.add(of(List.of(run.code()), run.assigns(), null));
      } else {
        Item.Set set = (Item.Set) item;
        all.add(of(set.value() == null ? List.of() : List.of(set.value()), set.variable(), null));
      }
    }
    if (block.end() instanceof Terminator.Branch branch) {
      all.add(of(List.of(branch.condition()), null, null));
    } else if (block.end() instanceof Terminator.Dispatch dispatch) {
      all.add(of(dispatch));
    } else if (block.end() instanceof Terminator.Suspend suspend) {
      all.add(of(suspend.arguments(), null, suspend.site()));
    }
    return all;
  }

  private static Uses of(List<Code> codes, @Nullable Variable assigns, @Nullable Site site) {
    Uses uses =
        new Uses(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    for (Code code : codes) {
      code.pieces().forEach(uses::add);
    }
    // A binding is read where its own test has succeeded, so never before it is assigned.
    uses.read.removeAll(uses.assigned);
    if (assigns != null) {
      uses.assigned.add(assigns);
      uses.touched.add(assigns);
    }
    if (site != null && site.call() instanceof Site.Inline inline) {
      uses.read.addAll(inline.captures());
      uses.touched.addAll(inline.captures());
    }
    return uses;
  }

  private static Uses of(Terminator.Dispatch dispatch) {
    List<Code> codes = new ArrayList<>(List.of(dispatch.selector()));
    dispatch.choices().forEach(choice -> codes.add(choice.label()));
    Uses uses = of(codes, null, null);
    for (Terminator.Choice choice : dispatch.choices()) {
      // Read in the choice's own block only, so never before it is assigned here.
      uses.assigned.addAll(choice.bindings());
      uses.touched.addAll(choice.bindings());
    }
    return uses;
  }

  private void add(Piece piece) {
    if (piece instanceof Piece.Read one) {
      read(one.variable());
    } else if (piece instanceof Piece.Update one) {
      read(one.variable());
    } else if (piece instanceof Piece.Capture one) {
      read(one.variable());
    } else if (piece instanceof Piece.Write one) {
      touched.add(one.variable());
    } else if (piece instanceof Piece.Keep one) {
      touched.add(one.variable());
    } else if (piece instanceof Piece.Result one) {
      touched.add(one.variable());
      results.add(one.variable());
    } else if (piece instanceof Piece.Bind one) {
      touched.add(one.variable());
      assigned.add(one.variable());
    } else if (piece instanceof Piece.Jump jump) {
      jumps.add(jump);
    }
  }

  private void read(Variable variable) {
    read.add(variable);
    touched.add(variable);
  }
}

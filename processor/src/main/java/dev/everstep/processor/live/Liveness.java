package dev.everstep.processor.live;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables are read later, before they are assigned: the backward analysis to a fixed point.
 * An exception may leave a block anywhere, so what its handler needs is live at all of its places.
 */
final class Liveness {
  private final Flow flow;
  private final Map<Block, Set<Variable>> in = new HashMap<>();

  Liveness(Flow flow) {
    this.flow = flow;
    Map<Block, List<Uses>> uses = new HashMap<>();
    flow.blocks().forEach(block -> uses.put(block, Uses.of(block)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = flow.blocks().size() - 1; i >= 0; i--) {
        Block block = flow.blocks().get(i);
        changed |= update(block, uses.get(block));
      }
    }
  }

  /** Returns the variables that are live at the beginning of a block. */
  Set<Variable> in(Block block) {
    return in.getOrDefault(block, Collections.emptySet());
  }

  private boolean update(Block block, List<Uses> uses) {
    Set<Variable> handler = block.handler() == null ? Set.of() : in(block.handler());
    Set<Variable> live = new LinkedHashSet<>(handler);
    for (Block next : block.followers()) {
      live.addAll(in(next));
    }
    for (int i = uses.size() - 1; i >= 0; i--) {
      Uses one = uses.get(i);
      live.removeAll(one.assigned());
      live.addAll(one.read());
      live.addAll(handler);
      for (Piece.Jump jump : one.jumps()) {
        Set<Variable> target = new LinkedHashSet<>(in(flow.labels().get(jump.to())));
        target.remove(jump.kept());
        target.removeAll(one.results());
        live.addAll(target);
      }
    }
    boolean changed = !live.equals(in(block));
    in.put(block, live);
    return changed;
  }
}

package dev.everstep.processor.lower;

import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Skips empty blocks, joins blocks that only follow each other, and drops what is not reached. */
final class Simplifier {
  private final Map<Label, Block> labels;
  private final Block entry;

  private Simplifier(Block entry, Map<Label, Block> labels) {
    this.entry = entry;
    this.labels = new HashMap<>(labels);
  }

  static Flow simplify(List<Block> blocks, Map<Label, Block> labels, List<Site> sites) {
    Simplifier simplifier = new Simplifier(blocks.get(0), labels);
    for (Block block : blocks) {
      if (block.isOpen()) {
        // Only blocks that nothing reaches stay open.
        block.end(new Terminator.Never());
      }
    }
    simplifier.labels.replaceAll((label, block) -> target(block));
    blocks.forEach(simplifier::skipEmpty);
    simplifier.join(simplifier.reached(blocks));
    return new Flow(simplifier.reached(blocks), simplifier.labels, sites);
  }

  /** Returns the first block behind one that does something. */
  private static Block target(Block block) {
    Set<Block> seen = new HashSet<>();
    Block at = block;
    while (at.items().isEmpty()
        && at.resumes() == null
        && at.end() instanceof Terminator.Goto jump
        && seen.add(at)) {
      at = jump.to();
    }
    return at;
  }

  private void skipEmpty(Block block) {
    if (block.end() instanceof Terminator.Goto jump) {
      block.end(new Terminator.Goto(target(jump.to())));
    } else if (block.end() instanceof Terminator.Branch branch) {
      block.end(
          new Terminator.Branch(branch.condition(), target(branch.yes()), target(branch.no())));
    } else if (block.end() instanceof Terminator.Dispatch dispatch) {
      block.end(
          new Terminator.Dispatch(
              dispatch.selector(),
              dispatch.choices().stream()
                  .map(one -> new Terminator.Choice(one.label(), one.bindings(), target(one.to())))
                  .toList()));
    }
  }

  private List<Block> reached(List<Block> blocks) {
    Set<Block> reached = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (reached.add(block)) {
        open.addAll(block.successors(labels));
        if (block.handler() != null) {
          open.add(block.handler());
        }
      }
    }
    List<Block> ordered = new ArrayList<>(blocks);
    ordered.retainAll(reached);
    return ordered;
  }

  private void join(List<Block> blocks) {
    Map<Block, Integer> predecessors = new HashMap<>();
    for (Block block : blocks) {
      block.followers().forEach(next -> predecessors.merge(next, 1, Integer::sum));
      // What code jumps to stays a block, even if the same block also ends by going there.
      block.jumpTargets(labels).forEach(next -> predecessors.merge(next, 2, Integer::sum));
      if (block.handler() != null) {
        predecessors.merge(block.handler(), 2, Integer::sum);
      }
    }
    Set<Block> joined = new HashSet<>();
    for (Block block : blocks) {
      if (joined.contains(block)) {
        continue;
      }
      while (block.end() instanceof Terminator.Goto jump
          && jump.to() != block
          && !block.isCut()
          && predecessors.get(jump.to()) == 1
          && jump.to().resumes() == null
          && jump.to().handler() == block.handler()) {
        joined.add(jump.to());
        block.absorb(jump.to());
      }
    }
  }
}

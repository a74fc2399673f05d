package dev.everstep.processor.lower;

import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of a method. A block's number is 0 for the entry, the index of the suspension point
 * behind which it begins, and a number above those for all others.
 */
public final class Flow {
  private final List<Block> blocks;
  private final Map<Label, Block> labels;
  private final Map<Block, Integer> numbers = new HashMap<>();

  Flow(List<Block> blocks, Map<Label, Block> labels, List<Site> sites) {
    this.blocks = List.copyOf(blocks);
    this.labels = Map.copyOf(labels);
    int next = sites.stream().mapToInt(Site::index).max().orElse(0) + 1;
    for (Block block : blocks) {
      Site site = block.resumes();
      if (block == blocks.get(0)) {
        numbers.put(block, 0);
      } else {
        numbers.put(block, site != null ? site.index() : next++);
      }
    }
  }

  /** Returns the blocks, the entry first, in the order of the source. */
  public List<Block> blocks() {
    return blocks;
  }

  /** Returns where jumps in plain code go. */
  public Map<Label, Block> labels() {
    return labels;
  }

  /** Returns a block's number. */
  public int number(Block block) {
    return numbers.get(block);
  }

  /** Returns the listing of all blocks, for people and tests. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      out.append(number(block)).append(':');
      if (block.handler() != null) {
        out.append(" catch ").append(number(block.handler()));
      }
      out.append('\n');
      for (Item item : block.items()) {
        out.append("  ").append(text(item)).append('\n');
      }
      out.append("  ").append(text(block.end())).append('\n');
    }
    return out.toString();
  }

  private String text(Item item) {
    if (item instanceof Item.Run run) {
      return run.code().toString().replace("\n", "\n  ");
    }
    Item.Set set = (Item.Set) item;
    return (set.declares() ? "var " : "")
        + set.variable()
        + (set.value() == null ? "" : " = " + set.value());
  }

  private String text(Terminator end) {
    if (end instanceof Terminator.Goto jump) {
      return "goto " + number(jump.to());
    }
    if (end instanceof Terminator.Branch branch) {
      return branch.condition() + " ? " + number(branch.yes()) + " : " + number(branch.no());
    }
    if (end instanceof Terminator.Dispatch dispatch) {
      StringBuilder out = new StringBuilder("switch " + dispatch.selector());
      dispatch.choices().forEach(one -> out.append("; " + one.label() + " -> " + number(one.to())));
      return out.toString();
    }
    if (end instanceof Terminator.Suspend suspend) {
      return "suspend "
          + suspend.site().id()
          + suspend.arguments()
          + " -> "
          + number(suspend.resume());
    }
    return "never";
  }
}

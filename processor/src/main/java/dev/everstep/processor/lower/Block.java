package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements that run one after the other. Changed by this package only. */
public final class Block {
  /** HotSpot does not compile methods of more than 8,000 bytes. */
  public static final int BYTES_MAX = 6_000;

  private final List<Item> items = new ArrayList<>();
  private final @Nullable Block handler;
  private final @Nullable Site resumes;
  private @Nullable Terminator end;
  private int line;
  private int endLine;
  private boolean cut;

  Block(@Nullable Block handler, @Nullable Site resumes, int line) {
    this.handler = handler;
    this.resumes = resumes;
    this.line = line;
  }

  void add(Item item) {
    items.add(item);
  }

  void end(Terminator terminator) {
    this.end = terminator;
  }

  void end(Terminator terminator, int line) {
    this.end = terminator;
    this.endLine = line;
  }

  void absorb(Block next) {
    items.addAll(next.items);
    end = next.end;
    endLine = next.endLine;
    cut = next.cut;
  }

  /** Says that what follows is to be a block of its own, since this one is large. */
  void cut() {
    cut = true;
  }

  boolean isCut() {
    return cut;
  }

  /** Estimates the size of the block's byte code. */
  public int bytes() {
    int bytes = 37 + 6 * items.size();
    for (Code code : codes()) {
      bytes += code.bytes();
    }
    return bytes;
  }

  void line(int first) {
    if (items.isEmpty()) {
      line = first;
    }
  }

  boolean isOpen() {
    return end == null;
  }

  /** Returns its statements. */
  public List<Item> items() {
    return Collections.unmodifiableList(items);
  }

  /** Returns how it ends. */
  public Terminator end() {
    if (end == null) {
      throw new IllegalStateException("open block");
    }
    return end;
  }

  /** Returns where exceptions go; null means out of the method. */
  public @Nullable Block handler() {
    return handler;
  }

  /** Returns the suspension point behind which the block begins, or null. */
  public @Nullable Site resumes() {
    return resumes;
  }

  /** Returns the first statement's line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the line of the user's statement that its end belongs to, from 1. */
  public int endLine() {
    return endLine;
  }

  /** Returns the code of its statements and of its end. */
  public List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Run run) {
        codes.add(run.code());
      } else if (item instanceof Item.Set set && set.value() != null) {
        codes.add(set.value());
      }
    }
    if (end instanceof Terminator.Branch branch) {
      codes.add(branch.condition());
    } else if (end instanceof Terminator.Dispatch dispatch) {
      codes.add(dispatch.selector());
      dispatch.choices().forEach(choice -> codes.add(choice.label()));
    } else if (end instanceof Terminator.Suspend suspend) {
      codes.addAll(suspend.arguments());
    }
    return codes;
  }

  /** Returns the blocks that may run next without an exception. */
  public Set<Block> successors(Map<Label, Block> labels) {
    Set<Block> next = jumpTargets(labels);
    next.addAll(followers());
    return next;
  }

  /** Returns the blocks that the code of its statements jumps to. */
  Set<Block> jumpTargets(Map<Label, Block> labels) {
    Set<Block> targets = new LinkedHashSet<>();
    for (Code code : codes()) {
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Jump jump) {
          targets.add(labels.get(jump.to()));
        }
      }
    }
    return targets;
  }

  /** Returns the blocks that its end, and no jump before, goes to. */
  public Set<Block> followers() {
    Set<Block> next = new LinkedHashSet<>();
    Terminator last = end();
    if (last instanceof Terminator.Goto jump) {
      next.add(jump.to());
    } else if (last instanceof Terminator.Branch branch) {
      next.add(branch.yes());
      next.add(branch.no());
    } else if (last instanceof Terminator.Dispatch dispatch) {
      dispatch.choices().forEach(choice -> next.add(choice.to()));
    } else if (last instanceof Terminator.Suspend suspend) {
      next.add(suspend.resume());
    }
    return next;
  }
}

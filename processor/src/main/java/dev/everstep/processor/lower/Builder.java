package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks so far, and the one that is being written. */
final class Builder {
  private static final int ITEM_BYTES = 6;

  private final List<Block> blocks = new ArrayList<>();
  private final Map<Label, Block> labels = new HashMap<>();
  private final Exits exits = new Exits(this);
  private final List<Site> sites;
  private @Nullable Block handler;
  private Block current;
  private int line;
  private int bytes;

  Builder(int line, List<Site> sites) {
    this.line = line;
    this.sites = sites;
    this.current = new Block(null, null, line);
    blocks.add(current);
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Returns the ways of jumps and returns. */
  Exits exits() {
    return exits;
  }

  Map<Label, Block> labels() {
    return labels;
  }

  /** Returns the source line of what is being written. */
  int line() {
    return line;
  }

  /** Sets the source line of what follows. */
  void line(int next) {
    line = next;
    current.line(next);
  }

  /** Returns a block for later, under the handler of now. */
  Block block() {
    return block(handler);
  }

  /** Returns a block for later, under another handler. */
  Block block(@Nullable Block under) {
    return new Block(under, null, line);
  }

  /** Goes on writing in a block. */
  void enter(Block block) {
    blocks.add(block);
    current = block;
    bytes = 0;
    current.line(line);
  }

  void label(Label label, Block block) {
    labels.put(label, block);
    exits.label(label);
  }

  @Nullable Block handler() {
    return handler;
  }

  void handler(@Nullable Block next) {
    handler = next;
  }

  /** Returns whether what comes next can be reached. */
  boolean isReachable() {
    return current.isOpen();
  }

  void run(Code code) {
    run(code, null);
  }

  void run(Code code, @Nullable Variable assigns) {
    cut(code);
    current.add(new Item.Run(exits.route(code), assigns, line));
  }

  void set(Variable variable, @Nullable Code value, boolean declares) {
    cut(value);
    current.add(new Item.Set(variable, value, declares, line));
  }

  /** Begins another block if the current one is large, since a method's size is limited. */
  private void cut(@Nullable Code next) {
    bytes += ITEM_BYTES + (next == null ? 0 : next.bytes());
    if (bytes > Block.BYTES_MAX && !current.items().isEmpty()) {
      Block rest = block();
      current.cut();
      jump(rest);
      enter(rest);
    }
  }

  void end(Terminator terminator) {
    if (current.isOpen()) {
      current.end(terminator, line);
    }
  }

  /** Goes to a block, if this place can be reached. */
  void jump(Block to) {
    end(new Terminator.Goto(to));
  }

  /** Suspends and goes on behind it; what the point is called is in the method's list. */
  void suspend(Site read, List<Code> arguments) {
    Site site = sites.get(read.ordinal() - 1);
    Block resume = new Block(handler, site, site.place().line());
    end(new Terminator.Suspend(site, arguments, resume));
    enter(resume);
  }
}

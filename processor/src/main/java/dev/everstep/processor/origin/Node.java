package dev.everstep.processor.origin;

import dev.everstep.processor.lower.Block;
import java.util.ArrayList;
import java.util.List;

/** Statements of a block that run one after the other, and where code goes behind them. */
final class Node {
  private final int number;
  private final Block block;
  private final boolean first;
  private final List<Part> parts;
  private final List<Edge> out = new ArrayList<>();
  private final List<Edge> in = new ArrayList<>();

  /**
   * Creates a node without edges.
   *
   * @param first whether its block begins with it
   */
  Node(int number, Block block, boolean first, List<Part> parts) {
    this.number = number;
    this.block = block;
    this.first = first;
    this.parts = List.copyOf(parts);
  }

  /**
   * A way from one node to another.
   *
   * @param slot which of the ways out of the first, from 0
   * @param thrown whether an exception takes it
   */
  record Edge(Node from, Node to, int slot, boolean thrown) {}

  int number() {
    return number;
  }

  Block block() {
    return block;
  }

  boolean isFirst() {
    return first;
  }

  List<Part> parts() {
    return parts;
  }

  List<Edge> out() {
    return out;
  }

  List<Edge> in() {
    return in;
  }

  void to(Node next, boolean thrown) {
    Edge edge = new Edge(this, next, out.size(), thrown);
    out.add(edge);
  }
}

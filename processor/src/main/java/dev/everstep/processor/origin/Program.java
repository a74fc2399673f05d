package dev.everstep.processor.origin;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Item;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A method as a graph of its statements, with dominators and loops. Where an exception or a jump
 * may leave a block between two statements, these are nodes of their own.
 */
final class Program {
  private final Flow flow;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Block, Node> firsts = new HashMap<>();
  private final Map<Block, List<Node>> ofBlock = new LinkedHashMap<>();
  private final List<Node> order = new ArrayList<>();
  private final BitSet handlers = new BitSet();
  private final int[] place;
  private final int[] dominators;
  private final Map<Node, BitSet> loops = new LinkedHashMap<>();

  Program(Flow flow) {
    this.flow = flow;
    flow.blocks().forEach(this::split);
    flow.blocks().forEach(this::connect);
    place = new int[nodes.size()];
    Arrays.fill(place, -1);
    number();
    for (Node node : order) {
      node.out().forEach(edge -> edge.to().in().add(edge));
    }
    for (Node node : order) {
      handlers.set(node.number(), node.in().stream().anyMatch(Node.Edge::thrown));
    }
    dominators = new int[order.size()];
    dominate();
    findLoops();
  }

  private void split(Block block) {
    List<Node> split = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Item item : block.items()) {
      Part part = Part.of(item);
      parts.add(part);
      if (block.handler() != null || part.jumps()) {
        add(split, block, parts);
      }
    }
    Part end = Part.end(block);
    if (end != null) {
      parts.add(end);
    }
    add(split, block, parts);
    firsts.put(block, split.get(0));
    ofBlock.put(block, split);
  }

  private void add(List<Node> split, Block block, List<Part> parts) {
    Node node = new Node(nodes.size(), block, split.isEmpty(), parts);
    nodes.add(node);
    split.add(node);
    parts.clear();
  }

  private void connect(Block block) {
    List<Node> split = ofBlock.getOrDefault(block, List.of());
    for (int i = 0; i < split.size(); i++) {
      Node node = split.get(i);
      if (i < split.size() - 1) {
        node.to(split.get(i + 1), false);
      } else {
        end(node, block.end());
      }
      for (Part part : node.parts()) {
        jumps(node, part);
      }
      if (block.handler() != null) {
        node.to(first(block.handler()), true);
      }
    }
  }

  private void end(Node node, Terminator end) {
    if (end instanceof Terminator.Goto jump) {
      node.to(first(jump.to()), false);
    } else if (end instanceof Terminator.Branch branch) {
      node.to(first(branch.yes()), false);
      node.to(first(branch.no()), false);
    } else if (end instanceof Terminator.Dispatch dispatch) {
      dispatch.choices().forEach(choice -> node.to(first(choice.to()), false));
    } else if (end instanceof Terminator.Suspend suspend) {
      node.to(first(suspend.resume()), false);
    }
  }

  private void jumps(Node node, Part part) {
    for (Code code : part.codes()) {
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Jump jump) {
          node.to(first(flow.labels().get(jump.to())), false);
        }
      }
    }
  }

  private Node first(Block block) {
    Node node = firsts.get(block);
    if (node == null) {
      throw new IllegalStateException("a block that is not in the flow");
    }
    return node;
  }

  /**
   * Puts what is reached into an order in which each node but a loop's stands behind its ways in.
   */
  private void number() {
    Deque<Node> open = new ArrayDeque<>();
    Map<Node, Integer> next = new HashMap<>();
    Deque<Node> done = new ArrayDeque<>();
    Node entry = nodes.get(0);
    open.push(entry);
    next.put(entry, 0);
    while (!open.isEmpty()) {
      Node node = open.element();
      int at = next.merge(node, 1, Integer::sum) - 1;
      if (at == node.out().size()) {
        open.pop();
        done.push(node);
      } else if (next.putIfAbsent(node.out().get(at).to(), 0) == null) {
        open.push(node.out().get(at).to());
      }
    }
    order.addAll(done);
    for (int i = 0; i < order.size(); i++) {
      place[order.get(i).number()] = i;
    }
  }

  /** Finds immediate dominators as Cooper, Harvey and Kennedy do (2001). */
  private void dominate() {
    Arrays.fill(dominators, -1);
    dominators[0] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < order.size(); i++) {
        int found = -1;
        for (Node.Edge edge : order.get(i).in()) {
          int from = place[edge.from().number()];
          if (dominators[from] >= 0) {
            found = found < 0 ? from : common(from, found);
          }
        }
        if (found != dominators[i]) {
          dominators[i] = found;
          changed = true;
        }
      }
    }
  }

  private int common(int one, int other) {
    int a = one;
    int b = other;
    while (a != b) {
      while (a > b) {
        a = dominators[a];
      }
      while (b > a) {
        b = dominators[b];
      }
    }
    return a;
  }

  private void findLoops() {
    for (Node header : order) {
      BitSet body = new BitSet();
      Deque<Node> open = new ArrayDeque<>();
      for (Node.Edge edge : header.in()) {
        if (place[edge.from().number()] >= place[header.number()]
            && dominates(header, edge.from())) {
          open.push(edge.from());
        }
      }
      if (open.isEmpty()) {
        continue;
      }
      body.set(header.number());
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (!body.get(node.number())) {
          body.set(node.number());
          node.in().forEach(edge -> open.push(edge.from()));
        }
      }
      loops.put(header, body);
    }
  }

  /** Returns the nodes that are reached, the entry first. */
  List<Node> order() {
    return order;
  }

  Node entry() {
    return order.get(0);
  }

  /** Returns the node through which every way to another one goes last; the entry's is itself. */
  Node dominator(Node node) {
    return order.get(dominators[place[node.number()]]);
  }

  boolean dominates(Node above, Node below) {
    int wanted = place[above.number()];
    int at = place[below.number()];
    while (at > wanted) {
      at = dominators[at];
    }
    return at == wanted;
  }

  /** Returns the loops, outer ones first: the node that each begins with, and its nodes. */
  Map<Node, BitSet> loops() {
    return loops;
  }

  /** Returns how many nodes there are, reached or not. */
  int size() {
    return nodes.size();
  }

  /** Returns whether exceptions lead to a node. */
  boolean isHandler(Node node) {
    return handlers.get(node.number());
  }

  Flow flow() {
    return flow;
  }
}

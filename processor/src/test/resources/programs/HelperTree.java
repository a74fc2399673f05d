package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** A tree is walked twice over; locals of each frame are its own. */
// input: [3]
@Workflow
public class HelperTree {
  record Node(String name, List<Node> children) {}

  public String run(WorkflowContext ctx, int n) {
    Node root = grow(ctx, "r", n);
    Map<String, Integer> sizes = new TreeMap<>();
    return count(ctx, root, sizes) + " " + sizes;
  }

  private Node grow(WorkflowContext ctx, String name, int n) {
    Node node = new Node(ctx.step(Steps::text, name), new ArrayList<>());
    for (int i = 1; i < n; i++) {
      node.children().add(grow(ctx, name + i, n - i));
    }
    return node;
  }

  private int count(WorkflowContext ctx, Node node, Map<String, Integer> sizes) {
    int size = ctx.step(Steps::inc, 0);
    for (Node child : node.children()) {
      size += count(ctx, child, sizes);
    }
    sizes.put(node.name(), size);
    return size;
  }
}

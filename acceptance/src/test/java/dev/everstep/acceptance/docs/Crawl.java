package dev.everstep.acceptance.docs;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A workflow with a durable method that calls itself, and one of another class. */
@Workflow
public class Crawl {
  public List<String> run(WorkflowContext ctx, String url, int depth) {
    List<String> seen = new ArrayList<>();
    try {
      visit(ctx, url, depth, seen);
    } catch (IOException e) {
      seen.add("failed: " + e.getMessage());
    }
    return Lists.first(ctx, seen, 10);
  }

  private void visit(WorkflowContext ctx, String url, int depth, List<String> seen)
      throws IOException {
    seen.add(url);
    for (String link : ctx.step(Links::of, url)) {
      if (depth > 0 && !seen.contains(link)) {
        visit(ctx, link, depth - 1, seen);
      }
    }
  }
}

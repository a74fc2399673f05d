package app;

import dev.everstep.WorkflowContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class Helpers {
  public List<String> run(WorkflowContext ctx, String url, int depth) {
    List<String> seen = new ArrayList<>();
    try {
      visit(ctx, url, depth, seen);
    } catch (IOException e) {
      seen.add("failed: " + e.getMessage());
    }
    return first(ctx, seen, 10);
  }

  private void visit(WorkflowContext ctx, String url, int depth, List<String> seen)
      throws IOException {
    seen.add(url);
    for (String link : ctx.step(Pages::links, url)) {
      if (depth > 0 && !seen.contains(link)) {
        visit(ctx, link, depth - 1, seen);
      }
    }
  }

  static <T> List<T> first(WorkflowContext ctx, List<T> all, int count) {
    ctx.step(Pages::count, all.size());
    return all.size() <= count ? all : new ArrayList<>(all.subList(0, count));
  }
}

class Pages {
  public static List<String> links(String url) throws IOException {
    return List.of();
  }

  public static void count(int pages) {}
}

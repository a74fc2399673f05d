package app;

import dev.everstep.WorkflowContext;
import java.io.IOException;
import java.util.List;

public class Research {
  public Summary run(WorkflowContext ctx, String url) throws IOException {
    String article = ctx.step(Articles::fetch, url);
    ctx.log().info("fetched {} characters", article.length());
    return ctx.step(Articles::summarize, article);
  }
}

class Articles {
  String fetch(String url) throws IOException {
    return url;
  }

  Summary summarize(String article) {
    return new Summary(article, List.of());
  }
}

record Summary(String text, List<String> keywords) {}

package dev.everstep.example;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;

/** Reads an article and summarises it. */
@Workflow
public class Research {

  /**
   * Runs the workflow.
   *
   * @param url where the article is: http, https or file
   * @throws IOException if the article cannot be read, after all attempts
   */
  public Summary run(WorkflowContext ctx, String url) throws IOException {
    String article = ctx.step(Articles::fetch, url); // checkpoint 1
    return ctx.step(Articles::summarize, article); // checkpoint 2
  }
}

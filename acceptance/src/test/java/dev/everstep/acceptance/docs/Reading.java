package dev.everstep.acceptance.docs;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Migrates;
import dev.everstep.annotations.Workflow;
import java.net.URI;

/**
 * A workflow that has changed: it called {@code Pages.fetch(String)}, and behind the step it needed
 * a local {@code String url}.
 */
@Workflow
public class Reading {
  static final int CHARS_MAX = 10_000;

  /** Returns where the page is and how it begins. */
  public String run(WorkflowContext ctx, String address) {
    URI page = URI.create(address.strip());
    String text = ctx.step(Pages::load, page, CHARS_MAX);
    return page.getHost() + ": " + text;
  }

  record Call(URI page, int charsMax) {}

  record Loading(URI page, Call arguments) {}

  @Migrates(from = "step:Pages.fetch", to = "step:Pages.load")
  static Loading fetching(String url) {
    URI page = URI.create(url);
    return new Loading(page, new Call(page, CHARS_MAX));
  }

  /** Functions of the workflow. */
  public static final class Pages {
    private Pages() {}

    /** Returns how a page begins. */
    @Function
    public static String load(URI page, int charsMax) {
      String path = page.getPath();
      return path.substring(0, Math.min(charsMax, path.length()));
    }
  }
}

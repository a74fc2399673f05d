package dev.everstep.processor.support;

import dev.everstep.processor.model.Body;
import dev.everstep.processor.read.BodyReader;

/** Models of statements. */
public final class Models {
  private Models() {}

  /** Reads the statements of {@code String run(WorkflowContext ctx, int n, String s)}. */
  public static Body read(String statements) {
    String text =
        Compiled.body(
            "String run(WorkflowContext ctx, int n, String s) throws Exception", statements);
    Reports reports = new Reports();
    Body body =
        BodyReader.read(
                InMemory.attribute(new InMemory.Source("app.Flow", text), "app.Flow"), reports)
            .get(0);
    if (reports.hasErrors()) {
      throw new AssertionError(reports.toString());
    }
    return body;
  }
}

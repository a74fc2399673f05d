package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import kotlin.random.Random;
import kotlin.text.StringsKt;
import org.codehaus.groovy.runtime.DefaultGroovyStaticMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    String trimmed = StringsKt.trim((CharSequence) name).toString();
    String padded = StringGroovyMethods.padLeft(trimmed, 8);
    DefaultGroovyStaticMethods.sleep(null, 1);
    return ctx.step(Flow::greet, padded + Random.Default.nextInt(6));
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}

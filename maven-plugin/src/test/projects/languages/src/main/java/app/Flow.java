package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import java.io.File;
import kotlin.random.Random;
import kotlin.text.StringsKt;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    String trimmed = StringsKt.trim((CharSequence) name).toString();
    String padded = StringGroovyMethods.padLeft(trimmed, 8);
    long stored = ResourceGroovyMethods.size(new File(trimmed));
    return ctx.step(Flow::greet, padded + stored + Random.Default.nextInt(6));
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}

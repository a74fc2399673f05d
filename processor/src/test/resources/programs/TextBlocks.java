package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Text blocks with escapes inside expressions that are taken apart. */
// input: [1]
@Workflow
public class TextBlocks {
  public String run(WorkflowContext ctx, int n) {
    String a = """
        first \
        joined "quoted" \"""
          indented\t|\s
        $L $T \u0041 end
        """ + ctx.step(Steps::inc, n);
    String b = ctx.step(Steps::text, """
        {
          "k": "\\n"
        }""").formatted();
    if (ctx.step(Steps::odd, n)) {
      a += """
          deep
            er%s
          """.formatted(ctx.step(Steps::inc, 2));
    }
    return a + b + """
    """.length();
  }
}

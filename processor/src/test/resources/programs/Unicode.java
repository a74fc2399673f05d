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

/** Unicode names, texts and characters. */
// input: ["h\u00e9 \ud83d\ude00 \u0000"]
@Workflow
public class Unicode {
  public String run(WorkflowContext ctx, String größe) {
    String été = ctx.step(Steps::text, größe);
    char $dollar = 'é';
    String emoji = "😀" + größe.length();
    ctx.step(Steps::ping);
    return été + $dollar + emoji + größe;
  }
}

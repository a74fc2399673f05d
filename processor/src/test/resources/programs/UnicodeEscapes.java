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

/** Unicode escapes in names, strings and keywords of statements that are taken apart. */
// input: [1]
// input: [2]
@Workflow
public class UnicodeEscapes {
  public String run(WorkflowContext ctx, int n) {
    int \u0061bc = ctx.step(Steps::inc, n);
    String größe = "\u00e9\t\u0022 + \u0022\\u0041";
    \u0069\u0066 (ctx.step(Steps::odd, abc)) {
      größe += ctx.step(Steps::text, "\u2028 \ud83d\ude00" + \u0061bc);
    } else {
      größe += '\u0041' + 1 + "" + (char) (ctx.step(Steps::next, '\u0062') + 0);
    }
    String 名前 = größe + abc;
    ctx.step(Steps::ping);
    abc \u002b= ctx.step(Steps::inc, abc);
    return 名前 + \u0061bc + größe.length();
  }
}

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

/** Comments, strings and names that look like code. */
// input: [1]
@Workflow
public class Comments {
  public String run(WorkflowContext ctx, int n) {
    // ctx.step(Steps::inc, 0);
    String s = "ctx.step(Steps::inc, n) /* no */ // n";
    /* int n = 3; */ int /* the */ m /* m */ = /* gets */ ctx.step(Steps::inc, /* n */ n) /* : -> */;
    char quote = '"', other = '\''; // two in one
    int a = 1, b = a + ctx.step(Steps::inc, a), c[] = {a, b}, d;
    d = /* first */ a + // second
        ctx.step(Steps::inc, b); // third
    String block = """
        text "block" n m
          $T $L \
        end
        """;
    if (n > 0 /* ) { */) /* { */ s += ctx.step(Steps::text, "$" + s); // }
    return s + m + quote + other + a + b + c[1] + d + block + "$n$L" + '\u0041';
  }
}

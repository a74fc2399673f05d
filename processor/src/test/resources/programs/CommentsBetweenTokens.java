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

/** Comments with braces, quotes and arrows between the tokens of statements with steps. */
// input: [1]
// input: [2]
@Workflow
public class CommentsBetweenTokens {
  public String run(WorkflowContext ctx, int n) {
    int /* } */ a /* = 9; */ = /* "{" */ ctx /* . */ . /* -> */ step /* ( */ (Steps::inc /* ) */, /* ' */ n // }
        ) /* ; */ ;
    if /* ( */ (ctx.step(Steps::odd, /* && */ a) /* ) { */) /* else */ {
      a += /* a + */ ctx.step(Steps::inc, a); // "
    } /* if (x) */ else /* { */ a -= // ->
        ctx.step(Steps::inc, 1);
    switch (a /* ) */) {
      case /* 1 : */ 1 /* -> */ : // case 2:
        a = ctx.step(Steps::inc, /* default: */ 5);
      case 2, /* 7 */ 3 /* , 4 */: /* yield */
      default /* -> */ : a++;
    }
    String s = switch (a) { /* -> */ case 1, 2 /* : */ -> /* { */ ctx.step(Steps::text, "/*"); // */
      default /* case */ -> "*/" + ctx.step(Steps::text, "//"); };
    for (int i /* j */ = 0 /* ; */; i /* < */ < 2 /* ; */; i++ /* , */) /* { */ s += ctx.step(Steps::inc, i) /* + */;
    return /* "x" */ s + a /* ; */;
  }
}

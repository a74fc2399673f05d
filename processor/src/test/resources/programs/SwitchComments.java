package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Comments with colons and arrows, odd spacing. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchComments {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    switch ( /* n: */ n /* -> */ ) { // case 1 -> 2
      case /* -> 5: */ 1 /* : */ : // one
        out += ctx.step(Steps::inc, n); // x
      case (2)  :out += "two"; break;
      case
        1 + 2,
        'd' - 96 : out += ctx.step(Steps::text, "sum");
      default /* the: rest -> */ : { /* nothing */ }
    }
    return out + switch (n) { case 1 /* -> */ -> /* : */ "" + ctx.step(Steps::inc, 1); default/**/->/**/"d"; };
  }
}

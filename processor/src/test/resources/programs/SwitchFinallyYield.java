package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;

/** A yield out of a try runs its finally, which has a step, before the value is used. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
@Workflow
public class SwitchFinallyYield {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int base = 10;
    base +=
        switch (n) {
          case 0: {
            try {
              yield ctx.step(Steps::inc, n);
            } finally {
              Effects.log(ctx.step(Steps::text, "zero"));
            }
          }
          case 1: {
            try {
              if (n == 1) yield base;
            } finally {
              ctx.step(Steps::note, "one");
            }
          }
          case 2: {
            for (int i = 0; ; i++) {
              try {
                try {
                  if (i == 1) continue;
                  if (i == 2) yield i * 100;
                } finally {
                  ctx.step(Steps::note, "inner " + i);
                }
              } finally {
                Effects.log("outer " + i);
              }
            }
          }
          case 3: {
            try {
              yield 7;
            } finally {
              yield ctx.step(Steps::inc, 70);
            }
          }
          default:
            yield -1;
        };
    return "" + base + ctx.step(Steps::inc, base);
  }
}

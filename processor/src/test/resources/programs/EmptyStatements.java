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

/** Empty statements, blocks and bodies in all places. */
// input: [2]
@Workflow
public class EmptyStatements {
  public String run(WorkflowContext ctx, int n) {
    ;;
    if (ctx.step(Steps::odd, n)) ; else {}
    if (n == 2) {} else ctx.step(Steps::ping);
    for (int i = 0; i < ctx.step(Steps::inc, 0); i++) ;
    for (String s : ctx.step(Steps::words, "a,b")) {}
    while (n-- > 0 && ctx.step(Steps::odd, n)) {}
    try { ctx.step(Steps::ping); } finally {}
    try {} finally { ctx.step(Steps::ping); }
    try { ; } catch (RuntimeException e) { ctx.step(Steps::ping); }
    label: {}
    label: ;
    switch (ctx.step(Steps::inc, n)) { default: }
    {{{ ctx.step(Steps::inc, n); }}}
    synchronized (this) {}
    return ctx.step(Steps::text, "" + n);
  }
}

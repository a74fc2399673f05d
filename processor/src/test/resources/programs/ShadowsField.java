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

/** Locals and parameters with the names of members; names that generated code might use. */
// input: [2]
@Workflow
public class ShadowsField {
  static final String VALUE = "v";
  final String name = "field";
  final int constant = 5;

  String other() {
    return "other" + name;
  }

  public String run(WorkflowContext context, int n) {
    String out = "";
    int name = context.step(Steps::inc, n);
    out += name + this.name + context.step(Steps::text, this.name);
    {
      int pc = 1;
      int self = 2;
      int f = 3;
      String ctx = "ctx";
      int next = context.step(Steps::inc, pc);
      int op = context.step(Steps::inc, self);
      String type = context.step(Steps::text, ctx);
      int run = context.step(Steps::inc, f);
      String in = null;
      int arrived = 5;
      int failure = 6;
      int locals = context.step(Steps::inc, arrived);
      int point = pc + self + f;
      out += pc + self + f + ctx + next + op + type + run + in + arrived + failure + locals + point;
    }
    return out + other() + constant + VALUE + context.step(Steps::text, name + other());
  }
}

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

/** Boxes that are unboxed as operands before a step fail where Java says. */
// input: [0]
// input: [-1]
@Workflow
public class BoxesUnboxed {
  static int sum(int a, Integer b, int... more) {
    return a + b + more.length;
  }

  public String run(WorkflowContext ctx, int n) {
    Integer box = ctx.step(Steps::boxed, n);
    Boolean flag = n < 0 ? null : true;
    int[] a = {1, 2, 3};
    String out = "";
    try {
      out += sum(box, ctx.step(Steps::inc, 1));
    } catch (NullPointerException e) {
      out += "a";
    }
    try {
      out += sum(ctx.step(Steps::inc, 2), box, box, ctx.step(Steps::inc, 3));
    } catch (NullPointerException e) {
      out += "b";
    }
    try {
      a[box] = ctx.step(Steps::inc, 4);
    } catch (NullPointerException e) {
      out += "c";
    }
    try {
      a[box] += ctx.step(Steps::inc, 5);
      out += a[box] + ctx.step(Steps::inc, 6);
    } catch (NullPointerException e) {
      out += "d";
    }
    try {
      int[] b = {box, ctx.step(Steps::inc, 7)};
      out += b.length + new int[box][ctx.step(Steps::inc, 8)].length;
    } catch (NullPointerException e) {
      out += "e";
    }
    try {
      out += (box < ctx.step(Steps::inc, 9)) + "" + (flag & ctx.step(Steps::odd, 1)) + (box << ctx.step(Steps::inc, 10));
    } catch (NullPointerException e) {
      out += "f";
    }
    try {
      out += (ctx.step(Steps::boxed, n) * ctx.step(Steps::inc, 11)) + (flag ? ctx.step(Steps::inc, 12) : 0);
    } catch (NullPointerException e) {
      out += "g";
    }
    try {
      if (box == ctx.step(Steps::inc, 13).intValue()) out += "same";
    } catch (NullPointerException e) {
      out += "h";
    }
    return out + box + (box != ctx.step(Steps::boxed, n));
  }
}

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

/** A switch on a null box or string fails before any case. */
// input: [0]
// input: [1]
// input: [-1]
@Workflow
public class SwitchNullBoxes {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    try {
      switch (ctx.step(Steps::boxed, n)) {
        case 0:
          out += ctx.step(Steps::text, "zero");
          break;
        default:
          out += "d";
      }
    } catch (NullPointerException e) {
      out += "npe";
    }
    try {
      out += switch (ctx.step(Steps::orNull, n == 1 ? "null" : "a")) {
        case "a" -> ctx.step(Steps::text, "A");
        default -> "D";
      };
    } catch (NullPointerException e) {
      out += "npe2";
    } finally {
      out += ctx.step(Steps::inc, n);
    }
    Character c = n < 0 ? null : (char) ('a' + n);
    try {
      switch (c) {
        case 'a' -> out += ctx.step(Steps::next, c);
        case 'b' -> out += c;
      }
    } catch (NullPointerException e) {
      out += "npe3";
    }
    return out;
  }
}

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

/** Yields leave try and finally inside switch expressions. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class YieldInTry {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    String a = switch (n) {
      case 0 -> {
        try {
          yield ctx.step(Steps::text, "a" + ctx.step(Steps::picky, 1));
        } catch (RefusedException e) {
          yield "refused";
        } finally {
          ctx.step(Steps::note, "fa");
        }
      }
      case 1 -> {
        try {
          yield "b" + ctx.step(Steps::picky, 3);
        } catch (RefusedException e) {
          yield e.getMessage();
        } finally {
          out += ctx.step(Steps::text, "fb");
        }
      }
      case 2 -> {
        for (int i = 0; ; i++) {
          try {
            if (ctx.step(Steps::inc, i) == 3) yield "c" + i;
          } finally {
            out += i;
          }
        }
      }
      default -> {
        int held = n;
        try (Door door = Door.open("d")) {
          yield door.name() + ctx.step(Steps::inc, held);
        } catch (Exception e) {
          yield "never";
        }
      }
    };
    return a + out;
  }
}

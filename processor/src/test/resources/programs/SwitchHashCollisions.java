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

/** A switch on strings with equal hash codes. */
// input: ["Aa"]
// input: ["BB"]
// input: ["C#"]
// input: ["x"]
@Workflow
public class SwitchHashCollisions {
  public String run(WorkflowContext ctx, String s) {
    String out = "";
    switch (ctx.step(Steps::orNull, s)) {
      case "Aa":
        out += ctx.step(Steps::text, "1");
      case "BB":
        out += "2";
        break;
      case "C#":
        out += ctx.step(Steps::text, "3");
    }
    return out + switch (s) {
      case "BB", "Aa" -> ctx.step(Steps::text, s) + "Aa".hashCode();
      case "C#" -> "c";
      default -> ctx.step(Steps::text, "other");
    };
  }
}

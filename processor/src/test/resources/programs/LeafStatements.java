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

/** switch, finally, try with resources, synchronized and patterns without a step. */
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class LeafStatements {
  public String run(WorkflowContext ctx, int n) {
    String out = ctx.step(Steps::text, "" + n);
    switch (n) {
      case 1:
        out += "one";
      case 2:
        out += "two";
        break;
      default:
        out += "many";
    }
    ctx.step(Steps::note, out);
    String kind = switch (n) {
      case 1 -> "a";
      case 2 -> {
        String b = "b" + out.length();
        yield b;
      }
      default -> throw new IllegalStateException(out);
    };
    try {
      out += Integer.parseInt(kind);
    } catch (NumberFormatException e) {
      out += "nfe";
    } finally {
      out += "finally";
    }
    ctx.step(Steps::note, out);
    try (StringWriter writer = new StringWriter()) {
      writer.write(kind);
      out += writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (this) {
      out += kind.length();
    }
    Number number = ctx.step(Steps::inc, n);
    if (number instanceof Integer i && i > 2) {
      out += i;
    }
    return out + ctx.step(Steps::text, kind);
  }
}

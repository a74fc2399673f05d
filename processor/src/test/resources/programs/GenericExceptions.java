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

/** A method with a thrown type variable, and steps around it. */
// input: ["io"]
// input: ["state"]
// input: ["none"]
@Workflow
public class GenericExceptions {
  interface Risky<X extends Exception> {
    void call() throws X;
  }

  static <X extends Exception> String attempt(Risky<X> body) throws X {
    body.call();
    return "called";
  }

  static void fail(String how) throws IOException {
    if (how.equals("io")) throw new IOException("plain io");
    if (how.equals("state")) throw new IllegalStateException("plain state");
  }

  public String run(WorkflowContext ctx, String how) {
    String out = "";
    try {
      out += attempt(() -> fail(how)) + ctx.step(Steps::text, how);
    } catch (IOException e) {
      out += ctx.step(Steps::text, e.getMessage());
    } catch (IllegalStateException e) {
      out += "state";
      try {
        out += GenericExceptions.<RuntimeException>attempt(() -> Effects.log("inner")) + ctx.step(Steps::inc, 1);
      } finally {
        out += "f";
      }
    }
    return out;
  }
}

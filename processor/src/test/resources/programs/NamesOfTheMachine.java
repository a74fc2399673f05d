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

/** Locals, labels and parameters named as the machine names its own parts. */
// input: [2]
@Workflow
public class NamesOfTheMachine {
  int next = 5;
  static int call(int at) { return at + 1; }
  int take(int n) { return n + 2; }
  int step(int n) { return n * 2; }
  String end(Object o) { return "end" + o; }
  String context() { return "mine"; }
  int point() { return 9; }
  int local(int index) { return index; }

  public String run(WorkflowContext context, int point) {
    int f = context.step(Steps::inc, point), self = 1, thrown = 2, at = 3, pc = 4;
    int op = f, index = 6, value = 7, caught = 8, in = 9, TYPE = 10, Locals = 11, workflow = 12;
    next:
    for (int next = 0; next < 2; next++) {
      at += context.step(Steps::inc, next + this.next);
      try {
        if (at > 100) continue next;
        pc += context.step(Steps::picky, pc);
      } catch (RefusedException failure) {
        thrown += failure.code();
      } finally {
        int exit = context.step(Steps::inc, 0), result = exit;
        self += result;
      }
    }
    String kept = end(take(call(step(point)))) + context() + point() + local(1);
    String elements = "";
    for (int seat_at : context.step(Steps::ints, 2)) elements += seat_at;
    return kept + f + self + thrown + at + pc + op + index + value + caught + in + TYPE + Locals + workflow + elements + context.step(Steps::text, "close");
  }
}

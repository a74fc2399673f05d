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

/** Characters as numbers on both sides of steps. */
// input: ["a"]
// input: ["z"]
@Workflow
public class CharArithmetic {
  public String run(WorkflowContext ctx, char c) {
    int sum = c + ctx.step(Steps::next, c);
    char up = (char) (c - 'a' + 'A');
    up++;
    char moved = (char) (ctx.step(Steps::next, up) + 1);
    int shifted = ctx.step(Steps::next, c) << 2 | c & 0xF;
    boolean less = ctx.step(Steps::next, c) > 'b' && c < ctx.step(Steps::next, 'b');
    switch (ctx.step(Steps::next, c)) {
      case 'b' -> sum += 'b';
      case '{' -> sum -= '{';
      default -> sum = 0;
    }
    char last = 'a';
    for (char x = 'a'; x <= 'c'; x++) last = ctx.step(Steps::next, x);
    return sum + " " + up + moved + shifted + less + last + (c + 1) + (char) (c + 1) + -c + ~ctx.step(Steps::next, c);
  }
}

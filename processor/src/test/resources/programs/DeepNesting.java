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

/** Twenty levels of statements in each other. */
// input: [1]
// input: [2]
@Workflow
public class DeepNesting {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    a: for (int i = 0; i < n; i++) {
      if (i >= 0) {
        while (out.length() < 60) {
          do {
            for (String s : List.of("x", "y")) {
              switch (s) {
                case "x":
                  try {
                    if (n > 0) {
                      {
                        b: {
                          for (int j : new int[] {1, 2}) {
                            try {
                              if (j == 2) {
                                switch (n) {
                                  default -> {
                                    while (true) {
                                      if (ctx.step(Steps::odd, j)) {
                                        out += "never";
                                      } else {
                                        try {
                                          for (; ; ) {
                                            out += ctx.step(Steps::inc, j) + s;
                                            if (out.length() > 50) continue a;
                                            break b;
                                          }
                                        } finally {
                                          out += "f";
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            } finally {
                              out += ctx.step(Steps::text, "g");
                            }
                          }
                        }
                      }
                    }
                  } finally {
                    out += "h";
                  }
                  break;
                default:
                  out += ctx.step(Steps::text, "d");
              }
            }
          } while (out.length() < 20);
        }
      }
    }
    return out;
  }
}

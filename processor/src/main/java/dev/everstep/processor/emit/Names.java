package dev.everstep.processor.emit;

import dev.everstep.processor.model.Body;
import java.util.Set;

/** The names of the machine's own members, which give way to the user's names. */
record Names(String frame, String self, String thrown, String next, String pc, String at) {

  static Names avoiding(Body body) {
    Set<String> taken = body.names();
    return new Names(
        free("f", taken),
        free("self", taken),
        free("thrown", taken),
        free("next", taken),
        taken.contains("pc") ? "this.pc" : "pc",
        free("at", taken));
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    while (taken.contains(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}

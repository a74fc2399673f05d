package dev.everstep.processor.emit;

import dev.everstep.processor.model.Body;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the machine's own members, which give way to the user's names. */
record Names(
    String frame, String self, String thrown, String next, String pc, String at, String locals) {

  private static final String LOCALS = "Locals";

  static Names avoiding(Body body) {
    Set<String> taken = body.names();
    return new Names(
        free("f", taken),
        free("self", taken),
        free("thrown", taken),
        free("next", taken),
        taken.contains("pc") ? "this.pc" : "pc",
        free("at", taken),
        free(LOCALS, typeNames(body)));
  }

  private static Set<String> typeNames(Body body) {
    return body.method().typeParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    while (taken.contains(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}

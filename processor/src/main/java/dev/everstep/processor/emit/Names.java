package dev.everstep.processor.emit;

import dev.everstep.processor.model.Body;
import java.util.HashSet;
import java.util.Set;

/** The names of the machine's own members, which give way to the user's names. */
record Names(
    String frame, String self, String thrown, String next, String pc, String at, String locals) {

  private static final String LOCALS = "Locals";

  static Names avoiding(Body body, Home home) {
    Set<String> taken = body.names();
    return new Names(
        free("f", taken),
        free("self", taken),
        free("thrown", taken),
        free("next", taken),
        taken.contains("pc") ? "this.pc" : "pc",
        free("at", taken),
        locals(body, home));
  }

  /** A member class hides others of its name, and a class without a package cannot be qualified. */
  private static String locals(Body body, Home home) {
    Set<String> taken = new HashSet<>();
    body.method()
        .typeParameters()
        .forEach(parameter -> taken.add(parameter.getSimpleName().toString()));
    body.types().forEach(type -> taken.add(type.member()));
    String candidate = LOCALS;
    while (taken.contains(candidate) || home.hasType().test(candidate)) {
      candidate += "_";
    }
    return candidate;
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    while (taken.contains(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}

package dev.everstep.processor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares programs, given by name, in every way; returns what is wrong first, or an empty text. A
 * class of its own, since it is loaded once for each mutant.
 */
final class Trial implements Function<List<String>, String> {
  @Override
  public String apply(List<String> names) {
    List<Program> programs = new ArrayList<>();
    for (Program program : Program.inFolder("programs")) {
      if (names.contains(program.name())) {
        programs.add(program);
      }
    }
    if (programs.size() != names.size()) {
      throw new IllegalArgumentException("not all of " + names + " are programs");
    }
    try {
      Batch batch = Batch.compileValid(programs);
      return batch.refused().isEmpty() ? difference(batch) : "refused: " + batch.refused();
    } catch (AssertionError e) {
      return "machine does not compile: " + e.getMessage().lines().findFirst().orElse("");
    } catch (IllegalStateException | IllegalArgumentException e) {
      return "compiler fails: " + e;
    }
  }

  private static String difference(Batch batch) {
    Runner runner = new Runner();
    for (Subject subject : batch.subjects().values()) {
      for (String input : subject.program().inputs()) {
        Optional<Difference> found = Difference.of(runner, subject, input);
        if (found.isPresent()) {
          return "difference: " + subject.program().name() + input + " " + found.get().way();
        }
      }
    }
    return "";
  }
}

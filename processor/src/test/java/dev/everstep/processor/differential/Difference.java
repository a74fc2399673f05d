package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/**
 * A difference between two ways to run a program.
 *
 * @param subject the program
 * @param input its arguments
 * @param way that differs from {@link Way#PLAIN}
 * @param expected what the plain method did
 * @param actual what the machine did
 */
record Difference(Subject subject, String input, Way way, String expected, String actual) {

  /** Returns the first difference. */
  static Optional<Difference> of(Runner runner, Subject subject, String input) {
    String expected = runner.run(subject, input, Way.PLAIN).observed();
    for (Way way : List.of(Way.MACHINE, Way.MOVED, Way.RESTORED)) {
      String actual;
      try {
        actual = runner.run(subject, input, way).observed();
      } catch (AssertionError e) {
        actual = e.toString();
      }
      if (!actual.equals(expected)) {
        return Optional.of(new Difference(subject, input, way, expected, actual));
      }
    }
    return Optional.empty();
  }

  /** Fails with the program and both outcomes. */
  void fail() {
    assertThat(actual)
        .as(
            "%s, way=%s, input=%s%n%s",
            subject.program().name(), way, input, subject.program().text())
        .isEqualTo(expected);
  }
}

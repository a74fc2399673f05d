package dev.everstep.processor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a segment's fingerprint sees. */
class FingerprintsTest {
  private static final String BODY =
      """
      int a = ctx.step(Work::inc, 1);
      for (int i = 0; i < a; i++) { s += i; }
      List<String> parts = List.of(s).stream().map(x -> x + n).toList();
      if (a > 2) { s = s + '!'; } else { s = parts.get(0); }
      return ctx.step(Work::text, s) + a;
      """;
  private static final String LOOP =
      """
      int sum = 0;
      try {
        while (sum < n) {
          if (sum == 3) { sum++; continue; }
          sum += ctx.step(Work::inc, sum);
          if (sum > 90) { break; }
        }
      } catch (IllegalStateException e) {
        s = e.getMessage();
      }
      return s + ctx.step(Work::text, s);
      """;

  private static final String TWO =
      "int a = ctx.step(Work::inc, 1); int b = ctx.step(Work::inc, 2); return s + (a - b);";

  private static Versions versions;

  /** Replacements in a body; {@code changed} has an x for each segment they change. */
  private record Edit(String body, String changed, List<String> replacements) {
    String edited() {
      String edited = body;
      for (int i = 0; i < replacements.size(); i += 2) {
        assertThat(edited).contains(replacements.get(i));
        edited = edited.replace(replacements.get(i), replacements.get(i + 1));
      }
      return edited;
    }

    @Override
    public String toString() {
      return replacements.toString();
    }
  }

  private static Edit edit(String body, String changed, String... replacements) {
    return new Edit(body, changed, List.of(replacements));
  }

  static Stream<Edit> edits() {
    return Stream.of(
        // formatting and comments
        edit(BODY, "---", "int a = ", "  /* first */ int   a="),
        edit(BODY, "---", "s += i;", "s\n  += // add\n  i ;"),
        edit(LOOP, "---", "{", "\n{\n\n", ";", " ; /* \" */"),
        // names of locals, and how types are named
        edit(BODY, "---", "int i = 0; i < a; i++) { s += i", "int k = 0; k < a; k++) { s += k"),
        edit(BODY, "---", "x -> x + n", "y -> y + n"),
        edit(BODY, "---", "parts", "pieces"),
        edit(BODY, "---", "List<String> parts", "var parts"),
        edit(BODY, "---", "List<String> parts", "java.util.List<String> parts"),
        edit(LOOP, "---", "sum", "total"),
        edit(LOOP, "---", "IllegalStateException e", "IllegalStateException f", "e.get", "f.get"),
        // literals, calls, operators, types
        edit(BODY, "x--", "inc, 1", "inc, 2"),
        edit(BODY, "-x-", "i < a", "i <= a"),
        edit(BODY, "-x-", "int i = 0", "int i = 1"),
        edit(BODY, "-x-", "x + n", "n + x"),
        edit(BODY, "-x-", "a > 2", "a >= 2"),
        edit(BODY, "-x-", "s + '!'", "s + '?'"),
        edit(BODY, "-x-", "parts.get(0)", "parts.toString()"),
        edit(BODY, "-xx", "int a = ", "long a = "),
        edit(BODY, "--x", "s) + a", "s) + n"),
        edit(TWO, "--x", "a - b", "b - a"),
        // control flow
        edit(LOOP, "xx-", "continue;", "break;"),
        edit(LOOP, "-x-", "sum > 90", "sum > 91"),
        edit(LOOP, "-x-", "if (sum > 90) { break; }", "if (sum > 90) { throw new Exception(); }"),
        edit(LOOP, "xx-", "IllegalStateException", "RuntimeException"),
        edit(LOOP, "xx-", "while (sum < n) {", "while (true) {"),
        edit(LOOP, "xx-", "s = e.getMessage();", "s = null;"),
        edit(LOOP, "--x", "return s + ", "return n + "));
  }

  @BeforeAll
  static void attribute() {
    versions =
        new Versions(edits().flatMap(edit -> Stream.of(edit.body(), edit.edited())).toList());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void segmentsShowWhatWasChangedInThem(Edit edit) {
    List<String> before = segments(edit.body());
    List<String> after = segments(edit.edited());

    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < before.size(); i++) {
      changed.append(before.get(i).equals(after.get(i)) ? '-' : 'x');
    }
    assertThat(changed).hasToString(edit.changed());
    assertThat(before).allMatch(one -> one.matches("[0-9a-f]{16}"));
  }

  @Test
  void aCallShowsItsArgumentsAndAnInlineStepItsCode() {
    String body = "int a = ctx.step(\"one\", () -> n + 1); return ctx.step(Work::text, s) + a;";
    Versions calls =
        new Versions(
            List.of(body, body.replace("n + 1", "n + 2"), body.replace("+ 1", "\n+ /* x */ 1")));

    List<String> before = calls.fingerprints(body).calls();
    assertThat(calls.fingerprints(body.replace("n + 1", "n + 2")).calls().get(0))
        .isNotEqualTo(before.get(0));
    assertThat(calls.fingerprints(body.replace("n + 1", "n + 2")).calls().get(1))
        .isEqualTo(before.get(1));
    assertThat(calls.fingerprints(body.replace("+ 1", "\n+ /* x */ 1")).calls()).isEqualTo(before);
  }

  @Test
  void codeAroundASegmentIsNotInIt() {
    // What is between the steps is also reached from the first step of this loop, or is not.
    String joined =
        "int i = ctx.step(Work::inc, 1); i = i * 2; return ctx.step(Work::text, s) + i;";
    String reached =
        "int i = 0; if (n < 0) { i = ctx.step(Work::inc, 0); } else { i = ctx.step(Work::inc, 1); }"
            + " i = i * 2; return ctx.step(Work::text, s) + i;";
    Versions both = new Versions(List.of(joined, reached));

    assertThat(both.fingerprints(reached).segments().get(1))
        .isEqualTo(both.fingerprints(joined).segments().get(0));
  }

  private static List<String> segments(String body) {
    Fingerprints fingerprints = versions.fingerprints(body);
    List<String> all = new ArrayList<>(List.of(fingerprints.entry()));
    all.addAll(fingerprints.segments());
    return all;
  }
}

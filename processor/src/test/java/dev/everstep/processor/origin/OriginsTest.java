package dev.everstep.processor.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowCompiler;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.support.Compiled;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import dev.everstep.upgrade.StepGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fingerprints of stored values see of an edit. */
class OriginsTest {
  private static final String MEMBERS =
      "==List<String> fill(List<String> to) { to.add(\"x\"); return to; }"
          + " static final int LIMIT = 3; int plain(int a) { return a + LIMIT; }";

  private static final String COUNTS =
      "int sum = 0; for (int i = 0; i < n; i++) { if (i % 2 == 0) { sum += i; }"
          + " ctx.step(Work::note, s); } ctx.step(Work::none); return \"\" + sum;";
  private static final String LIST =
      "List<String> all = new ArrayList<>(); List<String> other = all; other.add(s);"
          + " int size = n; ctx.step(Work::none); return all + \"\" + size;";
  private static final String FILLED =
      "List<String> all = new ArrayList<>(); fill(all); ctx.step(Work::none); return \"\" + all;";
  private static final String CHOSEN =
      "String a; if (n > 3) { a = \"x\"; } else { a = \"y\"; } ctx.step(Work::none); return a;";
  private static final String UNTIL =
      "int r; do { r = ctx.step(Work::inc, n); n--; } while (r > 5); ctx.step(Work::none);"
          + " return \"\" + r;";
  private static final String CAUGHT =
      "int a = 0; try { a = 1; ctx.step(Work::fail, s); a = 2; } catch (IllegalStateException e) {"
          + " a += 10; } finally { a++; } ctx.step(Work::none); return \"\" + a;";
  private static final String LAMBDA =
      "int k = n + 1; List<String> all = Stream.of(s).map(x -> x + k).toList();"
          + " ctx.step(Work::none); return \"\" + all;";
  private static final String PATTERN =
      "Object o = n > 1 ? (Object) s : n; String a = \"none\"; if (o instanceof String t &&"
          + " t.length() > 2) { a = t; } ctx.step(Work::none); return a;";
  private static final String SWITCHED =
      "int a; switch (n) { case 1: a = 5; break; case 2: a = 6; default: a = 7; }"
          + " ctx.step(Work::none); return \"\" + a;";
  private static final String TAKEN =
      "int a = ctx.step(Work::inc, 1); int b = ctx.step(Work::inc, 2); ctx.step(Work::none);"
          + " return a + \"\" + b;";
  private static final String HELPED =
      "int a = twice(ctx, n); ctx.step(Work::none); return \"\" + a;"
          + "==int twice(WorkflowContext ctx, int m) { int x = ctx.step(Work::inc, m);"
          + " return x * 2; }";
  private static final String GUARDED =
      "if (n > 9) { return \"\"; } String a = s + n; ctx.step(Work::none); return a;";
  private static final String THROWS =
      "for (String p : List.of(\"a\", s)) { ctx.step(Work::note, s);"
          + " if (p.equals(s)) { throw new IllegalStateException(); } } return s;";
  private static final String NESTED =
      "if (n > 5) { ctx.step(Work::none); if (s.isEmpty()) { return \"\"; } }"
          + " ctx.step(Work::note, s); return s;";
  private static final String OPTIONAL =
      "if (n > 5) { ctx.step(Work::none); } ctx.step(Work::note, s); return s;";
  private static final String CUP =
      "int[] cup = {0}; cup[0] = n; Optional<Integer> p = Optional.of(n + 2);"
          + " ctx.step(Work::none); return cup[0] + \"\" + p.get();";
  private static final String SPILLED =
      "String u = s + 1; return u.concat(\"a\") + ctx.step(Work::text, s) + ctx.step(Work::text, s + 1);";

  private static final Map<String, StepGraph> GRAPHS = new LinkedHashMap<>();

  /** Replacements in a body, and the names of what they change at each point. */
  private record Case(String body, String changed, List<String> replacements) {
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

  private static Case edit(String body, String changed, String... replacements) {
    return new Case(body, changed, List.of(replacements));
  }

  private static Case shared(String body, String changed, String... replacements) {
    return new Case(body + MEMBERS, changed, List.of(replacements));
  }

  static Stream<Case> cases() {
    return Stream.of(
        // what makes no difference
        edit(COUNTS, "", "int sum", "/* all */ int  sum", "for (", "\n\nfor\t("),
        edit(COUNTS, "", "return \"\" + sum", "return sum + \"\""),
        edit(COUNTS, "", "ctx.step(Work::none);", "ctx.step(Work::none); ctx.step(Work::seen2);"),
        edit(COUNTS, "", "int sum = 0;", "int sum = 0; ctx.log().info(\"{}\", sum);"),
        edit(LAMBDA, "", "x -> x + k", "each -> each + k", "int k", "var k"),
        edit(LAMBDA, "", "Stream.of", "java.util.stream.Stream.of"),
        edit(TAKEN, "", "ctx.step(Work::none)", "ctx.step(Work::text, s); ctx.step(Work::none)"),
        edit(CHOSEN, "", "String a;", "int z = 5; if (z > n) { z = 4; } String a;"),
        shared(LIST, "", "int size = n;", "int size = n; boolean none = all.isEmpty();"),
        // loops: a value in them depends on all that changes it, and on how often
        edit(COUNTS, "note: sum i way; none: sum", "int i = 0", "int i = 1"),
        edit(COUNTS, "note: sum; none: sum", "sum += i", "sum += 2 * i"),
        edit(COUNTS, "note: sum; none: sum", "i % 2 == 0", "i % 3 == 0"),
        edit(COUNTS, "note: sum; none: sum", "int sum = 0", "int sum = 1"),
        edit(COUNTS, "note: sum i way; none: sum", "i < n", "i <= n"),
        edit(UNTIL, "inc: n way n; none: r", "r > 5", "r > 6"),
        edit(UNTIL, "inc: n way n; none: r", "n--", "n -= 2"),
        // objects that change behind a variable's back
        shared(LIST, "none: all", "other.add(s);", ""),
        shared(LIST, "none: all", "other.add(s);", "other.add(s); other.add(s);"),
        shared(LIST, "none: all", "= all;", "= new ArrayList<>();"),
        shared(FILLED, "none: all", "to.add(\"x\")", "to.add(\"y\")"),
        shared(FILLED, "none: all", "fill(all);", "fill(all); fill(all);"),
        edit(CUP, "none: cup", "cup[0] = n;", "cup[0] = n + 1;"),
        edit(CUP, "none: p", "n + 2", "n + 3"),
        // which way was gone
        edit(CHOSEN, "none: a", "n > 3", "n > 4"),
        edit(CHOSEN, "none: a", "\"x\"", "\"y\"", "else { a = \"y\"", "else { a = \"x\""),
        edit(CHOSEN, "none: a", "n > 3", "!(n > 3)"),
        edit(PATTERN, "none: a", "t.length() > 2", "t.length() > 3"),
        edit(PATTERN, "none: a", "a = t", "a = t + t"),
        edit(SWITCHED, "none: a", "case 1", "case 3"),
        edit(SWITCHED, "none: a", "break;", ""),
        edit(GUARDED, "none: way", "n > 9", "n > 8"),
        edit(GUARDED, "none: way", "if (n > 9) { return \"\"; }", ""),
        edit(NESTED, "none: way; note: way", "n > 5", "n > 6"),
        edit(OPTIONAL, "none: way", "n > 5", "n > 6"),
        edit(
            THROWS,
            "note: way",
            "ctx.step(Work::note, s);",
            "",
            "IllegalStateException(); }",
            "IllegalStateException(); } ctx.step(Work::note, s);"),
        // exceptions
        edit(CAUGHT, "none: a way", "a = 2", "a = 3"),
        edit(CAUGHT, "fail: a; none: a way", "a = 1", "a = 4"),
        edit(CAUGHT, "none: a way", "a += 10", "a += 11"),
        edit(CAUGHT, "none: a", "a++", "a--"),
        // what it is made of
        edit(LAMBDA, "none: all", "n + 1", "n + 2"),
        edit(LAMBDA, "none: all", "x + k", "k + x"),
        edit(TAKEN, "inc: n; inc#2: a; none: a", "inc, 1", "inc, 3"),
        edit(
            TAKEN,
            "none: a b",
            "return a",
            "return b",
            "+ b",
            "+ a",
            "int a",
            "int c",
            "int b",
            "int a",
            "int c",
            "int b"),
        edit(HELPED, "none: a", "x * 2", "x * 3"),
        edit(HELPED, "call:twice: m; none: a", "twice(ctx, n)", "twice(ctx, n + 1)"),
        edit(
            SPILLED,
            "text: kept_u_concat_a; text#2: kept_u_concat_a_Work_text",
            "s + 1;",
            "s + 2;"));
  }

  @BeforeAll
  static void compileAll() {
    Map<String, String> names = new LinkedHashMap<>();
    List<InMemory.Source> sources = new ArrayList<>();
    cases()
        .flatMap(one -> Stream.of(one.body(), one.edited()))
        .distinct()
        .forEach(
            body -> {
              String name = "Flow" + names.size();
              names.put(body, name);
              String[] parts = body.split("==(?=int|List)", 2);
              String text =
                  Compiled.body(
                          "String run(WorkflowContext ctx, int n, String s) throws Exception",
                          parts[0].replace("Work::seen2", "Work::none"))
                      .replace(
                          "public Flow() {}",
                          (parts.length > 1 ? parts[1] : "") + " public Flow() {}");
              sources.add(
                  new InMemory.Source("app." + name, text.replaceAll("\\bFlow\\b(?=[ (])", name)));
            });
    Map<String, AttributedWorkflow> attributed = InMemory.attribute(sources);
    names.forEach(
        (body, name) -> {
          Reports reports = new Reports();
          String json =
              WorkflowCompiler.compile(
                      Objects.requireNonNull(attributed.get("app." + name)), reports)
                  .orElseThrow(() -> new AssertionError(reports.toString()))
                  .descriptorJson();
          GRAPHS.put(body, StepGraph.parse(json, name));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesWhatWouldBeMadeInAnotherWay(Case one) {
    StepGraph before = Objects.requireNonNull(GRAPHS.get(one.body()));
    StepGraph after = Objects.requireNonNull(GRAPHS.get(one.edited()));
    List<String> all = new ArrayList<>();
    for (StepGraph.Point old : before.entry().orElseThrow().points()) {
      StepGraph.Point now =
          after
              .entry()
              .orElseThrow()
              .point(old.id())
              .orElseThrow(() -> new AssertionError("no " + old.id()));
      List<String> changed = new ArrayList<>(changed(old.live(), now.live()));
      if (!Objects.equals(old.way(), now.way())) {
        changed.add("way");
      }
      changed.addAll(changed(old.arguments(), now.arguments()));
      if (!changed.isEmpty()) {
        all.add(old.id().replace("step:Work.", "") + ": " + String.join(" ", changed));
      }
    }
    assertThat(String.join("; ", all)).isEqualTo(one.changed());
  }

  private static List<String> changed(List<StepGraph.Value> before, List<StepGraph.Value> after) {
    List<String> changed = new ArrayList<>();
    for (StepGraph.Value old : before) {
      for (StepGraph.Value now : after) {
        if (now.name().equals(old.name()) && !Objects.equals(now.made(), old.made())) {
          changed.add(now.name());
        }
      }
    }
    return changed;
  }
}

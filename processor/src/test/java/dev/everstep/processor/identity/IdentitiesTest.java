package dev.everstep.processor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What points are called when the source is edited, and accepted after each edit. */
class IdentitiesTest {
  private static final String INC = "int a = ctx.step(Work::inc, 1);";
  private static final String TEXT = "String b = ctx.step(Work::text, s);";
  private static final String END = "return b + a;";
  private static final String BASE = INC + TEXT + END;
  private static final String SLEEP = "ctx.sleep(Duration.ofDays(1));";

  private static Versions versions;

  /** A version, and what its points are called: in the order of the source, then the retired. */
  private record Version(String body, String expected) {}

  private record Edit(String name, List<Version> versions) {
    Edit then(String body, String expected) {
      List<Version> all = new ArrayList<>(versions);
      all.add(new Version(body, expected));
      return new Edit(name, all);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Edit edit(String name) {
    return new Edit(name, List.of());
  }

  private static Edit base(String name) {
    return edit(name).then(BASE, "inc=1 text=2");
  }

  /** Three calls of one function. */
  private static Edit three(String name) {
    return edit(name).then(texts("one", "two", "three"), "text=1 text#2=2 text#3=3");
  }

  private static String texts(String... arguments) {
    return Stream.of(arguments)
        .map(one -> "s += ctx.step(Work::text, \"" + one + "\");")
        .collect(Collectors.joining("", "", "return s;"));
  }

  private static String returning(String... statements) {
    return String.join("", statements) + "return s;";
  }

  static Stream<Edit> edits() {
    return Stream.of(
        base("insert before").then("ctx.step(Work::none);" + BASE, "none=3 inc=1 text=2"),
        base("insert between")
            .then(INC + "ctx.step(Work::none);" + TEXT + END, "inc=1 none=3 text=2"),
        base("insert after")
            .then(INC + TEXT + "ctx.step(Work::none);" + END, "inc=1 text=2 none=3"),
        base("insert two")
            .then(
                "ctx.step(Work::none); ctx.step(Work::twice, 1L);" + BASE,
                "none=3 twice=4 inc=1 text=2"),
        base("insert a call of the same function before")
            .then("ctx.step(Work::inc, 7);" + BASE, "inc#2=3 inc=1 text=2"),
        base("remove the first").then("int a = 1;" + TEXT + END, "text=2 | inc=1"),
        base("remove the last").then(INC + "String b = s;" + END, "inc=1 | text=2"),
        base("remove all").then(returning(), " | inc=1 text=2"),
        base("move down").then(TEXT + INC + END, "text=2 inc=1"),
        base("move up")
            .then(INC + "if (n > 0) { ctx.step(Work::none); }" + TEXT + END, "inc=1 none=3 text=2")
            .then(INC + TEXT + "if (n > 0) { ctx.step(Work::none); }" + END, "inc=1 text=2 none=3")
            .then("ctx.step(Work::none);" + BASE, "none=3 inc=1 text=2"),
        base("move and insert")
            .then(TEXT + "ctx.step(Work::none);" + INC + END, "text=2 none=3 inc=1"),
        base("duplicate a call below")
            .then(INC + "a += ctx.step(Work::inc, 1);" + TEXT + END, "inc=1 inc#2=3 text=2"),
        three("swap two of one function")
            .then(texts("two", "one", "three"), "text#2=2 text=1 text#3=3"),
        three("turn round").then(texts("three", "two", "one"), "text#3=3 text#2=2 text=1"),
        three("remove the first of one function")
            .then(texts("two", "three"), "text#2=2 text#3=3 | text=1"),
        three("remove the middle of one function")
            .then(texts("one", "three"), "text=1 text#3=3 | text#2=2"),
        three("insert among others of one function")
            .then(texts("one", "new", "two", "three"), "text=1 text#4=4 text#2=2 text#3=3"),
        three("insert and move among others of one function")
            .then(texts("three", "new", "one", "two"), "text#3=3 text#4=4 text=1 text#2=2"),
        three("change an argument").then(texts("one", "2", "three"), "text=1 text#2=2 text#3=3"),
        three("change an argument and remove another")
            .then(texts("2", "three"), "text#2=2 text#3=3 | text=1"),
        edit("swap the arguments of two calls")
            .then(
                "String x = ctx.step(Work::text, s); String y = ctx.step(Work::text, \"y\");"
                    + " return x + y;",
                "text=1 text#2=2")
            .then(
                "String x = ctx.step(Work::text, \"y\"); String y = ctx.step(Work::text, s);"
                    + " return x + y;",
                "text#2=2 text=1"),
        base("wrap in if")
            .then(
                "int a = 0; if (n > 0) { a = ctx.step(Work::inc, 1); }" + TEXT + END,
                "inc=1 text=2"),
        base("wrap in a loop")
            .then(
                "int a = 0; for (int i = 0; i < n; i++) { a += ctx.step(Work::inc, 1); }"
                    + TEXT
                    + END,
                "inc=1 text=2"),
        base("wrap in try")
            .then(
                "int a; try { a = ctx.step(Work::inc, 1); } catch (RuntimeException e) { a = 0; }"
                    + " finally { n++; }"
                    + TEXT
                    + END,
                "inc=1 text=2"),
        edit("extract to a variable")
            .then("return ctx.step(Work::text, ctx.step(Work::text, s));", "text=1 text#2=2")
            .then(
                "String t = ctx.step(Work::text, s); return ctx.step(Work::text, t);",
                "text=1 text#2=2"),
        edit("inline a variable")
            .then(
                "String t = ctx.step(Work::text, s); int u = ctx.step(Work::inc, n);"
                    + " return ctx.step(Work::text, t) + u;",
                "text=1 inc=2 text#2=3")
            .then(
                "return ctx.step(Work::text, ctx.step(Work::text, s)) + ctx.step(Work::inc, n);",
                "text=1 text#2=3 inc=2"),
        three("rename locals")
            .then(
                "String t = s;" + texts("one", "two", "three").replaceAll("\\bs\\b", "t"),
                "text=1 text#2=2 text#3=3"),
        base("reformat")
            .then(
                "/* two steps */ int a=ctx . step( Work :: inc,1 ) ; // one\n\n"
                    + "String b =\n ctx.step(\n Work::text, // the\n s) ; return b+a;",
                "inc=1 text=2"),
        base("call another function")
            .then(
                INC.replace("inc, 1", "one, 1").replace("one, 1", "fail, s") + TEXT + END,
                "fail=3 text=2 | inc=1"),
        base("remove and bring back")
            .then("int a = 1;" + TEXT + END, "text=2 | inc=1")
            .then(BASE, "inc=1 text=2"),
        base("remove and bring back with another argument")
            .then("int a = 1;" + TEXT + END, "text=2 | inc=1")
            .then(BASE.replace("inc, 1", "inc, 2"), "inc=1 text=2"),
        three("remove and bring back one of several")
            .then(texts("one", "three"), "text=1 text#3=3 | text#2=2")
            .then(texts("one", "three", "two"), "text=1 text#3=3 text#2=2"),
        three("remove one of several and add another")
            .then(texts("one", "three"), "text=1 text#3=3 | text#2=2")
            .then(texts("one", "three", "four"), "text=1 text#3=3 text#4=4 | text#2=2")
            .then(texts("one", "two", "three", "four"), "text=1 text#2=2 text#3=3 text#4=4"),
        three("remove all of one function and add another")
            .then(returning(), " | text=1 text#2=2 text#3=3")
            .then(texts("four"), "text#4=4 | text=1 text#2=2 text#3=3")
            .then(texts("four", "two"), "text#4=4 text#2=2 | text=1 text#3=3"),
        base("retired stays retired")
            .then("int a = 1;" + TEXT + END, "text=2 | inc=1")
            .then("ctx.step(Work::none); int a = 1;" + TEXT + END, "none=3 text=2 | inc=1")
            .then("int a = 1;" + TEXT + END, "text=2 | inc=1 none=3")
            .then(
                "ctx.step(Work::twice, 1L); int a = 1;" + TEXT + END,
                "twice=4 text=2 | inc=1 none=3"),
        edit("insert a sleep between sleeps")
            .then(returning(SLEEP, "s += ctx.step(Work::none);", SLEEP), "sleep=1 none=2 sleep#2=3")
            .then(
                returning(
                    SLEEP,
                    "s += ctx.step(Work::none);",
                    "ctx.sleep(Duration.ofHours(1));",
                    "s += n;",
                    SLEEP),
                "sleep=1 none=2 sleep#3=4 sleep#2=3"),
        edit("sites that cannot be told apart")
            .then(returning(SLEEP + "n++;", SLEEP + "n++;", SLEEP), "sleep=1 sleep#2=2 sleep#3=3")
            .then(returning(SLEEP + "n++;", SLEEP), "sleep=1 sleep#3=3 | sleep#2=2"),
        edit("move a named step and change its code")
            .then(
                "int x = ctx.step(\"x\", () -> 1); int y = ctx.step(\"y\", () -> 2);"
                    + " return s + x + y;",
                "step:x=1 step:y=2")
            .then(
                "int y = ctx.step(\"y\", () -> 20); int x = ctx.step(\"x\", () -> 10);"
                    + " return s + x + y;",
                "step:y=2 step:x=1"),
        edit("names that look like numbers")
            .then(
                "ctx.step(\"x#2\", () -> 1); ctx.step(\"x\", () -> 2); ctx.step(\"x\", () -> 3);"
                    + " return s;",
                "step:x#2=1 step:x=2 step:x#3=3")
            .then(
                "ctx.step(\"x\", () -> 2); ctx.step(\"x\", () -> 3); ctx.step(\"x\", () -> 4);"
                    + " ctx.step(\"x#2\", () -> 1); ctx.step(\"x#2\", () -> 5); return s;",
                "step:x=2 step:x#3=3 step:x#4=4 step:x#2=1 step:x#2#2=5"));
  }

  @BeforeAll
  static void attribute() {
    versions =
        new Versions(edits().flatMap(edit -> edit.versions().stream()).map(Version::body).toList());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void pointsKeepTheirNames(Edit edit) throws BaselineException {
    @Nullable Baseline accepted = null;
    for (Version version : edit.versions()) {
      accepted = versions.compile(version.body(), accepted);

      assertThat(shown(accepted)).isEqualTo(version.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("edits")
  void acceptingChangesNothing(Edit edit) throws BaselineException {
    @Nullable Baseline before = null;
    for (Version version : edit.versions()) {
      Baseline output = versions.compile(version.body(), before);

      assertThat(versions.compile(version.body(), output)).isEqualTo(output);
      before = output;
    }
  }

  private static String shown(Baseline baseline) {
    String points = shown(baseline.entry().points());
    return baseline.entry().retired().isEmpty()
        ? points
        : points + " | " + shown(baseline.entry().retired());
  }

  private static String shown(List<Baseline.Point> points) {
    return points.stream()
        .map(point -> point.id().replace("step:Work.", "") + "=" + point.index())
        .collect(Collectors.joining(" "));
  }
}

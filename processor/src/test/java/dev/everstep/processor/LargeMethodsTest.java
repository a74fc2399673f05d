package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.support.Compiled;
import dev.everstep.processor.support.Driver;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import dev.everstep.processor.support.TestContext;
import dev.everstep.processor.support.Work;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Methods near the limits of class files: 64 KiB for a method, 64 Ki constants. */
class LargeMethodsTest {
  private static String repeat(int times, IntFunction<String> line) {
    return IntStream.range(0, times).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private static void runsAsPlainJava(String statements) throws Throwable {
    Compiled workflow =
        Compiled.of("Flow", Compiled.body("String run(WorkflowContext ctx, int n)", statements));
    Work.drain();
    Object expected = workflow.plain(new TestContext(), 1);
    var effects = Work.drain();

    assertThat(Driver.run(workflow, 1)).isEqualTo(expected);
    assertThat(Work.drain()).isEqualTo(effects);
  }

  @Test
  void fiveHundredSteps() throws Throwable {
    runsAsPlainJava(
        "String out = \"\";\n"
            + repeat(500, i -> (i % 7 == 0 ? "out += " : "") + "ctx.step(Work::none);")
            + "\nreturn out;");
  }

  @Test
  void fiveHundredFunctions() throws Throwable {
    String functions =
        repeat(
            500,
            i -> "public static int f" + i + "(int n) { return " + (i % 3 + 1) + " * n % 99991; }");
    Compiled workflow =
        Compiled.of(
            "Flow",
            Compiled.body(
                    "int run(WorkflowContext ctx, int n)",
                    repeat(500, i -> "n = ctx.step(Flow::f" + i + ", n);") + "\nreturn n;")
                .replace("public Flow() {}", functions + "\npublic Flow() {}"));

    Object plain = workflow.plain(new TestContext(), 7);

    assertThat(Driver.run(workflow, 7)).isEqualTo(plain).isNotEqualTo(7);
  }

  @Test
  void manyStatementsBetweenTwoSteps() throws Throwable {
    runsAsPlainJava(
        "int a = n;\nctx.step(Work::none);\n"
            + repeat(400, i -> "a = " + i + " + a".repeat(60) + ";")
            + "\nctx.step(Work::none);\nreturn \"\" + a;");
  }

  /** In a method of its own each takes 15 KiB, in a machine 70. */
  @Test
  void oneStatementThatIsLargerInAMachineThanAMethodMayBe() throws Throwable {
    String many = repeat(3_600, i -> "a += b;");
    for (String statement :
        List.of(
            "if (n > 0) {\n%s\n} else { a = 9; }",
            "outer: for (int i : new int[] {1, 2}) {\nif (i == 2) continue outer;\n"
                + "switch (n) { case 1:\n%s\nbreak; default: a = 3; }\nif (a > 7) break; }",
            "do { try {\n%s\nif (n == 1) throw new IllegalStateException();\n} catch"
                + " (IllegalStateException e) { a += 2; } finally { b--; } } while (n++ < 2);")) {
      runsAsPlainJava(
          "int a = n;\nint b = n + 1;\nctx.step(Work::none);\n"
              + statement.formatted(many)
              + "\nctx.step(Work::none);\nreturn a + \" \" + b;");
    }
  }

  @Test
  void manyLocalsAcrossAStep() throws Throwable {
    runsAsPlainJava(
        repeat(800, i -> "int a" + i + " = n + " + i + ";")
            + "\nctx.step(Work::none);\nint sum = 0;\n"
            + repeat(800, i -> "sum += a" + i + ";")
            + "\nreturn \"\" + sum;");
  }

  @Test
  void moreLocalsThanAClassFileHoldsAreRefused() {
    refused(
        repeat(1_501, i -> "int a" + i + " = n;")
            + "\nctx.step(Work::none);\n"
            + repeat(1_501, i -> "n += a" + i + ";")
            + "\nreturn n;",
        "1502 locals across steps");
  }

  @Test
  void moreSuspensionPointsThanAClassFileHoldsAreRefused() {
    refused(repeat(1_501, i -> "ctx.step(Work::none);") + "\nreturn n;", "1501 suspension points");
  }

  private static void refused(String statements, String what) {
    String text = Compiled.body("int run(WorkflowContext ctx, int n)", statements);
    Reports reports = new Reports();

    var compiled =
        WorkflowCompiler.compile(
            InMemory.attribute(new InMemory.Source("app.Flow", text), "app.Flow"), reports);

    assertThat(compiled).isEmpty();
    assertThat(reports.all())
        .extracting(
            Reports.Report::problem, report -> report.place().line(), Reports.Report::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Problem.ES098,
                11,
                "[ES098] workflow method 'run' has "
                    + what
                    + ", and one class file has no room for them. Split the workflow, or keep what belongs together in a"
                    + " list or record. docs/errors/ES098.md"));
  }
}

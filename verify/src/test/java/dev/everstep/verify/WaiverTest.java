package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not reported, and why: annotations, a project's rules, severities, a baseline. */
class WaiverTest {
  private static final String FLOW =
      """
      @Durable public class Flow {
        public static long run(WorkflowContext ctx) {
          return Clocks.read() + UUID.randomUUID().hashCode();
        }
      }
      """;
  private static final String CLOCKS =
      """
      class Clocks {
        static long read() { return System.nanoTime(); }
      }
      """;

  @TempDir Path directory;

  private Sources sources(String... sources) {
    Sources all = new Sources(directory.resolve("classes"));
    for (String source : sources) {
      all.add(source);
    }
    return all;
  }

  private static List<String> codes(Report report) {
    return report.notices().stream().map(notice -> notice.code() + " " + notice.what()).toList();
  }

  @Test
  void suppressesWhatAMethodAndAllBelowItDo() {
    Report report =
        sources(
                FLOW,
                """
                class Clocks {
                  @Deterministic(reason = "only logged")
                  static long read() { Supplier<Long> now = () -> deep(); return now.get(); }
                  static long deep() { return System.nanoTime(); }
                }
                """)
            .check();

    assertThat(Sources.lines(report))
        .containsExactly("forbid java.util.UUID#randomUUID() app.Flow.run:3");
    assertThat(report.suppressed())
        .extracting(each -> each.finding().call() + " " + each.by() + ": " + each.reason())
        .containsExactly("java.lang.System#nanoTime() app.Clocks.read: only logged");
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void reportsACallThatAnotherWayReachesUncovered() {
    Report report =
        sources(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx) {
                    return Clocks.covered() + Clocks.longer();
                  }
                }
                """,
                """
                class Clocks {
                  @Deterministic(reason = "only logged")
                  static long covered() { return read(); }
                  static long longer() { return other(); }
                  static long other() { return read(); }
                  static long read() { return System.nanoTime(); }
                }
                """)
            .check();

    assertThat(Sources.lines(report))
        .containsExactly(
            "forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Clocks.longer:4 >"
                + " app.Clocks.other:5 > app.Clocks.read:6");
  }

  @Test
  void suppressesOnlyTheCallsThatAreNamed() {
    Report report =
        sources(
                """
                @Deterministic(reason = "only logged", calls = {"java.lang.System#nanoTime", "java.lang.Math#random()"})
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx) {
                    System.nanoTime();
                    UUID.randomUUID();
                  }
                }
                """)
            .check();

    assertThat(Sources.lines(report))
        .containsExactly("forbid java.util.UUID#randomUUID() app.Flow.run:5");
    assertThat(report.suppressed()).hasSize(1);
    assertThat(codes(report))
        .containsExactly(
            "ES623 an exception that no finding needs: @Deterministic at=app.Flow,"
                + " call=java.lang.Math#random(). No body reaches such a call there; remove it.");
  }

  @Test
  void refusesAnAnnotationWithoutAReasonAndReportsOneWithoutEffect() {
    Report report =
        sources(
                FLOW,
                """
                class Clocks {
                  @Deterministic(reason = " ")
                  static long read() { return System.nanoTime(); }
                  @Deterministic(reason = "none reaches it")
                  static long unused() { return System.nanoTime(); }
                }
                """)
            .check();

    assertThat(report.findings()).hasSize(2);
    assertThat(codes(report))
        .containsExactly(
            "ES622 @Deterministic without a reason, which has no effect: at=app.Clocks.read. Say why"
                + " what is called there makes no difference to the workflow.",
            "ES623 an exception that no finding needs: @Deterministic at=app.Clocks.unused. No body"
                + " reaches such a call there; remove it.");
    assertThat(report.fails(FailOn.NEVER)).isFalse();
  }

  @Test
  void followsTheRulesOfAProjectAndReportsTheIdleOnes() throws IOException {
    Path rules = directory.resolve("rules.txt");
    Files.writeString(
        rules,
        """
        allow java.lang.System#nanoTime() | measures only
        exempt app.Unknown#* | not there
        forbid java.lang.String#repeat(int) | too long | a loop
        """);
    Report report =
        Determinism.check(
            sources(
                    FLOW.replace("UUID.randomUUID().hashCode()", "\"a\".repeat(3).length()"),
                    CLOCKS)
                .request()
                .withRules(List.of(rules)));

    assertThat(Sources.lines(report))
        .containsExactly("forbid java.lang.String#repeat(int) app.Flow.run:3");
    assertThat(codes(report))
        .containsExactly(
            "ES623 an exception that no finding needs: rule=project/app.Unknown#*, line=2. No body"
                + " reaches what it allows; remove it.");
  }

  @Test
  void setsTheSeverityOfGroups() {
    Request request = sources(FLOW, CLOCKS).request();

    Report report =
        Determinism.check(
            request.withSeverity(Map.of("time", Severity.WARN, "random", Severity.OFF)));

    assertThat(Sources.lines(report))
        .containsExactly("warn java.lang.System#nanoTime() app.Flow.run:3 > app.Clocks.read:2");
    assertThat(report.fails(FailOn.FORBID)).isFalse();
    assertThat(report.fails(FailOn.WARN)).isTrue();
    assertThat(report.fails(FailOn.NEVER)).isFalse();
  }

  @Test
  void knowsTheFindingsOfTheBaselineWhateverTheirLinesAndTellsOfThoseThatAreGone()
      throws IOException {
    Path baseline = directory.resolve("baseline/known.txt");
    Baseline.of(sources(FLOW, CLOCKS).check().findings()).write(baseline);
    Request moved =
        new Sources(directory.resolve("moved"))
            .add(
                FLOW.replace("  public", "\n\n  public")
                    .replace("UUID.randomUUID().hashCode()", "new Random().nextInt()"))
            .add(CLOCKS)
            .request();

    Report report = Determinism.check(moved.withBaseline(baseline));

    assertThat(report.findings()).extracting(Finding::known).containsExactlyInAnyOrder(true, false);
    assertThat(report.fresh())
        .extracting(Finding::call)
        .containsExactly("java.util.Random#<init>()");
    assertThat(codes(report))
        .singleElement()
        .asString()
        .matches(
            "ES626 a finding of the baseline is gone: fingerprint=[0-9a-f]{16},"
                + " was=java.util.UUID#randomUUID\\(\\) in app.Flow.run, from app.Flow.run\\. .*");
    assertThat(report.fails(FailOn.FORBID)).isTrue();
  }

  @Test
  void refusesFilesThatCannotBeUsed() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.txt"), "no fingerprint\n");
    Request request = sources(FLOW, CLOCKS).request();

    assertThat(failure(request.withBaseline(broken)))
        .isEqualTo(
            "[ES625] a baseline cannot be used: file="
                + broken
                + ", reason=line 1 does not begin with a fingerprint: no. Write it anew, or leave it"
                + " off. docs/errors/ES625.md");
    assertThat(failure(request.withBaseline(directory.resolve("none.txt"))))
        .contains("reason=there is no such file.");
    assertThat(failure(request.withRules(List.of(broken))))
        .isEqualTo(
            "[ES628] a file of rules cannot be used: file="
                + broken
                + ", reason=broken.txt:1: no is no verdict: forbid, replace, warn, allow or exempt."
                + " Mend it, or leave it off. docs/errors/ES628.md");
    assertThat(failure(Request.of(List.of(directory.resolve("none")))))
        .startsWith("[ES627] nothing to check: ");
  }

  @Test
  void refusesASeverityOfAGroupThatThereIsNot() {
    assertThat(failure(sources(FLOW, CLOCKS).request().withSeverity(Map.of("tiem", Severity.OFF))))
        .isEqualTo(
            "[ES629] no such group of calls: group=tiem, groups=[console, data, env, file, lock,"
                + " network, order, process, random, reflect, static, thread, time]. Name one of"
                + " these in the severities. docs/errors/ES629.md");
  }

  private static String failure(Request request) {
    try {
      return "no failure but " + Determinism.check(request);
    } catch (VerifyException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void saysSoIfThereIsNoBody() {
    assertThat(sources(CLOCKS).check().notices(VerifyCode.ES627)).hasSize(1);
  }
}

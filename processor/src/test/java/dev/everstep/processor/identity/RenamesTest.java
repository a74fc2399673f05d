package dev.everstep.processor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What locals were called in earlier versions. */
class RenamesTest {
  private static String live(Baseline baseline) {
    return baseline.entry().points().stream()
        .map(
            point ->
                point.id().replace("step:Work.", "")
                    + point.live().stream()
                        .map(local -> local.name() + local.former())
                        .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(" "));
  }

  private static String compileAll(String... bodies) throws BaselineException {
    Versions versions = new Versions(List.of(bodies));
    Baseline baseline = null;
    for (String body : bodies) {
      baseline = versions.compile(body, baseline);
    }
    return live(java.util.Objects.requireNonNull(baseline));
  }

  @Test
  void aLocalMadeInTheSameWayIsTheSame() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 1; ctx.step(Work::none); return \"b\" + b;"))
        .isEqualTo("none(b[a])");
  }

  @Test
  void aLocalOfUntouchedCodeBehindThePointIsTheSame() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 2; ctx.step(Work::none); return \"\" + b;"))
        .isEqualTo("none(b[a])");
  }

  @Test
  void aLocalOfAnotherMeaningIsNew() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 2; ctx.step(Work::none); return \"b\" + b;"))
        .isEqualTo("none(b[])");
  }

  @Test
  void twoThatAreAlikeAreNotTakenForEachOther() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n; int b = n; ctx.step(Work::none); return \"\" + a + b;",
                "int c = n; int d = n; ctx.step(Work::none); return d + \"x\" + c;"))
        .isEqualTo("none(c[], d[])");
  }

  @Test
  void allEarlierNamesAreKept() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 1; ctx.step(Work::none); return \"\" + b;",
                "int c = n + 1; ctx.step(Work::none); return \"\" + c;",
                "int c = n + 1; ctx.step(Work::none); return c + \"!\";"))
        .isEqualTo("none(c[b, a])");
  }

  @Test
  void aNameThatIsGivenBackIsNoEarlierOne() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 1; ctx.step(Work::none); return \"\" + b;",
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;"))
        .isEqualTo("none(a[b])");
  }

  @Test
  void aNameThatAnotherLocalTakesIsForgotten() throws BaselineException {
    assertThat(
            compileAll(
                "int a = n + 1; ctx.step(Work::none); return \"\" + a;",
                "int b = n + 1; ctx.step(Work::none); return \"\" + b;",
                "int b = n + 1; int a = 7 * n; ctx.step(Work::none); return \"\" + a + b;"))
        .isEqualTo("none(b[], a[])");
  }

  @Test
  void aLocalOfAnotherScopeRenamesNone() throws BaselineException {
    String loop = "for (int i = 0; i < n; i++) { ctx.step(Work::text, s); }";

    assertThat(
            compileAll(
                loop + " return s;",
                "for (int i = 9; i > n; i--) { ctx.step(Work::none); } " + loop + " return s;"))
        .isEqualTo("none(n[], s[], i[]) text(n[], s[], i[])");
  }

  @Test
  void aTemporaryIsNamedAfterWhatItHolds() throws BaselineException {
    String kept = "s += Work.seen(s) + ctx.step(Work::none);";

    assertThat(
            compileAll(
                kept + " return s;",
                "s += Work.seen(n) + ctx.step(Work::none); " + kept + " return s;"))
        .contains("kept_Work_seen_s")
        .contains("kept_Work_seen_n")
        .doesNotContain("_2");
  }
}

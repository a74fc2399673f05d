package dev.everstep.processor.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.support.Models;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each suspension point stores. */
class FrameTest {

  private static void check(String statements, String... stored) {
    Body body = Models.read(statements);
    Flow flow = Lowering.lower(body);
    Frame frame = Frame.of(body, flow);
    List<String> actual = new ArrayList<>();
    body.sites()
        .forEach(
            site ->
                actual.add(site.id() + " " + frame.live(site).stream().map(frame::name).toList()));
    assertThat(actual).containsExactly(stored);
  }

  @Test
  void whatIsReadLater() {
    check(
        "String a = ctx.step(Work::text, s); int b = a.length(); ctx.step(Work::none); return a + b;",
        "step:Work.text []",
        "step:Work.none [a, b]");
  }

  @Test
  void nothingThatIsAssignedFirst() {
    check(
        "ctx.step(Work::none); s = \"x\"; n += 1; ctx.step(Work::none); n = 2; return s + n;",
        "step:Work.none [n]",
        "step:Work.none#2 [s]");
  }

  @Test
  void whatTheNextRoundReads() {
    check(
        "for (int i = 0; i < n; i++) { ctx.step(Work::note, s); } return \"x\";",
        "step:Work.note [n, s, i]");
  }

  @Test
  void whatAHandlerReads() {
    check(
        "String a = s + n; try { ctx.step(Work::none); a = \"b\"; ctx.step(Work::note, a); return \"\"; }"
            + " catch (RuntimeException e) { return a; }",
        "step:Work.none [a]",
        "step:Work.note [a]");
  }

  @Test
  void whatJumpsInPlainStatementsLeadTo() {
    check(
        "int k = 1; int m = 2; while (true) { ctx.step(Work::none); if (k > n) { m = 3; break; } m = 4;"
            + " k++; } return \"\" + m;",
        "step:Work.none [n, k, m]");
  }

  @Test
  void capturesOfInlineSteps() {
    check(
        "String a = s + 1; ctx.step(Work::none); ctx.step(\"b\", () -> Work.log(a)); return s;",
        "step:Work.none [s, a]",
        "step:b [s]");
  }

  @Test
  void bindingsAreStoredOnlyWhereTheyMayBeRead() {
    check(
        "Comparable<String> c = s; ctx.step(Work::none); if (c instanceof String t && n > 1) {"
            + " ctx.step(Work::none); return t; } ctx.step(Work::none); return s;",
        "step:Work.none [n, s, c]",
        "step:Work.none#2 [t]",
        "step:Work.none#3 [s]");
  }

  @Test
  void sameNamesInSiblingScopes() {
    check(
        "{ int x = n; ctx.step(Work::none); Work.seen(x); } { String x = s; ctx.step(Work::none);"
            + " Work.seen(x); } return null;",
        "step:Work.none [s, x]",
        "step:Work.none#2 [x_2]");
  }

  @Test
  void idsAreUniqueEvenWhereANameLooksLikeOne() {
    check(
        "ctx.step(\"a#2\", () -> 1); ctx.step(\"a\", () -> 1); ctx.step(\"a\", () -> 1); return s;",
        "step:a#2 [s]",
        "step:a [s]",
        "step:a#3 [s]");
  }

  @Test
  void whatAFinallyBlockInterruptedWhereItSuspends() {
    check(
        "ctx.step(Work::none); try { ctx.step(Work::none); if (n > 1) return s; }"
            + " finally { ctx.step(Work::none); Work.log(s); } ctx.step(Work::none); return null;",
        "step:Work.none [n, s]",
        "step:Work.none#2 [n, s]",
        "step:Work.none#3 [s, result, failure, exit]",
        "step:Work.none#4 []");
  }

  @Test
  void noExitWhereThereIsOnlyOne() {
    check(
        "try { ctx.step(Work::none); } finally { ctx.step(Work::none); } return s;",
        "step:Work.none [s]",
        "step:Work.none#2 [s, failure]");
  }
}

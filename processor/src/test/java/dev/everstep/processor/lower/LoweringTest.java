package dev.everstep.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.support.Models;
import org.junit.jupiter.api.Test;

/** The blocks of small bodies; a block's number is 0, that of its point, or one after those. */
class LoweringTest {

  private static void check(String statements, String listing) {
    assertThat(Lowering.lower(Models.read(statements)).toString()).isEqualTo(listing);
  }

  @Test
  void aStepEndsABlock() {
    check(
        "String a = ctx.step(Work::text, s); Work.log(a); return a;",
        """
        0:
          suspend step:Work.text[s] -> 1
        1:
          var a = take()
          dev.everstep.processor.support.Work.log(a);
          return end(a);
          never
        """);
  }

  @Test
  void onlyStatementsWithAStepAreTakenApart() {
    check(
        "for (int i = 0; i < n; i++) { s += i; } if (n > 1) ctx.step(Work::none); return s;",
        """
        0:
          for (int i = 0; i < n; i++) { s += i; }
          n > 1 ? 2 : 3
        2:
          suspend step:Work.none[] -> 1
        1:
          take();
          goto 3
        3:
          return end(s);
          never
        """);
  }

  @Test
  void operandsBeforeAStepAreKeptUnlessTheyAreStable() {
    check(
        "return Work.seen(1) + n + ctx.step(Work::inc, n) + s + ctx.step(Work::none);",
        """
        0:
          var kept_Work_seen_1_n = dev.everstep.processor.support.Work.seen(1) + n
          suspend step:Work.inc[n] -> 1
        1:
          var kept_Work_seen_1_n_Work_inc_s = kept_Work_seen_1_n + take() + s
          suspend step:Work.none[] -> 2
        2:
          return end(kept_Work_seen_1_n_Work_inc_s + take());
          never
        """);
  }

  @Test
  void aLoopTestsInABlockOfItsOwn() {
    check(
        "while (ctx.step(Work::isOdd, n)) { if (n == 5) break; n++; } return s;",
        """
        0:
          goto 2
        2:
          suspend step:Work.isOdd[n] -> 1
        1:
          take() ? 3 : 4
        3:
          if (n == 5) goto leave12;
          n++;
          goto 2
        4:
          return end(s);
          never
        """);
  }

  @Test
  void conditionsAreBranches() {
    check(
        "if (n > 1 && !ctx.step(Work::isOdd, n)) return s; return null;",
        """
        0:
          n > 1 ? 2 : 4
        2:
          suspend step:Work.isOdd[n] -> 1
        1:
          take() ? 4 : 3
        3:
          return end(s);
          never
        4:
          return end(null);
          never
        """);
  }

  @Test
  void aSwitchOnlyChoosesTheNextBlock() {
    check(
        "switch (n) { case 1, 2: n = ctx.step(Work::inc, n); default: s = \"d\"; } return s;",
        """
        0:
          switch n; case 1, 2 -> 2; default -> 3
        2:
          suspend step:Work.inc[n] -> 1
        1:
          n = take()
          goto 3
        3:
          s = "d";
          return end(s);
          never
        """);
  }

  @Test
  void aTryIsAHandlerOfItsBlocks() {
    check(
        "try { n = ctx.step(Work::fail, s); } catch (java.io.IOException e) { s = \"io\"; } return s;",
        """
        0:
          goto 2
        2: catch 3
          suspend step:Work.fail[s] -> 1
        1: catch 3
          n = take()
          goto 6
        3:
          thrown instanceof java.io.IOException ? 5 : 4
        4:
          throw thrown;
          never
        5:
          var e = (java.io.IOException) thrown
          s = "io";
          goto 6
        6:
          return end(s);
          never
        """);
  }

  @Test
  void aFinallyBlockStandsOnceAndGoesOnWithWhatItInterrupted() {
    check(
        "while (n > 0) { try { ctx.step(Work::none); if (n > 1) break; } finally { n--; } } return s;",
        """
        0:
          goto 2
        2:
          n > 0 ? 3 : 10
        3: catch 5
          suspend step:Work.none[] -> 1
        1: catch 5
          take();
          if (n > 1) goto exit to leave12;
          goto 4
        4:
          var failure = null
          var exit = 0
          goto 7
        5:
          var failure = thrown
          var exit
          goto 7
        6:
          var failure = null
          var exit = 2
          goto 7
        7:
          n--;
          failure != null ? 9 : 8
        8:
          exit == 2 ? 10 : 2
        9:
          throw failure;
          never
        10:
          return end(s);
          never
        """);
  }

  @Test
  void aFinallyBlockThatDoesNotCompleteForgetsWhatItInterrupted() {
    check(
        "try { ctx.step(Work::none); } finally { return s; }",
        """
        0:
          goto 2
        2: catch 3
          suspend step:Work.none[] -> 1
        1: catch 3
          take();
          goto 4
        3:
          goto 4
        4:
          return end(s);
          never
        """);
  }

  @Test
  void aResourceIsClosedOnEachWay() {
    check(
        "try (java.io.Reader r = new java.io.StringReader(ctx.step(Work::text, s))) { return \"\" + r; }",
        """
        0:
          suspend step:Work.text[s] -> 1
        1:
          var r = new java.io.StringReader(take())
          goto 2
        2: catch 3
          result = ("" + r);goto exit to return;
          never
        3:
          close(r, thrown);
          throw thrown;
          never
        4:
          close(r, null);
          return end(result);
          never
        """);
  }
}

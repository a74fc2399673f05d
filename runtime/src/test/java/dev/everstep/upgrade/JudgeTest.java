package dev.everstep.upgrade;

import static dev.everstep.upgrade.Graphs.call;
import static dev.everstep.upgrade.Graphs.sleep;
import static dev.everstep.upgrade.Graphs.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Position AT_F = new Position("run", "step:A.f");

  @Test
  void unchangedCodeContinuesEverywhere() {
    StepGraph graph = run("", step("A.f", "u:int@m", "n:int@k"), sleep(""));

    Judgement judgement = Judge.judge(graph, graph);

    assertThat(judgement.worst()).isEqualTo(Verdict.Answer.CONTINUES);
    assertThat(judgement.points()).hasSize(2);
  }

  @Test
  void aPointThatIsGoneSaysWhatTheEngineSays() {
    Reason reason = only(judge(step("A.f", "", ""), sleep("")));

    assertThat(reason.kind()).isEqualTo(Reason.Kind.STEP_REMOVED);
    assertThat(reason.text())
        .isEqualTo(
            "the code has no suspension point for a stored frame: method=run, point=step:A.f."
                + " Deploy code that has it; the run then continues.");
  }

  @Test
  void aStepInAnotherMethodHasMoved() {
    StepGraph after =
        Graphs.workflow()
            .method("run", "", call("visit()", ""))
            .method("visit()", "", step("A.f", "", ""))
            .graph();

    Reason reason = only(Judge.judge(run("", step("A.f", "", "")), after).points().get(AT_F));

    assertThat(reason.kind()).isEqualTo(Reason.Kind.STEP_MOVED);
    assertThat(reason.hint()).startsWith("A.f is called in visit() now");
  }

  @Test
  void aLocalThatIsNotStoredIsMissing() {
    Reason reason = only(judge(step("A.f", "", "a:int@1"), step("A.f", "", "a:int@1 b:app.P@2")));

    assertThat(reason.kind()).isEqualTo(Reason.Kind.LOCAL_MISSING);
    assertThat(reason.text())
        .startsWith(
            "a live local is not stored: method=run, point=step:A.f, local=b, wanted=P, stored=[a].");
  }

  @Test
  void aLocalThatIsNotNeededAnyMoreMayGo() {
    assertThat(judge(step("A.f", "", "a:int@1 b:int@2"), step("A.f", "", "a:int@1")).answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void aMigrationThatTakesWhatAnOlderFrameDoesNotHoldCannotHelp() {
    StepGraph before = run("", step("A.f", "", "a:int@1"));
    StepGraph after =
        Graphs.workflow()
            .method("run", "", step("A.g", "", ""))
            .migration("step:A.f", "step:A.g", false, "a:int b:int")
            .graph();

    Verdict verdict = Judge.judge(before, after).points().get(AT_F);

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.CANNOT);
    assertThat(verdict.reasons()).extracting(Reason::local).contains("b");
  }

  @Test
  void aChainOfMigrationsIsFollowedAsTheEngineFollowsIt() {
    StepGraph before = run("", step("A.f", "", "a:int@1"));
    StepGraph after =
        Graphs.workflow()
            .method("run", "", step("A.g", "", "b:int"), step("A.h", "", ""))
            .migration("step:A.f", "step:A.g", true, "a:int")
            .migration("step:A.g", "step:A.h", false, "")
            .graph();

    assertThat(only(Judge.judge(before, after).points().get(AT_F)).text()).contains("to=step:A.h");
  }

  @Test
  void aFrameWhoseLocalsWereOnlyRenamedIsNotMigrated() {
    StepGraph before = run("", step("A.f", "", "a:int@1"));
    StepGraph after =
        StepGraph.parse(
            Graphs.workflow()
                .method("run", "", step("A.f", "", "b:int@1"))
                .migration("step:A.f", "step:A.f", false, "a:int")
                .text()
                .replace("\"made\":\"1\"", "\"made\":\"1\",\"former\":[\"a\"]"),
            "W.json");

    assertThat(Judge.judge(before, after).points().get(AT_F).answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void aLocalMadeInAnotherWayIsKept() {
    Verdict verdict = judge(step("A.f", "", "a:int@1"), step("A.f", "", "a:int@2"));

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.CONTINUES_WITH);
    assertThat(only(verdict).kind()).isEqualTo(Reason.Kind.KEPT_LOCAL);
    assertThat(only(verdict).local()).isEqualTo("a");
  }

  @Test
  void aCallThatWaitsKeepsItsArguments() {
    Verdict verdict = judge(step("A.f", "u:int@1 v:int@2", ""), step("A.f", "u:int@3 v:int@2", ""));

    assertThat(only(verdict).kind()).isEqualTo(Reason.Kind.KEPT_ARGUMENTS);
    assertThat(only(verdict).local()).isEqualTo("u");
  }

  @Test
  void aStepWithAnotherNumberOfParametersCannotBeCalled() {
    Verdict verdict = judge(step("A.f", "u:int@1", ""), step("A.f", "u:int@1 v:int@2", ""));

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.CANNOT);
    assertThat(verdict.reasons().get(0).kind()).isEqualTo(Reason.Kind.ARGUMENTS);
  }

  @Test
  void aSleepKeepsItsDeadline() {
    Verdict verdict =
        Judge.judge(run("", sleep("")), run("", sleep("").replace("\"d\"", "\"e\"")))
            .points()
            .get(new Position("run", "sleep"));

    assertThat(only(verdict).kind()).isEqualTo(Reason.Kind.KEPT_DEADLINE);
  }

  @Test
  void anotherWayToThePointIsSaid() {
    String now = step("A.f", "", "").replace("\"w\"", "\"x\"");

    assertThat(only(judge(step("A.f", "", ""), now)).kind())
        .isEqualTo(Reason.Kind.REACHED_OTHERWISE);
  }

  @Test
  void graphsWithoutOriginsAreNotComparedAndSaySo() {
    String old = step("A.f", "", "").replace("\"way\":\"w\",", "");

    assertThat(only(judge(old, step("A.f", "", ""))).kind()).isEqualTo(Reason.Kind.NOT_COMPARED);
  }

  @Test
  void aRenamedEntryIsTheEntry() {
    StepGraph after = Graphs.workflow().method("execute", "", step("A.f", "", "")).graph();

    assertThat(Judge.judge(run("", step("A.f", "", "")), after).points().get(AT_F).answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void aRunThatHasNotBegunNeedsFittingInput() {
    Judgement judgement = Judge.judge(run("n:long"), run("n:int"));

    assertThat(judgement.start().answer()).isEqualTo(Verdict.Answer.CANNOT);
    assertThat(only(judgement.start()).kind()).isEqualTo(Reason.Kind.INPUT);
    assertThat(Judge.judge(run("n:int"), run("n:long")).start().answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void theInputOfARunThatHasNotBegunIsReadByPlace() {
    Judgement exchanged = Judge.judge(run("from:int to:int"), run("to:int from:int"));

    assertThat(exchanged.start().answer()).isEqualTo(Verdict.Answer.CONTINUES_WITH);
    assertThat(exchanged.start().reasons().get(0).text())
        .contains("parameter=to, given as=from. Nothing need be done");
    assertThat(Judge.judge(run("from:int to:int"), run("start:int end:int")).start().answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void aStackIsAsGoodAsItsWorstFrame() {
    StepGraph before =
        Graphs.workflow()
            .method("run", "", call("visit()", "a:int@1"))
            .method("visit()", "", sleep(""))
            .graph();
    StepGraph after =
        Graphs.workflow()
            .method("run", "", call("visit()", "a:int@2"))
            .method("visit()", "", sleep(""))
            .graph();

    Verdict verdict =
        Judge.judge(before, after)
            .stack(List.of(new Position("run", "call:visit"), new Position("visit()", "sleep")));

    assertThat(only(verdict).kind()).isEqualTo(Reason.Kind.KEPT_LOCAL);
    assertThat(Judge.judge(before, after).points().get(new Position("visit()", "sleep")).answer())
        .isEqualTo(Verdict.Answer.CONTINUES);
  }

  @Test
  void aFrameOfAMethodThatIsNotCalledThereAnyMoreCannotGoOn() {
    StepGraph before =
        Graphs.workflow()
            .method("run", "", call("visit()", ""))
            .method("visit()", "", sleep(""))
            .graph();

    Verdict verdict =
        Judge.judge(before, run("", call("visit(int)", "")))
            .stack(List.of(new Position("run", "call:visit"), new Position("visit()", "sleep")));

    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.CANNOT);
    assertThat(verdict.reasons().get(0).kind()).isEqualTo(Reason.Kind.HELPER_CHANGED);
  }

  @Test
  void aWorkflowThatIsGoneStopsItsRuns() {
    StepGraph before = run("", step("A.f", "", ""));

    Judgement judgement =
        Judge.of(StepGraphs.of(List.of(before)), StepGraphs.of(List.of())).all().get(0);

    assertThat(only(judgement.points().get(AT_F)).kind()).isEqualTo(Reason.Kind.WORKFLOW_GONE);
    assertThat(judgement.worst()).isEqualTo(Verdict.Answer.CANNOT);
  }

  @Test
  void refusesAStackThatTheEarlierCodeCannotHave() {
    StepGraph graph = run("", sleep(""));

    assertThatThrownBy(() -> Judge.judge(graph, graph).stack(List.of(AT_F)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the earlier code has no frame run@step:A.f");
  }

  private static StepGraph run(String parameters, String... points) {
    return Graphs.workflow().method("run", parameters, points).graph();
  }

  private static Verdict judge(String before, String after) {
    return Judge.judge(run("", before), run("", after)).points().get(AT_F);
  }

  private static Reason only(Verdict verdict) {
    assertThat(verdict.reasons()).hasSize(1);
    return verdict.reasons().get(0);
  }
}

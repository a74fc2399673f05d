package dev.everstep.upgrade;

import dev.everstep.codec.Mismatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a stack of frames, in the way in which the engine restores one: the outermost frame is the
 * entry's, and each other one that of the method that the frame around it calls where it waits.
 */
final class StackJudge {
  private Verdict verdict = Verdict.of(List.of());
  private Code old;
  private @Nullable Code now;
  private StepGraph.@Nullable Method oldMethod;
  private StepGraph.@Nullable Method nowMethod;

  StackJudge(Code old, Code now) {
    this.old = old;
    this.now = now;
    this.oldMethod = old.graph().methods().get(0);
    this.nowMethod = now.graph().methods().get(0);
  }

  /**
   * Returns the verdict.
   *
   * @param frames the outermost first, at least one
   * @throws IllegalArgumentException if the earlier code has no such frames
   */
  Verdict verdict(List<Standing> frames) {
    for (int i = 0; i < frames.size(); i++) {
      Position frame = frames.get(i).at();
      StepGraph.Method method = oldMethod;
      StepGraph.Point accepted = method == null ? null : method.point(frame.point()).orElse(null);
      if (method == null || accepted == null) {
        throw new IllegalArgumentException("the earlier code has no frame " + frame);
      }
      Code code = now;
      Code both = code == null ? old : old.and(code.types());
      StepGraph.Point counterpart =
          nowMethod == null ? null : nowMethod.point(frame.point()).orElse(null);
      StepGraph.Point point = frames.get(i).point(accepted, both, counterpart);
      boolean isOlder = point != accepted;
      PointJudge judge = new PointJudge(frame.method(), point, isOlder ? both : old, isOlder);
      if (code == null) {
        verdict = verdict.and(judge.withoutCode());
      } else {
        Verdict own = judge.verdict(nowMethod, code);
        verdict = verdict.and(own);
      }
      if (i < frames.size() - 1) {
        StepGraph.Point current =
            nowMethod == null || code == null
                ? null
                : Migrated.of(point, old, nowMethod, code)
                    .map(Migrated::to)
                    .or(() -> nowMethod.point(frame.point()))
                    .orElse(null);
        enter(point, current);
        if (verdict.answer() == Verdict.Answer.CANNOT) {
          return verdict;
        }
        if (nowMethod == null) {
          Position inner = frames.get(i + 1).at();
          return verdict.and(
              Verdict.of(
                  List.of(
                      new Reason(
                          Reason.Kind.HELPER_GONE,
                          inner.method(),
                          inner.point(),
                          null,
                          Mismatch.unknownPoint(inner.method(), inner.point()).text(),
                          "The durable method is gone. Keep it until no run waits in it, or"
                              + " migrate those runs."))));
        }
      }
    }
    return verdict;
  }

  private void enter(StepGraph.Point point, StepGraph.@Nullable Point current) {
    StepGraph.Callee called = point.callee();
    if (called == null) {
      throw new IllegalArgumentException("no frame stands on " + point.id());
    }
    Code inside = old.inside(point);
    if (inside == null) {
      throw new IllegalArgumentException(
          "the earlier code of " + old.root().name() + " has no class " + called.className());
    }
    old = inside;
    oldMethod = inside.graph().method(called.method()).orElse(null);
    StepGraph.Callee calls = current == null ? null : current.callee();
    now = current == null || now == null ? null : now.inside(current);
    nowMethod =
        calls == null || now == null ? null : now.graph().method(calls.method()).orElse(null);
  }
}

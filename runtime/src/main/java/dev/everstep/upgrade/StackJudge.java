package dev.everstep.upgrade;

import dev.everstep.codec.Mismatch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a stack of frames, in the way in which the engine restores one: the outermost frame is the
 * entry's, and each other one that of the method that the frame around it calls where it waits.
 */
final class StackJudge {
  private final StepGraphs before;
  private final StepGraphs after;
  private final StepGraph root;
  private Verdict verdict = Verdict.of(List.of());
  private StepGraph old;
  private @Nullable StepGraph now;
  private StepGraph.@Nullable Method oldMethod;
  private StepGraph.@Nullable Method nowMethod;

  StackJudge(StepGraph old, StepGraph now, StepGraphs before, StepGraphs after) {
    this.before = before;
    this.after = after;
    this.root = old;
    this.old = old;
    this.now = now;
    this.oldMethod = old.methods().get(0);
    this.nowMethod = now.methods().get(0);
  }

  /**
   * Returns the verdict.
   *
   * @param frames the outermost first, at least one
   * @throws IllegalArgumentException if the earlier code has no such frames
   */
  Verdict verdict(List<Position> frames) {
    for (int i = 0; i < frames.size(); i++) {
      Position frame = frames.get(i);
      StepGraph.Method method = oldMethod;
      StepGraph.Point point = method == null ? null : method.point(frame.point()).orElse(null);
      if (method == null || point == null) {
        throw new IllegalArgumentException("the earlier code has no frame " + frame);
      }
      PointJudge judge = new PointJudge(frame.method(), point, old);
      StepGraph code = now;
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
                : Migrated.of(point, nowMethod, code)
                    .map(Migrated::to)
                    .or(() -> nowMethod.point(frame.point()))
                    .orElse(null);
        enter(point, current);
        if (verdict.answer() == Verdict.Answer.CANNOT) {
          return verdict;
        }
        if (nowMethod == null) {
          Position inner = frames.get(i + 1);
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
    StepGraph home = before.ofClass(called.className()).orElse(null);
    if (home == null) {
      throw new IllegalArgumentException(
          "the earlier code of " + root.name() + " has no class " + called.className());
    }
    old = home;
    oldMethod = home.method(called.method()).orElse(null);
    StepGraph.Callee calls = current == null ? null : current.callee();
    now = calls == null ? null : after.ofClass(calls.className()).orElse(null);
    Optional<StepGraph.Method> next =
        calls == null || now == null ? Optional.empty() : now.method(calls.method());
    nowMethod = next.orElse(null);
  }
}

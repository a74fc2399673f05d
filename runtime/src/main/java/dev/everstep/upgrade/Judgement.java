package dev.everstep.upgrade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts for one workflow, or one class with durable methods.
 *
 * @param before the earlier step graph
 * @param after the later one; null if there is none any more
 * @param start for a run that stands before its first line; of a class with durable methods, that
 *     it continues
 * @param points for a frame at each point of the earlier code, in the order of its source; what
 *     waits below or above it in a stack is not looked at, see {@link Judge#stack}
 */
public record Judgement(
    StepGraph before, @Nullable StepGraph after, Verdict start, Map<Position, Verdict> points) {
  /** Copies the map. */
  public Judgement {
    points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
  }

  /** Returns the worst answer. */
  public Verdict.Answer worst() {
    Verdict.Answer worst = start.answer();
    for (Verdict verdict : points.values()) {
      worst = verdict.answer().compareTo(worst) > 0 ? verdict.answer() : worst;
    }
    return worst;
  }

  /**
   * Returns the verdict for a run whose frames are all of this file.
   *
   * @param frames the outermost first; none of a run that has not begun
   */
  public Verdict stack(List<Position> frames) {
    return Judge.of(
            StepGraphs.of(List.of(before)),
            StepGraphs.of(after == null ? List.of() : List.of(after)))
        .stack(before.name(), frames);
  }
}

package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the step graphs of earlier and later code. It assumes the worst: what would be right for
 * some runs only is not said to continue. Immutable.
 */
public final class Judge {
  private final StepGraphs before;
  private final StepGraphs after;

  private Judge(StepGraphs before, StepGraphs after) {
    this.before = before;
    this.after = after;
  }

  /** Returns a judge for a program. */
  public static Judge of(StepGraphs before, StepGraphs after) {
    return new Judge(before, after);
  }

  /** Returns the verdicts for a workflow, or a class with durable methods, on its own. */
  public static Judgement judge(StepGraph before, StepGraph after) {
    return of(StepGraphs.of(List.of(before)), StepGraphs.of(List.of(after)))
        .judgement(before, after);
  }

  /** Returns the verdicts for all that earlier code had, by the names of their classes. */
  public List<Judgement> all() {
    List<Judgement> all = new ArrayList<>();
    for (StepGraph graph : before.all()) {
      all.add(judgement(graph, now(graph).orElse(null)));
    }
    return all;
  }

  private Optional<StepGraph> now(StepGraph graph) {
    return graph.kind() == StepGraph.Kind.WORKFLOW
        ? after.workflow(graph.name())
        : after.ofClass(graph.className());
  }

  private Judgement judgement(StepGraph old, @Nullable StepGraph now) {
    Map<Position, Verdict> points = new LinkedHashMap<>();
    for (StepGraph.Method method : old.methods()) {
      boolean isEntry = old.entry().filter(method::equals).isPresent();
      Optional<StepGraph.Method> counterpart =
          now == null ? Optional.empty() : isEntry ? now.entry() : now.method(method.name());
      for (StepGraph.Point point : method.points()) {
        PointJudge judge = new PointJudge(method.name(), point, old);
        points.put(
            new Position(method.name(), point.id()),
            now == null ? judge.withoutCode() : judge.verdict(counterpart.orElse(null), now));
      }
    }
    Verdict start = old.kind() == StepGraph.Kind.WORKFLOW ? start(old, now) : Verdict.of(List.of());
    return new Judgement(old, now, start, points);
  }

  private Verdict start(StepGraph old, @Nullable StepGraph now) {
    return now == null
        ? PointJudge.withoutCode(old, old.methods().get(0).name(), null)
        : PointJudge.start(old, now);
  }

  /**
   * Returns the verdict for a run.
   *
   * @param workflow its stored name
   * @param frames where its frames wait, the outermost first; none if it has not begun
   * @throws IllegalArgumentException if the earlier code has no such workflow or frames
   */
  public Verdict stack(String workflow, List<Position> frames) {
    StepGraph old =
        before
            .workflow(workflow)
            .orElseThrow(() -> new IllegalArgumentException("no workflow " + workflow));
    StepGraph now = after.workflow(workflow).orElse(null);
    if (frames.isEmpty() || now == null) {
      return start(old, now);
    }
    return new StackJudge(old, now, before, after).verdict(frames);
  }
}

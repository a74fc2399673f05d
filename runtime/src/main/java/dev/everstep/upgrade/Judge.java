package dev.everstep.upgrade;

import dev.everstep.state.HeadState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        : after.ofClass(graph.className()).or(() -> moved(graph));
  }

  /** Returns a class in another package: frames name classes without. */
  private Optional<StepGraph> moved(StepGraph graph) {
    List<StepGraph> same =
        after.all().stream()
            .filter(one -> one.kind() == graph.kind() && Code.name(one).equals(Code.name(graph)))
            .filter(one -> before.ofClass(one.className()).isEmpty())
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  private Judgement judgement(StepGraph old, @Nullable StepGraph now) {
    Map<Position, Verdict> points = new LinkedHashMap<>();
    for (StepGraph.Method method : old.methods()) {
      Optional<StepGraph.Method> counterpart =
          now == null ? Optional.empty() : counterpart(old, method, now);
      List<Instance> instances =
          now == null || method.typeParameters().isEmpty()
              ? List.of()
              : instances(old, method, new HashSet<>());
      for (StepGraph.Point point : method.points()) {
        Verdict verdict =
            now != null && instances.isEmpty()
                ? new Instance(Code.of(old, before), Code.of(now, after))
                    .verdict(method, point, counterpart.orElse(null))
                : Verdict.of(List.of());
        for (Instance one : instances) {
          verdict = verdict.and(one.verdict(method, point, counterpart.orElse(null)));
        }
        points.put(
            new Position(method.name(), point.id()),
            now == null
                ? new PointJudge(method.name(), point, Code.of(old, before)).withoutCode()
                : verdict);
      }
    }
    Verdict start = old.kind() == StepGraph.Kind.WORKFLOW ? start(old, now) : Verdict.of(List.of());
    return new Judgement(old, now, start, points);
  }

  /** What the type parameters of a method stand for, in earlier code and now. */
  private record Instance(Code before, Code after) {
    Verdict verdict(
        StepGraph.Method method, StepGraph.Point point, StepGraph.@Nullable Method counterpart) {
      return new PointJudge(method.name(), point, before).verdict(counterpart, after);
    }

    Optional<Instance> inside(StepGraph.Point call, StepGraph.Point now) {
      Code from = before.inside(call);
      Code to = after.inside(now);
      return from == null || to == null ? Optional.empty() : Optional.of(new Instance(from, to));
    }
  }

  /**
   * Returns those of all calls of a method that are left, and of the calls of what calls it.
   *
   * @param met methods that call each other; what they are called with from elsewhere counts
   */
  private List<Instance> instances(StepGraph home, StepGraph.Method method, Set<Position> met) {
    List<Instance> all = new ArrayList<>();
    if (!met.add(new Position(home.className(), method.name()))) {
      return all;
    }
    for (StepGraph caller : before.all()) {
      StepGraph now = now(caller).orElse(null);
      if (now == null) {
        continue;
      }
      for (StepGraph.Method calling : caller.methods()) {
        for (StepGraph.Point call : calling.points()) {
          Optional<StepGraph.Point> left =
              counterpart(caller, calling, now).flatMap(one -> one.point(call.id()));
          if (left.isPresent() && calls(call, home, method)) {
            around(caller, calling, now, met)
                .forEach(instance -> instance.inside(call, left.get()).ifPresent(all::add));
          }
        }
      }
    }
    met.remove(new Position(home.className(), method.name()));
    return all;
  }

  private List<Instance> around(
      StepGraph caller, StepGraph.Method calling, StepGraph now, Set<Position> met) {
    return calling.typeParameters().isEmpty()
        ? List.of(new Instance(Code.of(caller, before), Code.of(now, after)))
        : instances(caller, calling, met);
  }

  private boolean calls(StepGraph.Point call, StepGraph home, StepGraph.Method method) {
    StepGraph.Callee callee = call.callee();
    return callee != null
        && before.ofClass(callee.className()).filter(home::equals).isPresent()
        && home.method(callee.method()).filter(method::equals).isPresent();
  }

  private static Optional<StepGraph.Method> counterpart(
      StepGraph old, StepGraph.Method method, StepGraph now) {
    return old.entry().filter(method::equals).isPresent() ? now.entry() : now.method(method.name());
  }

  private Verdict start(StepGraph old, @Nullable StepGraph now) {
    return now == null
        ? PointJudge.withoutCode(old, old.methods().get(0).name(), null)
        : PointJudge.start(old, now);
  }

  /**
   * Returns the verdict for a run whose frames hold what the earlier code stores there.
   *
   * @param workflow its stored name
   * @param frames where its frames wait, the outermost first; none if it has not begun
   * @throws IllegalArgumentException if the earlier code has no such workflow or frames
   */
  public Verdict stack(String workflow, List<Position> frames) {
    return standing(workflow, frames.stream().map(Standing::new).toList());
  }

  /**
   * Returns the verdict for a run as it is stored, which code before the earlier one may have done.
   *
   * @throws IllegalArgumentException as {@link #stack}
   * @throws dev.everstep.UnreadableValueException if its frames cannot be read
   */
  public Verdict run(String workflow, HeadState state) {
    return standing(workflow, Standing.of(state));
  }

  /** As {@link #run}, of the frames of a run. */
  Verdict standing(String workflow, List<Standing> frames) {
    StepGraph old =
        before
            .workflow(workflow)
            .orElseThrow(() -> new IllegalArgumentException("no workflow " + workflow));
    StepGraph now = after.workflow(workflow).orElse(null);
    if (frames.isEmpty() || now == null) {
      return start(old, now);
    }
    return new StackJudge(Code.of(old, before), Code.of(now, after)).verdict(frames);
  }
}

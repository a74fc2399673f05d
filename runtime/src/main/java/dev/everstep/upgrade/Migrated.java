package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where migration code brings a frame.
 *
 * @param by what is called first
 * @param to the point at which the frame goes on
 */
record Migrated(StepGraph.Migration by, StepGraph.Point to) {
  /**
   * Returns what becomes of a frame; empty if it is not migrated. As in the engine, a frame is one
   * of earlier code if its point is gone, or if its locals or the arguments of the step are not
   * those of now.
   */
  static Optional<Migrated> of(
      StepGraph.Point old, Code before, StepGraph.Method method, Code code) {
    StepGraph after = code.graph();
    Optional<StepGraph.Point> now = method.point(old.id());
    if (now.isPresent()
        && holds(old.live(), before, now.get().live(), code)
        && (!old.kind().equals("step")
            || shown(old.arguments(), before).equals(shown(now.get().arguments(), code)))) {
      return Optional.empty();
    }
    Optional<StepGraph.Migration> first = from(old.id(), method, after);
    Optional<StepGraph.Migration> last = first;
    for (int i = 0; i < after.migrations().size() && last.isPresent(); i++) {
      if (!last.get().chained()) {
        return method.point(last.get().to()).map(point -> new Migrated(first.get(), point));
      }
      last = from(last.get().to(), method, after);
    }
    return Optional.empty();
  }

  private static Optional<StepGraph.Migration> from(
      String point, StepGraph.Method method, StepGraph after) {
    return after.migrations().stream()
        .filter(one -> one.method().equals(method.name()) && one.from().equals(point))
        .findFirst();
  }

  /** As codec.StoredFrame says it of a frame. */
  private static boolean holds(
      List<StepGraph.Value> stored, Code before, List<StepGraph.Value> live, Code code) {
    return stored.size() == live.size()
        && live.stream()
            .allMatch(
                wanted ->
                    stored.stream()
                        .anyMatch(
                            local ->
                                wanted.isCalled(local.name())
                                    && before
                                        .type(local)
                                        .shown()
                                        .equals(code.type(wanted).shown())));
  }

  private static List<String> shown(List<StepGraph.Value> values, Code code) {
    List<String> all = new ArrayList<>();
    values.forEach(one -> all.add(code.type(one).shown() + " " + one.name()));
    return all;
  }
}

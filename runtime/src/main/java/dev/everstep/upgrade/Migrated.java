package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where migration code brings frames. */
final class Migrated {
  private Migrated() {}

  /**
   * Returns the point to which a frame is migrated; empty if it is not. As in the engine, a frame
   * is one of earlier code if its point is gone, or if its locals or the arguments of the step are
   * not those of now.
   */
  static Optional<StepGraph.Point> to(
      StepGraph.Point old, StepGraph.Method method, StepGraph after) {
    Optional<StepGraph.Point> now = method.point(old.id());
    if (now.isPresent()
        && shown(old.live()).equals(shown(now.get().live()))
        && (!old.kind().equals("step")
            || ordered(old.arguments()).equals(ordered(now.get().arguments())))) {
      return Optional.empty();
    }
    String at = old.id();
    for (int i = 0; i <= after.migrations().size(); i++) {
      String from = at;
      Optional<StepGraph.Migration> next =
          after.migrations().stream()
              .filter(one -> one.method().equals(method.name()) && one.from().equals(from))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get().to();
      if (method.point(at).isPresent()) {
        return method.point(at);
      }
    }
    return Optional.empty();
  }

  private static List<String> shown(List<StepGraph.Value> values) {
    return ordered(values).stream().sorted().toList();
  }

  private static List<String> ordered(List<StepGraph.Value> values) {
    List<String> all = new ArrayList<>();
    values.forEach(one -> all.add(TypeRef.of(one.type()).shown() + " " + one.name()));
    return all;
  }
}

package dev.everstep.processor.identity;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What locals were called in the baseline. A local that is new at a point is one that is gone
 * there, if both have one type and are made in the same way, and no other two are; or if they have
 * one type and stand at the same place of the frame, and the code behind the point is untouched.
 */
public final class RenamedLocals {
  private final Frame frame;
  private final BiFunction<Site, Variable, String> made;
  private final Function<Variable, String> types;
  private final Map<Variable, Set<String>> renamed = new LinkedHashMap<>();
  private final Map<Variable, Set<String>> carried = new LinkedHashMap<>();
  private final Map<Variable, Set<String>> beside = new LinkedHashMap<>();
  private final List<Map<Variable, String>> matches = new ArrayList<>();

  private RenamedLocals(
      Frame frame, BiFunction<Site, Variable, String> made, Function<Variable, String> types) {
    this.frame = frame;
    this.made = made;
    this.types = types;
  }

  /**
   * Returns the former names of variables, the latest first.
   *
   * @param body with the ids that the baseline gives
   * @param made the fingerprint of how a variable's value came about at a point
   * @param types the text of a variable's type
   */
  public static Map<Variable, List<String>> of(
      Body body,
      Frame frame,
      Fingerprints fingerprints,
      Baseline.Method before,
      BiFunction<Site, Variable, String> made,
      Function<Variable, String> types) {
    RenamedLocals renames = new RenamedLocals(frame, made, types);
    for (Site site : body.sites()) {
      before.points().stream()
          .filter(point -> point.id().equals(site.id()))
          .forEach(
              point ->
                  renames.compare(site, point, fingerprints.segments().get(site.ordinal() - 1)));
    }
    return renames.all();
  }

  private void compare(Site site, Baseline.Point old, String segment) {
    List<Variable> now = frame.live(site);
    Set<String> names = new HashSet<>();
    now.forEach(variable -> names.add(frame.storedName(variable)));
    now.forEach(variable -> beside.computeIfAbsent(variable, one -> new HashSet<>()).addAll(names));
    List<Baseline.Local> gone =
        old.live().stream().filter(local -> !names.contains(local.name())).toList();
    Map<Variable, String> matched = new LinkedHashMap<>();
    now.forEach(variable -> matched.put(variable, ""));
    matches.add(matched);
    boolean untouched = segment.equals(old.traits().segment()) && now.size() == old.live().size();
    for (int i = 0; i < now.size(); i++) {
      Variable variable = now.get(i);
      Baseline.Local same = named(old.live(), frame.storedName(variable));
      if (same != null) {
        carry(variable, same);
        continue;
      }
      Baseline.Local match = match(site, variable, now, gone, old.live());
      if (match == null && untouched && gone.contains(old.live().get(i))) {
        match = isOfType(variable, old.live().get(i)) ? old.live().get(i) : null;
      }
      if (match != null) {
        renamed.computeIfAbsent(variable, one -> new LinkedHashSet<>()).add(match.name());
        matched.put(variable, match.name());
        carry(variable, match);
      }
    }
  }

  private static Baseline.@Nullable Local named(List<Baseline.Local> locals, String name) {
    return locals.stream().filter(local -> local.name().equals(name)).findFirst().orElse(null);
  }

  private void carry(Variable variable, Baseline.Local local) {
    carried.computeIfAbsent(variable, one -> new LinkedHashSet<>()).addAll(local.former());
  }

  private boolean isOfType(Variable variable, Baseline.Local local) {
    return types.apply(variable).equals(local.type());
  }

  private boolean isMadeAs(Site site, Variable variable, Baseline.Local local) {
    return isOfType(variable, local)
        && !local.made().isEmpty()
        && local.made().equals(made.apply(site, variable));
  }

  /** Returns the only local that is made in the same way, if this is the only one that is. */
  private Baseline.@Nullable Local match(
      Site site,
      Variable variable,
      List<Variable> now,
      List<Baseline.Local> gone,
      List<Baseline.Local> before) {
    List<Baseline.Local> same =
        gone.stream().filter(local -> isMadeAs(site, variable, local)).toList();
    if (same.size() != 1) {
      return null;
    }
    boolean alone =
        now.stream()
            .filter(other -> other != variable)
            .filter(other -> named(before, frame.storedName(other)) == null)
            .noneMatch(other -> isMadeAs(site, other, same.get(0)));
    return alone ? same.get(0) : null;
  }

  /** A name that another local has now, at a point where both are stored, would be read as that. */
  private Map<Variable, List<String>> all() {
    Map<Variable, List<String>> all = new LinkedHashMap<>();
    Set<Variable> variables = new LinkedHashSet<>(renamed.keySet());
    variables.addAll(carried.keySet());
    for (Variable variable : variables) {
      Set<String> before = renamed.getOrDefault(variable, Set.of());
      List<String> names = new ArrayList<>(before.size() == 1 ? before : Set.of());
      carried.getOrDefault(variable, Set.of()).stream()
          .filter(name -> !names.contains(name))
          .forEach(names::add);
      names.removeAll(beside.getOrDefault(variable, Set.of()));
      all.put(variable, names);
    }
    matches.forEach(matched -> keepOneOfEach(matched, all));
    all.values().removeIf(List::isEmpty);
    return all;
  }

  /**
   * What one variable was has become two, say: where both are stored, only one can be read as it.
   */
  private static void keepOneOfEach(
      Map<Variable, String> matched, Map<Variable, List<String>> all) {
    Map<String, List<Variable>> holders = new LinkedHashMap<>();
    for (Variable variable : matched.keySet()) {
      for (String name : all.getOrDefault(variable, List.of())) {
        holders.computeIfAbsent(name, one -> new ArrayList<>()).add(variable);
      }
    }
    holders.forEach(
        (name, variables) -> {
          if (variables.size() > 1) {
            variables.stream()
                .filter(variable -> !name.equals(matched.get(variable)))
                .forEach(variable -> all.get(variable).remove(name));
          }
        });
  }
}

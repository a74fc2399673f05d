package dev.everstep.processor.identity;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Lowering;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which durable methods had another name in the baseline. A new method is one that is gone if both
 * have the same parameters, points and code, and no other two of them do. Calls of it go on to be
 * called as before, so that frames that wait at them are found.
 */
public final class RenamedMethods {
  private final Baseline baseline;
  private final Map<String, List<String>> former = new LinkedHashMap<>();

  private RenamedMethods(Baseline baseline) {
    this.baseline = baseline;
  }

  /** Returns the methods with the names that they had. */
  public static List<Body> of(List<Body> bodies, Baseline baseline) {
    RenamedMethods renames = new RenamedMethods(baseline);
    List<Body> helpers = bodies.stream().filter(body -> !body.method().isEntry()).toList();
    baseline
        .helpers()
        .filter(method -> !method.former().isEmpty())
        .forEach(method -> renames.former.put(method.name(), method.former()));
    renames.find(helpers);
    Map<String, String> calls = renames.calls();
    return bodies.stream()
        .map(
            body ->
                body.renamed(
                    body.method().isEntry()
                        ? List.of()
                        : renames.former.getOrDefault(body.method().storedName(), List.of()),
                    calls))
        .toList();
  }

  private void find(List<Body> helpers) {
    Set<String> names =
        helpers.stream()
            .map(body -> body.method().storedName())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Baseline.Method> gone =
        baseline
            .helpers()
            .filter(method -> !names.contains(method.name()) && !method.points().isEmpty())
            .toList();
    Set<String> known = baseline.helpers().map(Baseline.Method::name).collect(Collectors.toSet());
    List<Body> added =
        helpers.stream().filter(body -> !known.contains(body.method().storedName())).toList();
    for (Body body : added) {
      List<Baseline.Method> same = gone.stream().filter(old -> isSame(body, old)).toList();
      if (same.size() == 1
          && added.stream().filter(other -> isSame(other, same.get(0))).count() == 1) {
        List<String> all = new ArrayList<>(List.of(same.get(0).name()));
        all.addAll(same.get(0).former());
        all.remove(body.method().storedName());
        former.put(body.method().storedName(), all);
      }
    }
  }

  private boolean isSame(Body body, Baseline.Method old) {
    String name = body.method().storedName();
    if (!parameters(name).equals(parameters(old.name()))
        || body.sites().size() != old.points().size()) {
      return false;
    }
    Map<String, String> calls = calls();
    calls.put(name, call(old.former().isEmpty() ? old.name() : oldest(old.former())));
    Body renamed = body.renamed(List.of(), calls);
    Flow flow = Lowering.lower(renamed);
    Fingerprints now = Fingerprints.of(renamed, flow, Frame.of(renamed, flow));
    for (int i = 0; i < renamed.sites().size(); i++) {
      Site site = renamed.sites().get(i);
      Traits traits = old.points().get(i).traits();
      if (!site.name().equals(traits.name()) || !now.segments().get(i).equals(traits.segment())) {
        return false;
      }
    }
    return now.entry().equals(old.entry());
  }

  private static String parameters(String storedName) {
    return storedName.substring(storedName.indexOf('('));
  }

  private static String oldest(List<String> names) {
    return names.get(names.size() - 1);
  }

  private static String call(String storedName) {
    return "call:" + storedName.substring(0, storedName.indexOf('('));
  }

  /** Returns what calls of renamed methods are called: as the first of all versions called them. */
  private Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    former.forEach((name, names) -> calls.put(name, call(oldest(names))));
    return calls;
  }

  /** Returns what a method is called in the baseline. */
  public static Baseline.Method before(Body body, Baseline baseline) {
    if (body.method().isEntry()) {
      return baseline.entry();
    }
    String name = body.method().storedName();
    boolean known = baseline.helpers().anyMatch(method -> method.name().equals(name));
    return baseline.helper(known || body.former().isEmpty() ? name : body.former().get(0));
  }
}

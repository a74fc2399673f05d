package dev.everstep.processor.identity;

import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the points of a method are called.
 *
 * @param points in the order of the source
 * @param retired those that are gone, by index; their ids and indices are never given again
 */
public record Identities(List<Site.Identity> points, List<Baseline.Point> retired) {
  /** Copies the lists. */
  public Identities {
    points = List.copyOf(points);
    retired = List.copyOf(retired);
  }

  /**
   * Returns the identities of a method that had others before. A point of the baseline keeps its id
   * and index; a retired one that comes back takes them again; a new one gets the next {@code #n}
   * of its name and the next index above all that were ever given.
   *
   * @param points in the order of the source
   */
  public static Identities of(List<Traits> points, Baseline.Method baseline) {
    Map<Integer, Baseline.Point> known = new TreeMap<>();
    Matching.of(baseline.points().stream().map(Baseline.Point::traits).toList(), points)
        .forEach((now, old) -> known.put(now, baseline.points().get(old)));
    revive(points, baseline.retired(), known);
    Numbers numbers = new Numbers(baseline);
    List<Site.Identity> identities = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Baseline.Point point = known.get(i);
      identities.add(
          point == null
              ? numbers.next(points.get(i).name())
              : new Site.Identity(point.id(), point.index()));
    }
    return new Identities(
        identities,
        Stream.concat(baseline.points().stream(), baseline.retired().stream())
            .filter(point -> !known.containsValue(point))
            .sorted(Comparator.comparingInt(Baseline.Point::index))
            .toList());
  }

  /**
   * Gives removed points back what they had, since undoing an edit is no new step: to the same
   * call; to another call if the name was gone, and had been given once.
   */
  private static void revive(
      List<Traits> points, List<Baseline.Point> retired, Map<Integer, Baseline.Point> known) {
    for (int i = 0; i < points.size(); i++) {
      Traits point = points.get(i);
      if (!known.containsKey(i)) {
        List<Baseline.Point> same =
            unused(point.name(), retired, known)
                .filter(one -> one.traits().call().equals(point.call()))
                .toList();
        if (!same.isEmpty()) {
          known.put(i, same.get(0));
        }
      }
    }
    Map<String, List<Integer>> left = new TreeMap<>();
    IntStream.range(0, points.size())
        .filter(i -> !known.containsKey(i))
        .forEach(i -> left.computeIfAbsent(points.get(i).name(), name -> new ArrayList<>()).add(i));
    left.forEach(
        (name, alike) -> {
          List<Baseline.Point> candidates = unused(name, retired, known).toList();
          boolean gone =
              known.values().stream().noneMatch(point -> point.traits().name().equals(name));
          if (gone && candidates.size() == 1 && alike.size() == 1) {
            known.put(alike.get(0), candidates.get(0));
          }
        });
  }

  private static Stream<Baseline.Point> unused(
      String name, List<Baseline.Point> retired, Map<Integer, Baseline.Point> known) {
    return retired.stream()
        .filter(point -> point.traits().name().equals(name))
        .filter(point -> !known.containsValue(point));
  }

  /** The ids and indices that are free. */
  private static final class Numbers {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();
    private int index;

    Numbers(Baseline.Method baseline) {
      Stream.concat(baseline.points().stream(), baseline.retired().stream())
          .forEach(
              point -> {
                ids.add(point.id());
                last.merge(point.traits().name(), nth(point), Math::max);
                index = Math.max(index, point.index());
              });
    }

    /** Returns the number in an id, 1 if it has none. */
    private static int nth(Baseline.Point point) {
      String before = point.traits().name() + "#";
      String number = point.id().startsWith(before) ? point.id().substring(before.length()) : "";
      return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 1;
    }

    Site.Identity next(String name) {
      String id;
      do { // a name may itself end in #n
        int nth = last.merge(name, 1, Integer::sum);
        id = nth == 1 ? name : name + "#" + nth;
      } while (!ids.add(id));
      return new Site.Identity(id, ++index);
    }
  }
}

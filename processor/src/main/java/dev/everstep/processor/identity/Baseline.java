package dev.everstep.processor.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an earlier step graph says of ids and indices, and of what frames hold.
 *
 * @param methods the entry first; of a class without one, an empty method in its place
 * @param removed methods that are gone, whose points are all retired
 * @param frames what is stored at each point, by method and point
 */
public record Baseline(
    List<Method> methods, List<Method> removed, Map<String, Map<String, StoredFrame>> frames) {
  /** Copies the lists. */
  public Baseline {
    methods = List.copyOf(methods);
    removed = List.copyOf(removed);
    frames = Map.copyOf(frames);
  }

  /**
   * Returns what is stored at the points of a method, by id.
   *
   * @param name what frames call it; of the entry, what they call it now
   */
  public Map<String, StoredFrame> frames(String name, boolean isEntry) {
    return frames.getOrDefault(isEntry ? entry().name() : name, Map.of());
  }

  /**
   * A method.
   *
   * @param points in the order of their source
   * @param retired points that were removed
   */
  public record Method(String name, List<Point> points, List<Point> retired) {
    /** Copies the lists. */
    public Method {
      points = List.copyOf(points);
      retired = List.copyOf(retired);
    }

    private Method retire() {
      List<Point> all = new ArrayList<>(retired);
      all.addAll(points);
      all.sort(Comparator.comparingInt(Point::index));
      return new Method(name, List.of(), all);
    }
  }

  /** A suspension point. */
  public record Point(String id, int index, Traits traits) {}

  /** Returns the entry, whatever it is called now. */
  public Method entry() {
    return methods.get(0);
  }

  /** Returns what is known of a helper, which may have been removed in between. */
  public Method helper(String name) {
    return Stream.concat(helpers(), removed.stream())
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Method(name, List.of(), List.of()));
  }

  /**
   * Returns the methods that are gone.
   *
   * @param left the names of the helpers of now
   */
  public List<Method> removed(Set<String> left) {
    return Stream.concat(helpers(), removed.stream())
        .filter(method -> !left.contains(method.name()))
        .map(Method::retire)
        .toList();
  }

  private Stream<Method> helpers() {
    return methods.stream().skip(1);
  }
}

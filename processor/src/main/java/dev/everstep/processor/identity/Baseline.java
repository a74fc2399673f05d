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
 * @param migrated what migrations that were accepted take of frames before, by method and point
 */
public record Baseline(
    List<Method> methods,
    List<Method> removed,
    Map<String, Map<String, StoredFrame>> frames,
    Map<String, Map<String, StoredFrame>> migrated) {
  /** Copies the lists. */
  public Baseline {
    methods = List.copyOf(methods);
    removed = List.copyOf(removed);
    frames = Map.copyOf(frames);
    migrated = Map.copyOf(migrated);
  }

  /**
   * Returns what is stored at the points of a method, by id.
   *
   * @param name what frames call it; of the entry, what they call it now
   */
  public Map<String, StoredFrame> frames(String name, boolean isEntry) {
    return frames.getOrDefault(isEntry ? entry().name() : name, Map.of());
  }

  /** Returns what migrations of a method that were accepted take, by the id of their place. */
  public Map<String, StoredFrame> migrated(String name, boolean isEntry) {
    return migrated.getOrDefault(isEntry ? entry().name() : name, Map.of());
  }

  /**
   * A method.
   *
   * @param former names that it had before, the latest first
   * @param entry the fingerprint of the code from its beginning; empty if it is not known
   * @param points in the order of their source
   * @param retired points that were removed
   */
  public record Method(
      String name, List<String> former, String entry, List<Point> points, List<Point> retired) {
    /** Copies the lists. */
    public Method {
      former = List.copyOf(former);
      points = List.copyOf(points);
      retired = List.copyOf(retired);
    }

    /** Creates a method that has always had its name, and of whose beginning nothing is known. */
    public Method(String name, List<Point> points, List<Point> retired) {
      this(name, List.of(), "", points, retired);
    }

    private Method retire() {
      List<Point> all = new ArrayList<>(retired);
      all.addAll(points);
      all.sort(Comparator.comparingInt(Point::index));
      return new Method(name, former, "", List.of(), all);
    }
  }

  /**
   * A suspension point.
   *
   * @param live what is stored there; none of a retired one
   */
  public record Point(String id, int index, Traits traits, List<Local> live) {
    /** Copies the list. */
    public Point {
      live = List.copyOf(live);
    }

    /** Creates a point at which nothing is stored. */
    public Point(String id, int index, Traits traits) {
      this(id, index, traits, List.of());
    }
  }

  /**
   * A local that is stored.
   *
   * @param type in Java's notation
   * @param made the fingerprint of how its value came about; empty if the file has none
   * @param former names that it had before, the latest first
   */
  public record Local(String name, String type, String made, List<String> former) {
    /** Copies the list. */
    public Local {
      former = List.copyOf(former);
    }
  }

  /** Returns the entry, whatever it is called now. */
  public Method entry() {
    return methods.get(0);
  }

  /** Returns what is known of a helper, which may have been removed in between. */
  public Method helper(String name) {
    return Stream.concat(helpers(), removed.stream())
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Method(name, List.of(), "", List.of(), List.of()));
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

  /** Returns the methods but the entry. */
  Stream<Method> helpers() {
    return methods.stream().skip(1);
  }
}

package dev.everstep.codec;

import java.util.Map;
import java.util.Set;

/**
 * The member names by which a frame says what JSON alone cannot: each is the first member of its
 * object.
 *
 * <pre>{@code
 * {"@ref": 0}                                  the first of the document's shared objects
 * {"@is": "TreeMap", "@value": {"a": 1}}       a container of another class than the plain one
 * }</pre>
 */
final class Marks {
  /** A reference to a shared object, by index. */
  static final String REFERENCE = "@ref";

  /** The class of a container, by the name that {@link Containers} gives it. */
  static final String CLASS = "@is";

  /** The content of that container. */
  static final String VALUE = "@value";

  private static final Set<String> ALL = Set.of(REFERENCE, CLASS, VALUE);

  private Marks() {}

  /** Returns whether a map's JSON would begin like a mark. */
  static boolean areIn(Map<?, ?> map) {
    return !map.isEmpty() && ALL.contains(String.valueOf(map.keySet().iterator().next()));
  }
}

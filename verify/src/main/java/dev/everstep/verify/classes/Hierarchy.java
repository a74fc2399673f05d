package dev.everstep.verify.classes;

import dev.everstep.catalogue.Types;
import dev.everstep.verify.read.ClassSummary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes are whose subclasses, and which method a call finds. */
public final class Hierarchy implements Types {
  private static final String OBJECT = "java/lang/Object";

  private final ClassPath classes;
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<String, List<String>> binaryNames = new HashMap<>();

  /** Creates one over the classes of a class path. */
  public Hierarchy(ClassPath classes) {
    this.classes = classes;
  }

  /** Returns the class path. */
  public ClassPath classes() {
    return classes;
  }

  @Override
  public List<String> supertypes(String type) {
    return binaryNames.computeIfAbsent(
        type,
        name ->
            above(name.replace('.', '/')).stream().map(each -> each.replace('/', '.')).toList());
  }

  /**
   * Returns the supertypes of a class, itself left out: nearer ones first, classes before
   * interfaces.
   *
   * @param name an internal name
   */
  public Set<String> above(String name) {
    Set<String> known = supertypes.get(name);
    if (known == null) {
      known = find(name);
      supertypes.put(name, known);
    }
    return known;
  }

  private Set<String> find(String name) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      JavaType type = classes.find(open.remove());
      if (type != null) {
        ClassSummary summary = type.summary();
        List<String> next = new ArrayList<>();
        if (summary.superName() != null) {
          next.add(summary.superName());
        }
        next.addAll(summary.interfaces());
        for (String each : next) {
          if (found.add(each)) {
            open.add(each);
          }
        }
      }
    }
    // The root of all classes is nearest to none.
    if (found.remove(OBJECT)) {
      found.add(OBJECT);
    }
    return found;
  }

  /** Returns whether a class is another one or below it. */
  public boolean isBelow(String name, String other) {
    return name.equals(other) || above(name).contains(other);
  }

  /**
   * Returns the method that a call on an object of a class finds, abstract or not; null if there is
   * none.
   */
  public @Nullable JavaMethod resolve(JavaType type, String name, String descriptor) {
    JavaMethod inInterface = null;
    // Classes of unlike versions can be each other's superclasses; no chain is longer than this.
    int left = above(type.name()).size() + 1;
    for (JavaType each = type; each != null && left > 0; each = superOf(each)) {
      left--;
      JavaMethod method = each.declared(name, descriptor);
      if (method != null) {
        return method;
      }
    }
    for (String above : above(type.name())) {
      JavaType each = classes.find(above);
      if (each != null && each.isInterface()) {
        JavaMethod method = each.declared(name, descriptor);
        if (method != null && (inInterface == null || isMoreSpecific(method, inInterface))) {
          inInterface = method;
        }
      }
    }
    return inInterface;
  }

  private boolean isMoreSpecific(JavaMethod method, JavaMethod other) {
    return other.isBodiless() && !method.isBodiless()
        || isBelow(method.owner().name(), other.owner().name())
            && method.isBodiless() == other.isBodiless();
  }

  /** Returns the superclass; null if there is none, or it is not known. */
  public @Nullable JavaType superOf(JavaType type) {
    String name = type.summary().superName();
    return name == null ? null : classes.find(name);
  }
}

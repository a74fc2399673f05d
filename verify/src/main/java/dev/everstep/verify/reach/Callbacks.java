package dev.everstep.verify.reach;

import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.classes.Origin;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods through which the JDK may call back an object that it is given. */
final class Callbacks {
  private static final String OBJECT = "java/lang/Object";

  /** Of libraries' objects those alone: what else they override, mostly only libraries call. */
  private static final Set<String> COMMON =
      Set.of(
          "java/util/Comparator",
          "java/lang/Comparable",
          "java/lang/Iterable",
          "java/util/Iterator",
          "java/lang/Runnable",
          "java/util/concurrent/Callable");

  private final Hierarchy hierarchy;
  private final Map<JavaType, List<JavaMethod>> known = new HashMap<>();

  Callbacks(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  List<JavaMethod> of(JavaType type) {
    List<JavaMethod> methods = known.get(type);
    if (methods == null) {
      methods = find(type);
      known.put(type, methods);
    }
    return methods;
  }

  private List<JavaMethod> find(JavaType type) {
    Set<JavaMethod> found = new LinkedHashSet<>();
    for (String above : hierarchy.above(type.name())) {
      boolean counts =
          type.isProject() || COMMON.contains(above) || above.startsWith("java/util/function/");
      JavaType declaring = counts ? hierarchy.classes().find(above) : null;
      if (declaring != null && declaring.origin() == Origin.JDK) {
        for (JavaMethod method : declaring.methods()) {
          if (isCalledBack(above, method)) {
            JavaMethod own =
                hierarchy.resolve(type, method.summary().name(), method.summary().descriptor());
            if (own != null && own.owner().hasCode() && !own.isBodiless()) {
              found.add(own);
            }
          }
        }
      }
    }
    return new ArrayList<>(found);
  }

  /** Whether text is made of an object is seen where it is. */
  private static boolean isCalledBack(String declaring, JavaMethod method) {
    String name = method.summary().name();
    boolean counts = !declaring.equals(OBJECT) || name.equals("equals") || name.equals("hashCode");
    return counts
        && !name.equals("toString")
        && method.isOverridable()
        && !Modifier.isFinal(method.summary().access());
  }
}

package dev.everstep.agent;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which uses of static fields count: those of fields in the application's own classes. What
 * libraries keep in statics, caches mostly, is their business.
 */
final class Statics {
  private static final Set<String> CONTAINERS =
      Set.of(
          "Ljava/util/List;",
          "Ljava/util/Set;",
          "Ljava/util/Map;",
          "Ljava/util/Collection;",
          "Ljava/util/Queue;",
          "Ljava/util/Deque;",
          "Ljava/util/Random;",
          "Ljava/lang/StringBuilder;",
          "Ljava/lang/StringBuffer;");

  /** How a static field is used. */
  enum Use {
    WRITE("putstatic"),
    READ("getstatic-mutable"),
    CONTAINER("getstatic-container");

    private final String construct;

    Use(String construct) {
      this.construct = construct;
    }

    /** Returns the name of the construct in the catalogue. */
    String construct() {
      return construct;
    }
  }

  private Statics() {}

  /** Returns how an application's class uses a static field; null if that does not count. */
  static @Nullable Use use(
      boolean isRead,
      GuardedCalls.Target target,
      String owner,
      String name,
      String type,
      Hierarchy hierarchy) {
    if (name.startsWith("$") || hierarchy.isJdk(owner) || !isNear(owner, target.name())) {
      return null; // a compiler's or a tool's own field, or somebody else's
    }
    if (!isRead) {
      return Use.WRITE;
    }
    Map<String, Boolean> fields =
        owner.equals(target.name())
            ? target.file().statics()
            : hierarchy.statics(owner, target.loader());
    if (fields.getOrDefault(name, true)) {
      return isContainer(type) ? Use.CONTAINER : null;
    }
    return Use.READ;
  }

  private static boolean isContainer(String type) {
    return type.startsWith("[")
        || CONTAINERS.contains(type)
        || type.startsWith("Ljava/util/")
            && (type.endsWith("List;")
                || type.endsWith("Set;")
                || type.endsWith("Map;")
                || type.endsWith("Queue;")
                || type.endsWith("Deque;"))
        || type.startsWith("Ljava/util/concurrent/atomic/");
  }

  /** Returns whether two classes have the first two names of their packages in common. */
  private static boolean isNear(String one, String other) {
    return home(one).equals(home(other));
  }

  private static String home(String type) {
    int end = type.lastIndexOf('/');
    int first = type.indexOf('/');
    int second = first < 0 ? -1 : type.indexOf('/', first + 1);
    return type.substring(0, Math.max(0, second < 0 ? end : second));
  }
}

package dev.everstep.verify.reach;

import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.read.FieldSummary;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose {@code hashCode} and {@code toString} differ from process to process. */
final class IdentityHashes {
  private static final String OBJECT = "java/lang/Object";

  private final Hierarchy hierarchy;

  IdentityHashes(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * Returns the class of the JDK whose {@code hashCode} an object of a class has, if that is
   * another one in each process: Object, Enum or Record; null if it is not, or not known to be.
   */
  @Nullable String ownerOfHash(String type, boolean exact) {
    return ownerOfHash(type, exact, new HashSet<>());
  }

  private @Nullable String ownerOfHash(String type, boolean exact, Set<String> open) {
    if (type.startsWith("[")) {
      return "java.lang.Object";
    }
    JavaType found = hierarchy.classes().find(type);
    if (found == null || type.equals(OBJECT) && !exact) {
      return null;
    }
    if (found.isEnum() || hierarchy.above(type).contains("java/lang/Enum")) {
      return "java.lang.Enum";
    }
    if (found.isInterface() || found.isAbstract()) {
      return null;
    }
    JavaMethod method = hierarchy.resolve(found, "hashCode", "()I");
    if (found.isRecord()) {
      return hasIdentityComponent(found, open) ? "java.lang.Record" : null;
    }
    return method != null && method.owner().name().equals(OBJECT) ? "java.lang.Object" : null;
  }

  private boolean hasIdentityComponent(JavaType record, Set<String> open) {
    if (!open.add(record.name())) {
      return false;
    }
    for (FieldSummary field : record.summary().fields()) {
      String type = field.descriptor();
      if (!Modifier.isStatic(field.access())) {
        String name = type.startsWith("L") ? type.substring(1, type.length() - 1) : type;
        boolean isObject = type.startsWith("L") || type.startsWith("[");
        if (isObject && ownerOfHash(name, false, open) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether the {@code toString} of a class shows an identity hash code. */
  boolean isText(String type, boolean exact) {
    if (type.startsWith("[")) {
      return true;
    }
    JavaType found = hierarchy.classes().find(type);
    if (found == null || found.isInterface() || found.isAbstract()) {
      return false;
    }
    JavaMethod method = hierarchy.resolve(found, "toString", "()Ljava/lang/String;");
    boolean inherited = method != null && method.owner().name().equals(OBJECT);
    return inherited && (exact || !type.equals(OBJECT));
  }
}

package dev.everstep.processor.read;

import com.sun.source.tree.ClassTree;
import dev.everstep.processor.model.LocalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The types that a method's own statements declare. Records, enums and interfaces know nothing of
 * the method around them (JLS 8.9, 8.10, 9.1.1), so they can be members of the machine.
 */
final class LocalTypes {
  private final Map<TypeElement, String> names = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<LocalType> all = new ArrayList<>();

  /** Returns whether a type can be a member of the machine. */
  static boolean canMove(Element type) {
    return type.getKind() == ElementKind.RECORD
        || type.getKind() == ElementKind.ENUM
        || type.getKind() == ElementKind.INTERFACE;
  }

  /** Moves a type to the machine. */
  void move(ClassTree tree, TypeElement type, MethodReading reading) {
    String name = type.getSimpleName().toString();
    String unique = name;
    for (int i = 2; !used.add(unique); i++) {
      unique = name + "_" + i;
    }
    names.put(type, unique);
    all.add(new LocalType(type, unique, reading.spliceType(tree, name, unique)));
  }

  /** Returns whether a name means the same in the machine as in the method, as it is written. */
  boolean isAsWritten(TypeElement type) {
    TypeElement local = local(type);
    return local != null && !names.containsKey(local);
  }

  /** Returns the local type that a type is or is declared in, or null. */
  private static @Nullable TypeElement local(TypeElement type) {
    for (Element at = type; at instanceof TypeElement one; at = at.getEnclosingElement()) {
      if (one.getNestingKind() == NestingKind.LOCAL
          || one.getNestingKind() == NestingKind.ANONYMOUS) {
        return one;
      }
    }
    return null;
  }

  /** Returns the types that were moved, in the order of the source. */
  List<LocalType> all() {
    return all;
  }
}

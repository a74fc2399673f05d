package dev.everstep.processor.read;

import com.sun.source.tree.ClassTree;
import dev.everstep.processor.model.LocalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final Set<TypeElement> moved = new HashSet<>();
  private final Set<String> members = new HashSet<>();
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
    String holder = members.add(name) ? null : holder(name, reading.source());
    moved.add(type);
    all.add(new LocalType(type, holder, reading.splice(tree)));
  }

  /** Returns a name that hides nothing, whatever the user's file speaks of. */
  private String holder(String name, String source) {
    int i = 2;
    while (source.contains(name + "_" + i) || !members.add(name + "_" + i)) {
      i++;
    }
    return name + "_" + i;
  }

  /** Returns whether a name means the same in the machine as in the method, as it is written. */
  boolean isAsWritten(TypeElement type) {
    TypeElement local = local(type);
    return local != null && !moved.contains(local);
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

package dev.everstep.processor.live;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Which types a machine cannot write down, since it is not in the class that they are private in.
 */
final class Hidden {
  private static final int DEPTH_MAX = 8;

  private Hidden() {}

  /** Returns a private type that a type consists of; empty if there is none. */
  static Optional<TypeElement> in(TypeMirror type) {
    return in(type, 0);
  }

  private static Optional<TypeElement> in(TypeMirror type, int depth) {
    if (depth > DEPTH_MAX) {
      return Optional.empty();
    } else if (type instanceof ArrayType array) {
      return in(array.getComponentType(), depth + 1);
    } else if (type instanceof WildcardType wildcard) {
      return Stream.of(
              Optional.ofNullable(wildcard.getExtendsBound()),
              Optional.ofNullable(wildcard.getSuperBound()))
          .flatMap(Optional::stream)
          .flatMap(bound -> in(bound, depth + 1).stream())
          .findFirst();
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return isPrivate(element)
          ? Optional.of(element)
          : declared.getTypeArguments().stream()
              .flatMap(argument -> in(argument, depth + 1).stream())
              .findFirst();
    }
    return Optional.empty();
  }

  /** What is private in a type that the body declares moves with it. */
  private static boolean isPrivate(TypeElement type) {
    boolean found = false;
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      found |= at.getModifiers().contains(Modifier.PRIVATE);
      if (at.getEnclosingElement() instanceof ExecutableElement) {
        return false;
      }
    }
    return found;
  }
}

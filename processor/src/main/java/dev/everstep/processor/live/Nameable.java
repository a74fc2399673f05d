package dev.everstep.processor.live;

import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Which types can be written down: those of anonymous classes and intersections cannot. */
public final class Nameable {
  private static final int DEPTH_MAX = 8;

  private Nameable() {}

  /** Returns whether a type and all its parts have a name. */
  public static boolean is(TypeMirror type) {
    return is(type, 0);
  }

  /** Returns whether a type has a name or its values can be held as {@code Object} and cast. */
  public static boolean isField(TypeMirror type) {
    return type.getKind() == TypeKind.INTERSECTION || is(type);
  }

  private static boolean is(TypeMirror type, int depth) {
    if (type.getKind() == TypeKind.INTERSECTION) {
      return false;
    }
    if (depth > DEPTH_MAX) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return is(array.getComponentType(), depth + 1);
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || is(wildcard.getExtendsBound(), depth + 1))
          && (wildcard.getSuperBound() == null || is(wildcard.getSuperBound(), depth + 1));
    }
    return !(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || element.getNestingKind() != NestingKind.ANONYMOUS
            && declared.getTypeArguments().stream().allMatch(one -> is(one, depth + 1));
  }
}

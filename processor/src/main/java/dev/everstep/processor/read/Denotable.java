package dev.everstep.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** The upward projection of types that have no name in source (JLS 4.10.5). */
final class Denotable {
  private static final int DEPTH_MAX = 8;
  private final Types types;

  Denotable(Types types) {
    this.types = types;
  }

  /** Returns the type, captured type variables replaced by their bounds. */
  TypeMirror of(TypeMirror type) {
    return of(type, 0);
  }

  private TypeMirror of(TypeMirror type, int depth) {
    if (type instanceof UnionType union) {
      return common(union);
    }
    if (isCaptured(type)) {
      return of(((TypeVariable) type).getUpperBound(), depth + 1);
    }
    if (type instanceof ArrayType array) {
      return mentionsCapture(type, 0)
          ? types.getArrayType(of(array.getComponentType(), depth))
          : type;
    }
    if (type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && !declared.getTypeArguments().isEmpty()
        && mentionsCapture(type, 0)) {
      List<TypeMirror> arguments = new ArrayList<>();
      for (TypeMirror argument : declared.getTypeArguments()) {
        arguments.add(argument(argument, depth + 1));
      }
      TypeElement element = (TypeElement) declared.asElement();
      return types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
    }
    return type;
  }

  private TypeMirror argument(TypeMirror type, int depth) {
    if (!mentionsCapture(type, 0)) {
      return type;
    }
    if (depth > DEPTH_MAX) {
      return types.getWildcardType(null, null);
    }
    if (isCaptured(type)) {
      TypeVariable captured = (TypeVariable) type;
      if (captured.getLowerBound().getKind() != TypeKind.NULL) {
        return types.getWildcardType(null, of(captured.getLowerBound(), depth));
      }
      return types.getWildcardType(of(captured.getUpperBound(), depth), null);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? types.getWildcardType(null, null)
          : types.getWildcardType(of(wildcard.getExtendsBound(), depth), null);
    }
    return types.getWildcardType(of(type, depth), null);
  }

  private static boolean isCaptured(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR
        && ((TypeVariable) type).asElement().getSimpleName().toString().startsWith("<captured");
  }

  private static boolean mentionsCapture(TypeMirror type, int depth) {
    if (isCaptured(type)) {
      return true;
    }
    if (depth > DEPTH_MAX) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return mentionsCapture(array.getComponentType(), depth + 1);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null
              && mentionsCapture(wildcard.getExtendsBound(), depth + 1)
          || wildcard.getSuperBound() != null
              && mentionsCapture(wildcard.getSuperBound(), depth + 1);
    }
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type)
            .getTypeArguments().stream().anyMatch(one -> mentionsCapture(one, depth + 1));
  }

  /** Returns the nearest superclass that all alternatives of a multi-catch share. */
  private TypeMirror common(UnionType union) {
    TypeMirror candidate = union.getAlternatives().get(0);
    while (!allAssignable(union, candidate)) {
      candidate = ((TypeElement) types.asElement(candidate)).getSuperclass();
    }
    return candidate;
  }

  private boolean allAssignable(UnionType union, TypeMirror to) {
    return union.getAlternatives().stream().allMatch(one -> types.isAssignable(one, to));
  }
}

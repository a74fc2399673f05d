package dev.everstep.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Types as they are written in source; captured wildcards by their bounds. */
final class Written {
  private static final int DEPTH_MAX = 4;

  private Written() {}

  /** Returns the text of a type; empty if it has none outside of its method. */
  static Optional<String> type(TypeMirror type) {
    return Optional.ofNullable(text(type, 0));
  }

  private static @Nullable String text(TypeMirror type, int depth) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    if (type.getKind() == TypeKind.VOID) {
      return "void";
    }
    if (type instanceof ArrayType array) {
      String component = text(array.getComponentType(), depth);
      return component == null ? null : component + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return isCaptured(variable) && depth < DEPTH_MAX
          ? text(variable.getUpperBound(), depth + 1)
          : null;
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return null;
    }
    return declared((DeclaredType) type, depth);
  }

  private static @Nullable String declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getNestingKind() == NestingKind.LOCAL
        || element.getNestingKind() == NestingKind.ANONYMOUS
        || type.getEnclosingType() instanceof DeclaredType outer
            && !outer.getTypeArguments().isEmpty()) {
      return null;
    }
    List<String> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      String text = argument(argument, depth + 1);
      if (text == null) {
        return null;
      }
      arguments.add(text);
    }
    String name = element.getQualifiedName().toString();
    return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
  }

  private static @Nullable String argument(TypeMirror type, int depth) {
    if (depth > DEPTH_MAX) {
      return "?";
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return prefixed("? extends ", text(wildcard.getExtendsBound(), depth));
      }
      return wildcard.getSuperBound() == null
          ? "?"
          : prefixed("? super ", text(wildcard.getSuperBound(), depth));
    }
    if (type instanceof TypeVariable variable && isCaptured(variable)) {
      return variable.getLowerBound().getKind() == TypeKind.NULL
          ? prefixed("? extends ", text(variable.getUpperBound(), depth))
          : prefixed("? super ", text(variable.getLowerBound(), depth));
    }
    String text = text(type, depth);
    return mentionsCapture(type, depth) ? prefixed("? extends ", text) : text;
  }

  private static boolean mentionsCapture(TypeMirror type, int depth) {
    if (type instanceof ArrayType array) {
      return mentionsCapture(array.getComponentType(), depth);
    }
    return type instanceof TypeVariable variable && isCaptured(variable)
        || type.getKind() == TypeKind.DECLARED
            && depth <= DEPTH_MAX
            && ((DeclaredType) type)
                .getTypeArguments().stream().anyMatch(one -> mentionsCapture(one, depth + 1));
  }

  private static @Nullable String prefixed(String prefix, @Nullable String text) {
    return text == null ? null : prefix + text;
  }

  private static boolean isCaptured(TypeVariable type) {
    return type.asElement().getSimpleName().toString().startsWith("<captured");
  }
}

package dev.everstep.processor.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types as Java source with full names, without annotations. */
public final class TypeText extends SimpleTypeVisitor14<String, Void> {
  private static final TypeText INSTANCE =
      new TypeText(type -> type.getQualifiedName().toString(), false);

  private final Function<TypeElement, String> names;
  private final boolean bounds;

  private TypeText(Function<TypeElement, String> names, boolean bounds) {
    this.names = names;
    this.bounds = bounds;
  }

  /** Returns a type's text. */
  public static String of(TypeMirror type) {
    return INSTANCE.visit(type);
  }

  /**
   * Returns the text of what values of a type are stored as: wildcards are their bounds.
   *
   * @param names gives the full names of classes; empty for what has none
   */
  public static String stored(TypeMirror type, Function<TypeElement, String> names) {
    return new TypeText(names, true).visit(type);
  }

  @Override
  protected String defaultAction(TypeMirror type, Void none) {
    // A primitive type's annotations are in its text, in front of its name.
    return type.getKind().isPrimitive() ? lower(type.getKind().name()) : type.toString();
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String visitDeclared(DeclaredType type, Void none) {
    TypeElement element = (TypeElement) type.asElement();
    String name = names.apply(element);
    if (name.isEmpty()) {
      return type.toString(); // anonymous
    }
    if (type.getEnclosingType() instanceof DeclaredType outer
        && !outer.getTypeArguments().isEmpty()) {
      name = visit(outer) + "." + element.getSimpleName();
    }
    return name + arguments(type.getTypeArguments());
  }

  private String arguments(List<? extends TypeMirror> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(this::visit).collect(Collectors.joining(",", "<", ">"));
  }

  @Override
  public String visitArray(ArrayType type, Void none) {
    return visit(type.getComponentType()) + "[]";
  }

  @Override
  public String visitTypeVariable(TypeVariable type, Void none) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitWildcard(WildcardType type, Void none) {
    if (bounds) {
      return type.getExtendsBound() == null ? "java.lang.Object" : visit(type.getExtendsBound());
    }
    if (type.getExtendsBound() != null) {
      return "? extends " + visit(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + visit(type.getSuperBound());
  }

  @Override
  public String visitIntersection(IntersectionType type, Void none) {
    return type.getBounds().stream().map(this::visit).collect(Collectors.joining("&"));
  }
}

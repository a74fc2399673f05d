package dev.everstep.processor.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What code means without saying it: the types and the order of a record's components, the order of
 * an enum's constants, the value of a constant. The JDK's own are the same everywhere.
 */
public final class TypeFacts {
  /** What goes by the order of an enum's constants. */
  private static final Set<String> ORDERED =
      Set.of(
          "ordinal",
          "values",
          "compareTo",
          "compare",
          "comparing",
          "thenComparing",
          "naturalOrder",
          "reverseOrder",
          "sort",
          "sorted",
          "min",
          "max",
          "range",
          "EnumSet",
          "EnumMap",
          "TreeSet",
          "TreeMap",
          "SortedSet",
          "SortedMap",
          "NavigableSet",
          "NavigableMap",
          "PriorityQueue");

  private TypeFacts() {}

  /**
   * Returns what a text takes for granted.
   *
   * @param types those of what it names; what their records are made of counts, too
   */
  public static List<String> of(Collection<? extends TypeMirror> types, List<String> tokens) {
    Map<String, TypeElement> reached = new TreeMap<>();
    types.forEach(type -> reach(type, reached));
    if (reached.isEmpty()) {
      return List.of();
    }
    Set<String> distinct = new HashSet<>(tokens);
    Set<String> behindDots = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1).equals(".") || tokens.get(i - 1).equals("::")) {
        behindDots.add(tokens.get(i));
      }
      if (tokens.get(i).equals("(")) {
        called.add(tokens.get(i - 1));
      }
    }
    boolean ordered = distinct.stream().anyMatch(ORDERED::contains);
    List<String> facts = new ArrayList<>();
    for (TypeElement type : reached.values()) {
      String name = type.getSimpleName().toString();
      if (type.getKind() == ElementKind.RECORD) {
        for (RecordComponentElement component : type.getRecordComponents()) {
          if (behindDots.contains(component.getSimpleName().toString())) {
            facts.add(
                name + "." + component.getSimpleName() + " " + TypeText.of(component.asType()));
          }
        }
        if (called.contains(name) || distinct.contains("new") && distinct.contains(name)) {
          facts.add(name + names(type.getRecordComponents()));
        }
      } else if (ordered && type.getKind() == ElementKind.ENUM) {
        facts.add(
            name
                + names(
                    ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                        .toList()));
      }
    }
    return facts;
  }

  private static String names(List<? extends Element> elements) {
    return elements.stream()
        .map(one -> one.getSimpleName().toString())
        .collect(Collectors.joining(",", " (", ")"));
  }

  private static void reach(@Nullable TypeMirror type, Map<String, TypeElement> reached) {
    if (type instanceof ArrayType array) {
      reach(array.getComponentType(), reached);
    } else if (type instanceof WildcardType wildcard) {
      reach(wildcard.getExtendsBound(), reached);
      reach(wildcard.getSuperBound(), reached);
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> reach(argument, reached));
      TypeElement element = (TypeElement) declared.asElement();
      String name = element.getQualifiedName().toString();
      if (isProgram(name) && reached.putIfAbsent(name, element) == null) {
        element.getRecordComponents().forEach(one -> reach(one.asType(), reached));
      }
    }
  }

  /** A type that a method declares has no full name; all of its text counts anyway. */
  private static boolean isProgram(String name) {
    return !name.isEmpty() && !name.matches("(java|javax|jdk)\\..*");
  }

  /** Returns the value of a class's constant; null if it has no constant of the name. */
  public static @Nullable String constant(TypeMirror type, String name) {
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (!isProgram(element.getQualifiedName().toString())) {
      return null;
    }
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(name)) {
        return constant(field);
      }
    }
    String inherited = constant(element.getSuperclass(), name);
    for (TypeMirror one : element.getInterfaces()) {
      inherited = inherited == null ? constant(one, name) : inherited;
    }
    return inherited;
  }

  /** Returns the value of a constant; null if it is none, or the JDK's. */
  public static @Nullable String constant(VariableElement field) {
    return field.getConstantValue() != null
            && field.getEnclosingElement() instanceof TypeElement owner
            && isProgram(owner.getQualifiedName().toString())
        ? field.getSimpleName() + " = " + field.getConstantValue()
        : null;
  }
}

package dev.everstep.processor.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What Jackson calls the subtypes of a type in what it writes. They are those that annotations or
 * {@code permits} list; of others, nobody knows.
 */
final class Subtypes {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  private Subtypes() {}

  /** Returns subtypes by what they are called; none if nothing of that is written. */
  static Map<String, TypeElement> of(TypeElement type) {
    Map<String, TypeElement> all = new LinkedHashMap<>();
    String use = use(type);
    if (use == null) {
      return all;
    }
    AnnotationMirror listed = annotation(type, "JsonSubTypes");
    for (AnnotationValue one :
        listed == null ? List.<AnnotationValue>of() : list(listed, "value")) {
      if (one.getValue() instanceof AnnotationMirror entry
          && value(entry, "value") instanceof DeclaredType declared) {
        TypeElement subtype = (TypeElement) declared.asElement();
        List<String> names = new ArrayList<>();
        if (value(entry, "name") instanceof String name && !name.isEmpty()) {
          names.add(name);
        }
        list(entry, "names").forEach(name -> names.add(String.valueOf(name.getValue())));
        if (names.isEmpty()) {
          names.add(called(subtype, type, use));
        }
        names.forEach(name -> all.put(name, subtype));
      }
    }
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      TypeElement subtype = (TypeElement) ((DeclaredType) permitted).asElement();
      if (!all.containsValue(subtype) && !subtype.getModifiers().contains(Modifier.ABSTRACT)) {
        all.put(called(subtype, type, use), subtype);
      }
    }
    if (!all.isEmpty() && !type.getModifiers().contains(Modifier.ABSTRACT)) {
      all.putIfAbsent(called(type, type, use), type);
    }
    return all;
  }

  /** Returns by what the class of a value is told; null if by no name. */
  private static @Nullable String use(TypeElement type) {
    AnnotationMirror info = annotation(type, "JsonTypeInfo");
    if (info != null) {
      String use =
          value(info, "use") instanceof VariableElement one ? one.getSimpleName().toString() : "";
      return List.of("NAME", "SIMPLE_NAME", "CLASS", "MINIMAL_CLASS").contains(use) ? use : null;
    }
    List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
    above.add(type.getSuperclass());
    for (TypeMirror one : above) {
      String use = one instanceof DeclaredType base ? use((TypeElement) base.asElement()) : null;
      if (use != null) {
        return use;
      }
    }
    return null;
  }

  private static String called(TypeElement subtype, TypeElement base, String use) {
    AnnotationMirror name = annotation(subtype, "JsonTypeName");
    String binary = binary(subtype);
    return switch (use) {
      case "CLASS" -> binary;
      case "MINIMAL_CLASS" -> {
        String home = binary(base).substring(0, binary(base).lastIndexOf('.') + 1);
        yield !home.isEmpty() && binary.startsWith(home)
            ? "." + binary.substring(home.length())
            : binary;
      }
      default ->
          name != null && value(name, "value") instanceof String given && !given.isEmpty()
              ? given
              : binary
                  .substring(binary.lastIndexOf('.') + 1)
                  .substring(
                      use.equals("SIMPLE_NAME")
                          ? binary.substring(binary.lastIndexOf('.') + 1).lastIndexOf('$') + 1
                          : 0);
    };
  }

  private static String binary(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around instanceof TypeElement outer
        ? binary(outer) + "$" + type.getSimpleName()
        : type.getQualifiedName().toString();
  }

  private static @Nullable AnnotationMirror annotation(TypeElement type, String name) {
    return type.getAnnotationMirrors().stream()
        .filter(one -> one.getAnnotationType().toString().equals(JACKSON + name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Object value(AnnotationMirror annotation, String name) {
    return annotation.getElementValues().entrySet().stream()
        .filter(one -> one.getKey().getSimpleName().contentEquals(name))
        .map(one -> one.getValue().getValue())
        .findFirst()
        .orElse(null);
  }

  private static List<AnnotationValue> list(AnnotationMirror annotation, String name) {
    List<AnnotationValue> all = new ArrayList<>();
    if (value(annotation, name) instanceof List<?> values) {
      values.forEach(one -> all.add((AnnotationValue) one));
    }
    return all;
  }
}

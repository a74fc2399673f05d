package dev.everstep.processor.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Prints a type of the host's compilation as source without bodies: what a user of the type can
 * see. What such a source is wrong in (a constructor that calls no other, say) is an error in a
 * file that nobody asks about.
 */
final class Stubs {
  private static final Set<Modifier> NOT_PRINTED =
      Set.of(
          Modifier.SYNCHRONIZED,
          Modifier.NATIVE,
          Modifier.STRICTFP,
          Modifier.TRANSIENT,
          Modifier.VOLATILE);

  private final ProcessingEnvironment host;

  Stubs(ProcessingEnvironment host) {
    this.host = host;
  }

  /** Returns a source file with a top-level type and what is nested in it. */
  String of(TypeElement type) {
    StringBuilder out = new StringBuilder();
    String packageName = host.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    if (!packageName.isEmpty()) {
      out.append("package ").append(packageName).append(";\n");
    }
    print(type, out);
    return out.toString();
  }

  private void print(TypeElement type, StringBuilder out) {
    annotations(type, out);
    ElementKind kind = type.getKind();
    modifiers(type, out);
    out.append(
        switch (kind) {
          case ANNOTATION_TYPE -> "@interface ";
          case INTERFACE -> "interface ";
          case ENUM -> "enum ";
          case RECORD -> "record ";
          default -> "class ";
        });
    out.append(type.getSimpleName()).append(typeParameters(type.getTypeParameters()));
    if (kind == ElementKind.RECORD) {
      out.append(recordHeader(type));
    }
    if (kind == ElementKind.CLASS && type.getSuperclass().getKind() != TypeKind.NONE) {
      out.append(" extends ").append(type.getSuperclass());
    }
    if (kind != ElementKind.ANNOTATION_TYPE) {
      list(
          kind == ElementKind.INTERFACE ? " extends " : " implements ",
          type.getInterfaces(),
          TypeMirror::toString,
          out);
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      list(
          " permits ",
          type.getPermittedSubclasses(),
          permitted -> host.getTypeUtils().erasure(permitted).toString(),
          out);
    }
    out.append(" {\n");
    if (kind == ElementKind.ENUM) {
      out.append(
              ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                  .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                  .map(field -> field.getSimpleName().toString())
                  .collect(Collectors.joining(", ")))
          .append(";\n");
    }
    for (Element member : type.getEnclosedElements()) {
      print(type, member, out);
    }
    out.append("}\n");
  }

  private static String recordHeader(TypeElement type) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    boolean varArgs =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                constructor ->
                    constructor.isVarArgs()
                        && types(constructor.getParameters()).equals(types(components)));
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      printed.add(
          type(components.get(i).asType(), varArgs && i == components.size() - 1)
              + " "
              + components.get(i).getSimpleName());
    }
    return "(" + String.join(", ", printed) + ")";
  }

  private static String type(TypeMirror type, boolean varArgs) {
    String printed = type.toString();
    return varArgs ? printed.substring(0, printed.lastIndexOf('[')) + "..." : printed;
  }

  private void print(TypeElement type, Element member, StringBuilder out) {
    if (member instanceof TypeElement nested) {
      print(nested, out);
    } else if (member instanceof VariableElement field) {
      boolean component =
          type.getKind() == ElementKind.RECORD && !field.getModifiers().contains(Modifier.STATIC);
      if (field.getKind() == ElementKind.FIELD && !component) {
        field(field, out);
      }
    } else if (member instanceof ExecutableElement method) {
      method(type, method, out);
    }
  }

  private void field(VariableElement field, StringBuilder out) {
    modifiers(field, out);
    out.append(field.getModifiers().contains(Modifier.TRANSIENT) ? "transient " : "");
    out.append(field.asType()).append(' ').append(field.getSimpleName());
    if (field.getConstantValue() != null) {
      out.append(" = ")
          .append(host.getElementUtils().getConstantExpression(field.getConstantValue()));
    } else if (field.getModifiers().contains(Modifier.FINAL)
        || field.getEnclosingElement().getKind().isInterface()) {
      out.append(" = ").append(placeholder(field.asType()));
    }
    out.append(";\n");
  }

  private static String placeholder(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> "Boolean.parseBoolean(\"\")";
      case BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> "(" + type + ") Integer.parseInt(\"0\")";
      default -> "null";
    };
  }

  private void method(TypeElement type, ExecutableElement method, StringBuilder out) {
    if (method.getKind() != ElementKind.METHOD && method.getKind() != ElementKind.CONSTRUCTOR) {
      return;
    }
    if (isImplicit(type, method)) {
      return;
    }
    annotations(method, out);
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    modifiers(method, out);
    String generics = typeParameters(method.getTypeParameters());
    out.append(generics).append(generics.isEmpty() ? "" : " ");
    if (!constructor) {
      out.append(method.getReturnType()).append(' ');
    }
    out.append(constructor ? type.getSimpleName() : method.getSimpleName());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      boolean last = i == method.getParameters().size() - 1;
      parameters.add(
          type(parameter.asType(), method.isVarArgs() && last) + " " + parameter.getSimpleName());
    }
    out.append('(').append(String.join(", ", parameters)).append(')');
    list(" throws ", method.getThrownTypes(), TypeMirror::toString, out);
    if (type.getKind() == ElementKind.ANNOTATION_TYPE && method.getDefaultValue() != null) {
      out.append(" default ").append(method.getDefaultValue());
    }
    out.append(method.getModifiers().contains(Modifier.ABSTRACT) ? ";\n" : " { throw null; }\n");
  }

  // What javac writes by itself: an enum's methods, a record's accessors and canonical constructor.
  private static boolean isImplicit(TypeElement type, ExecutableElement method) {
    if (type.getKind() == ElementKind.ENUM) {
      return method.getKind() == ElementKind.CONSTRUCTOR
          || method.getSimpleName().contentEquals("values") && method.getParameters().isEmpty()
          || method.getSimpleName().contentEquals("valueOf") && method.getParameters().size() == 1;
    }
    if (type.getKind() != ElementKind.RECORD) {
      return false;
    }
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return types(method.getParameters()).equals(types(components));
    }
    return method.getParameters().isEmpty()
        && components.stream()
            .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
  }

  private static List<String> types(List<? extends Element> elements) {
    return elements.stream().map(element -> element.asType().toString()).toList();
  }

  // Only what the compiler's checks read; the values of others may name what a stub does not have.
  private static void annotations(Element element, StringBuilder out) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = annotation.getAnnotationType().toString();
      if (name.startsWith("dev.everstep.annotations.")
          || name.equals("java.lang.FunctionalInterface")) {
        out.append(annotation).append('\n');
      }
    }
  }

  private static void modifiers(Element element, StringBuilder out) {
    Set<Modifier> modifiers = new TreeSet<>(element.getModifiers());
    modifiers.removeAll(NOT_PRINTED);
    boolean type = element instanceof TypeElement;
    if (type && element.getKind() != ElementKind.CLASS) {
      modifiers.remove(Modifier.ABSTRACT);
      modifiers.remove(Modifier.FINAL);
      if (element.getKind() == ElementKind.ENUM) {
        modifiers.remove(Modifier.SEALED);
      }
    }
    if (type && element.getKind() == ElementKind.RECORD) {
      modifiers.remove(Modifier.STATIC);
    }
    modifiers.forEach(modifier -> out.append(modifier).append(' '));
  }

  private static String typeParameters(List<? extends TypeParameterElement> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(
            parameter ->
                parameter.getSimpleName()
                    + parameter.getBounds().stream()
                        .map(TypeMirror::toString)
                        .collect(Collectors.joining(" & ", " extends ", "")))
        .collect(Collectors.joining(", ", "<", ">"));
  }

  private static <T> void list(
      String keyword, List<? extends T> items, Function<T, String> print, StringBuilder out) {
    if (!items.isEmpty()) {
      out.append(items.stream().map(print).collect(Collectors.joining(", ", keyword, "")));
    }
  }
}

package dev.everstep.processor.describe;

import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The structure of the types that a workflow's runs store: those of parameters, results, arguments
 * and live locals, and those that they are made of. The JDK's and Everstep's own are known anyway.
 */
final class TypeGraph {
  private final Map<String, Map<String, Object>> types = new TreeMap<>();

  private final TypeTexts texts;

  private TypeGraph(TypeTexts texts) {
    this.texts = texts;
  }

  /** Returns the types by name. */
  static Map<String, Map<String, Object>> of(List<Descriptor.Method> methods, TypeTexts texts) {
    TypeGraph graph = new TypeGraph(texts);
    for (Descriptor.Method method : methods) {
      graph.add(method.body().result());
      method.body().parameters().forEach(parameter -> graph.add(parameter.type()));
      for (Site site : method.body().sites()) {
        method.frame().live(site).forEach(local -> graph.add(local.type()));
        graph.add(site.call());
      }
    }
    return graph.types;
  }

  private void add(Site.Call call) {
    if (call instanceof Site.Function function) {
      function.arguments().forEach(argument -> add(argument.type()));
      add(function.result());
    } else if (call instanceof Site.Inline inline) {
      inline.captures().stream().map(Variable::type).forEach(this::add);
      add(inline.result());
    } else if (call instanceof Site.Helper helper) {
      helper.typeArguments().forEach(this::add);
    }
  }

  private void add(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      add(wildcard.getExtendsBound());
      add(wildcard.getSuperBound());
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(this::add);
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(this::add);
      add((TypeElement) declared.asElement());
    }
  }

  private void add(TypeElement type) {
    String name = texts.name(type);
    if (isUsers(name, type) && !types.containsKey(name)) {
      Map<String, Object> described = new LinkedHashMap<>();
      types.put(name, described); // before its parts, which may name it
      describe(type, described);
    }
  }

  /** An anonymous class has no name. */
  private static boolean isUsers(String name, TypeElement type) {
    Element home = type;
    while (home.getEnclosingElement() != null && home.getKind() != ElementKind.PACKAGE) {
      home = home.getEnclosingElement();
    }
    String in = home.toString();
    return !name.isEmpty()
        && !in.equals("dev.everstep")
        && !in.matches("(java|javax|jdk|sun|com\\.sun)(\\..*)?");
  }

  private void describe(TypeElement type, Map<String, Object> to) {
    to.put("kind", kind(type));
    if (!type.getTypeParameters().isEmpty()) {
      to.put(
          "parameters",
          type.getTypeParameters().stream().map(one -> one.getSimpleName().toString()).toList());
    }
    if (type.getSuperclass() instanceof DeclaredType base
        && type.getKind() == ElementKind.CLASS
        && (isThrowable(type)
            || isUsers(base.asElement().toString(), (TypeElement) base.asElement()))) {
      to.put("extends", texts.of(base));
      add(base);
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      to.put(
          "permits",
          type.getPermittedSubclasses().stream()
              .map(one -> ((TypeElement) ((DeclaredType) one).asElement()))
              .map(texts::name)
              .toList());
      type.getPermittedSubclasses()
          .forEach(one -> add((TypeElement) ((DeclaredType) one).asElement()));
    }
    List<Object> subtypes = new ArrayList<>();
    Subtypes.of(type)
        .forEach(
            (called, subtype) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("name", called);
              one.put("type", texts.name(subtype));
              subtypes.add(one);
              add(subtype);
            });
    if (!subtypes.isEmpty()) {
      to.put("subtypes", subtypes);
    }
    if (type.getKind() == ElementKind.ENUM) {
      to.put("constants", constants(type));
    } else if (!type.getKind().isInterface()) {
      to.put("fields", fields(type));
    }
  }

  private static boolean isThrowable(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.lang.Throwable")
        || type.getSuperclass() instanceof DeclaredType base
            && isThrowable((TypeElement) base.asElement());
  }

  private static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case RECORD -> "record";
      case ENUM -> "enum";
      case INTERFACE, ANNOTATION_TYPE -> "interface";
      default -> "class";
    };
  }

  private static List<String> constants(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
        .map(field -> field.getSimpleName().toString())
        .toList();
  }

  private List<Object> fields(TypeElement type) {
    List<Object> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)
          && !field.getModifiers().contains(Modifier.TRANSIENT)) {
        fields.add(texts.typed(field.getSimpleName().toString(), field.asType()));
        add(field.asType());
      }
    }
    return fields;
  }
}

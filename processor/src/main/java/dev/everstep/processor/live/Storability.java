package dev.everstep.processor.live;

import dev.everstep.processor.model.LocalType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which types can be stored and come back, as far as their declarations say. */
public final class Storability {
  private static final Set<String> KNOWN_ABSTRACT =
      Set.of(
          "java.lang.CharSequence",
          "java.lang.Number",
          "java.nio.file.Path",
          "java.time.ZoneId",
          "java.util.Calendar",
          "java.util.Collection",
          "java.util.Deque",
          "java.util.EnumSet",
          "java.util.List",
          "java.util.Map",
          "java.util.Map.Entry",
          "java.util.NavigableMap",
          "java.util.NavigableSet",
          "java.util.Queue",
          "java.util.SequencedCollection",
          "java.util.SequencedMap",
          "java.util.SequencedSet",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.TimeZone",
          "java.util.concurrent.ConcurrentMap");

  private static final List<Map.Entry<String, Reason>> REFUSED =
      List.of(
          reason(
              "java.util.Iterator",
              "an iterator's position cannot be stored",
              "Iterate with for over the collection itself, or keep a list and an index."),
          reason(
              "java.util.stream.BaseStream",
              "a stream is consumed once and cannot be stored",
              "Collect it to a list before the step."),
          reason(
              "java.lang.Thread", "a thread ends with its process", "Do the work in a function."),
          reason(
              "java.util.concurrent.locks.Lock",
              "a lock is not held after a restart",
              "Lock inside one function."),
          reason(
              "java.util.concurrent.Executor",
              "a thread pool ends with its process",
              "Do the work in a function."),
          reason(
              "java.util.concurrent.Future",
              "what it waits for ends with its process",
              "Wait for it inside one function and return the result."),
          reason(
              "java.lang.AutoCloseable",
              "an open resource ends with its process",
              "Open and close it inside one function."),
          reason(
              "java.util.random.RandomGenerator",
              "a random source cannot be kept across a step",
              "Call ctx.random() anew after the step."),
          reason(
              "org.slf4j.Logger", "a logger cannot be stored", "Use ctx.log() where it is needed."),
          reason(
              "dev.everstep.StepCalls",
              "the context belongs to the running workflow",
              "Use the parameter itself."),
          reason(
              "dev.everstep.StepContext",
              "the context belongs to one attempt of a step",
              "Store what it returns."));

  private final Elements elements;
  private final Types types;
  private final Set<TypeElement> known = new HashSet<>();

  /** Why a type cannot be stored, and what to do. */
  public record Reason(String why, String remedy) {}

  /** Creates the rules over one compilation. */
  public Storability(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  private static Map.Entry<String, Reason> reason(String type, String why, String remedy) {
    return Map.entry(type, new Reason(why, remedy));
  }

  /** Returns why a type cannot be stored; empty if nothing speaks against it. */
  public Optional<Reason> objection(TypeMirror type) {
    switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID, NULL, ERROR:
        return Optional.empty();
      case ARRAY:
        return objection(((ArrayType) type).getComponentType());
      case WILDCARD:
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        return bound == null ? Optional.of(unknown("?")) : objection(bound);
      case DECLARED:
        return declared((DeclaredType) type);
      case TYPEVAR:
        // Known where the method is called, and looked at there.
        return ((TypeVariable) type).asElement() instanceof TypeParameterElement parameter
                && parameter.getGenericElement() instanceof ExecutableElement
            ? Optional.empty()
            : Optional.of(unknown("a type variable"));
      case INTERSECTION:
        return Optional.of(unknown("an intersection of types"));
      default:
        return Optional.of(unknown("this kind of type"));
    }
  }

  private static Reason unknown(String what) {
    return new Reason(
        "the class of its value is not known from " + what, "Declare the exact type.");
  }

  private Optional<Reason> declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (name.equals("java.lang.Void")) {
      return Optional.empty();
    }
    if (name.equals("java.lang.Object")) {
      return Optional.of(unknown("Object"));
    }
    if (isThrowable(type)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Reason> refused : REFUSED) {
      if (isSubtype(type, refused.getKey()) && !isData(element)) {
        return Optional.of(refused.getValue());
      }
    }
    Reason shape = shape(type, element, name);
    if (shape != null) {
      return Optional.of(shape);
    }
    return type.getTypeArguments().stream()
        .map(this::objection)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns whether a type is nothing but its parts, so that closing it works on a copy, too. */
  private static boolean isData(TypeElement element) {
    return element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.ENUM;
  }

  /** Returns the rules for a method that has types of its own. */
  public Storability knowing(List<LocalType> types) {
    Storability rules = new Storability(elements, this.types);
    types.forEach(type -> rules.known.add(type.element()));
    return rules;
  }

  private @Nullable Reason shape(DeclaredType type, TypeElement element, String name) {
    if (element.getNestingKind() == NestingKind.ANONYMOUS
        || element.getNestingKind() == NestingKind.LOCAL && !known.contains(element)) {
      return new Reason("its class belongs to one method", "Make it a record or class of its own.");
    }
    if (element.getNestingKind() == NestingKind.MEMBER
        && element.getKind() == ElementKind.CLASS
        && !element.getModifiers().contains(Modifier.STATIC)) {
      return new Reason("its class is an inner class", "Make the class static.");
    }
    if (!element.getTypeParameters().isEmpty() && type.getTypeArguments().isEmpty()) {
      return new Reason("its type arguments are missing", "Declare them.");
    }
    if (isOpenAbstract(element) && !KNOWN_ABSTRACT.contains(name)) {
      return isFunctional(element)
          ? new Reason(
              "a function object cannot be stored", "Keep the data and make it after the step.")
          : new Reason(
              "it is abstract, and nothing says which class to read",
              "Declare the class, make it sealed, or annotate it with @JsonTypeInfo.");
    }
    return null;
  }

  /** Returns whether a type is abstract, its subclasses are not listed, and Jackson is not told. */
  private static boolean isOpenAbstract(TypeElement element) {
    return element.getModifiers().contains(Modifier.ABSTRACT)
        && element.getKind() != ElementKind.ENUM
        && !element.getModifiers().contains(Modifier.SEALED)
        && !element.getQualifiedName().toString().startsWith("com.fasterxml.jackson.")
        && element.getAnnotationMirrors().stream()
            .noneMatch(
                annotation ->
                    annotation.getAnnotationType().toString().startsWith("com.fasterxml.jackson."));
  }

  private static boolean isFunctional(TypeElement element) {
    return element.getAnnotation(FunctionalInterface.class) != null;
  }

  private boolean isThrowable(TypeMirror type) {
    return isSubtype(type, "java.lang.Throwable");
  }

  private boolean isSubtype(TypeMirror type, String of) {
    Element wanted = elements.getTypeElement(of);
    return wanted != null
        && type.getKind() == TypeKind.DECLARED
        && types.isSubtype(types.erasure(type), types.erasure(wanted.asType()));
  }
}

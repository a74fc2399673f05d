package dev.everstep.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/**
 * A method that is compiled to a machine: a workflow's entry, or a method that takes its context
 * from one. What it is called follows from the declaration of its class alone, so that callers in
 * other files say the same.
 *
 * @param owner the class that declares it
 * @param storedName what frames of its class's runs name
 * @param machine the simple name of the generated class
 */
public record DurableMethod(
    TypeElement owner,
    ExecutableElement element,
    String storedName,
    String machine,
    boolean isEntry) {
  private static final String CONTEXT = "dev.everstep.WorkflowContext";
  private static final String WORKFLOW = "dev.everstep.annotations.Workflow";
  private static final String DURABLE = "dev.everstep.annotations.Durable";

  /** Returns the durable methods of a class, its entry first, the others as they are declared. */
  public static List<DurableMethod> of(TypeElement owner) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (contexts(method) > 0 && (!isShared(owner) || isStatic(method))) {
        methods.add(
            methods.stream().noneMatch(DurableMethod::isEntry) && isEntry(method)
                ? 0
                : methods.size(),
            method);
      }
    }
    Set<String> taken = new HashSet<>();
    for (TypeElement member : ElementFilter.typesIn(owner.getEnclosedElements())) {
      taken.add(lower(member.getSimpleName().toString()));
    }
    List<DurableMethod> all = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (ExecutableElement method : methods) {
      String name = method.getSimpleName().toString();
      while (taken.contains(lower(name))) {
        name += "_";
      }
      String free = name;
      for (int i = 2; taken.contains(lower(free)) || !used.add(lower(free)); i++) {
        free = name + "_" + i;
      }
      boolean entry = all.isEmpty() && isEntry(method);
      all.add(
          new DurableMethod(
              owner,
              method,
              entry ? method.getSimpleName().toString() : storedName(method),
              binaryName(owner) + "$" + free,
              entry));
    }
    return all;
  }

  /** Case does not count: class files of both may not fit into one directory. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns whether a class holds durable methods for workflows, and is none. */
  public static boolean isShared(TypeElement type) {
    return isAnnotated(type, DURABLE) && !isWorkflow(type);
  }

  /** Returns whether a class is a workflow. */
  public static boolean isWorkflow(TypeElement type) {
    return isAnnotated(type, WORKFLOW);
  }

  /** Returns whether other classes may call the static durable methods of a class. */
  public static boolean isDurable(TypeElement type) {
    return isAnnotated(type, DURABLE) || isWorkflow(type);
  }

  private static boolean isAnnotated(TypeElement type, String annotation) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(one -> one.getAnnotationType().toString().equals(annotation));
  }

  private static boolean isEntry(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && !isStatic(method)
        && isContext(method.getParameters().get(0))
        && !isShared((TypeElement) method.getEnclosingElement());
  }

  /** Returns how many contexts a method takes. */
  public static int contexts(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD
        ? (int) method.getParameters().stream().filter(DurableMethod::isContext).count()
        : 0;
  }

  /** Returns whether a parameter is a workflow's context. */
  public static boolean isContext(VariableElement parameter) {
    return parameter.asType().toString().equals(CONTEXT);
  }

  private static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  private static String storedName(ExecutableElement method) {
    return method.getParameters().stream()
        .filter(parameter -> !isContext(parameter))
        .map(parameter -> erased(parameter.asType()))
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  /** Returns the simple name of a type's erasure (JLS 4.6). */
  private static String erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    } else if (type instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    } else if (type instanceof TypeVariable variable) {
      return erased(variable.getUpperBound());
    } else if (type instanceof IntersectionType intersection) {
      return erased(intersection.getBounds().get(0));
    }
    return lower(type.getKind().name());
  }

  private static String binaryName(TypeElement type) {
    Element outer = type.getEnclosingElement();
    return outer instanceof TypeElement around
        ? binaryName(around) + "$" + type.getSimpleName()
        : type.getSimpleName().toString();
  }

  /** Returns the method's name in Java. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Returns the full name of the generated class. */
  public String machineName() {
    Element home = owner;
    while (!(home instanceof PackageElement)) {
      home = home.getEnclosingElement();
    }
    String in = ((PackageElement) home).getQualifiedName().toString();
    return in.isEmpty() ? machine : in + "." + machine;
  }

  /** Returns whether it has no {@code this}. */
  public boolean isStatic() {
    return isStatic(element);
  }

  /** Returns the position of the context among the parameters. */
  public int contextIndex() {
    for (int i = 0; i < element.getParameters().size(); i++) {
      if (isContext(element.getParameters().get(i))) {
        return i;
      }
    }
    throw new IllegalStateException("no context in " + element);
  }

  /** Returns its type parameters, those of its class not among them. */
  public List<? extends TypeParameterElement> typeParameters() {
    return element.getTypeParameters();
  }

  /** Returns how people name it where the code of a class calls it. */
  public String shown(TypeElement caller) {
    return owner.equals(caller) ? name() : owner.getSimpleName() + "." + name();
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + storedName;
  }
}

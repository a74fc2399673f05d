package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A durable method whose type arguments are known: the types that a {@link MachineType} declares,
 * with the arguments in the places of the parameters. Immutable.
 *
 * @param type the method
 * @param typeArguments one for each type parameter, without type parameters in them
 */
public record TypedMethod(MachineType type, List<Type> typeArguments) {
  /** Copies the list. */
  public TypedMethod {
    typeArguments = List.copyOf(typeArguments);
  }

  /** Returns the entry of a workflow, which has no type parameters. */
  public static TypedMethod entry(MachineType type) {
    return new TypedMethod(type, List.of());
  }

  /** Returns the name under which frames of this method are stored in runs of a workflow. */
  public String storedName(MachineType entry) {
    return type.declaringClass() == entry.declaringClass()
        ? type.method()
        : type.workflow() + "." + type.method();
  }

  /** Returns whether frames of this method, in runs of a workflow, are stored under a name. */
  public boolean isStoredAs(String name, MachineType entry) {
    String home = type.declaringClass() == entry.declaringClass() ? "" : type.workflow() + ".";
    return name.equals(home + type.method())
        || type.formerMethods().stream().anyMatch(one -> name.equals(home + one));
  }

  /** Returns the locals that are live at a point. */
  public List<Local> live(Point point) {
    List<Local> declared = type.live(point);
    return typeArguments.isEmpty()
        ? declared
        : declared.stream()
            .map(local -> new Local(local.name(), resolve(local.type()), local.former()))
            .toList();
  }

  /** Returns what a step calls; null for other kinds of points. */
  public @Nullable FunctionRef function(Point point) {
    FunctionRef declared = point.function();
    return declared == null || typeArguments.isEmpty()
        ? declared
        : new FunctionRef(
            declared.name(),
            declared.owner(),
            declared.method(),
            declared.parameterTypes(),
            declared.arguments().stream().map(this::resolve).toList(),
            declared.argumentNames(),
            resolve(declared.result()));
  }

  /** Returns the method that a call pushes a frame for. */
  public TypedMethod callee(Point point) {
    Callee callee = Objects.requireNonNull(point.callee(), "no call");
    return new TypedMethod(
        callee.type().get(), callee.typeArguments().stream().map(this::resolve).toList());
  }

  private Type resolve(Type declared) {
    return Types.resolve(declared, typeArguments);
  }
}

package dev.everstep.machine;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes the types that generated code declares, as {@code Types.of(List.class, String.class)} for
 * {@code List<String>}, and {@code Types.of(List.class, Types.parameter(0))} for {@code List<T>}.
 */
public final class Types {
  private Types() {}

  /** Returns the type {@code raw<arguments...>}. Equal and equally printed to the JDK's own. */
  public static Type of(Class<?> raw, Type... arguments) {
    return new Parameterized(raw, List.of(arguments));
  }

  /** Returns the array type with a generic component, as in {@code List<String>[]}. */
  public static Type arrayOf(Type component) {
    return component instanceof Class<?> raw ? raw.arrayType() : new GenericArray(component);
  }

  /**
   * Returns a type parameter of the method that mentions it.
   *
   * @param index from 0
   */
  public static Type parameter(int index) {
    return new Parameter(index);
  }

  /** Returns a type with arguments in the places of the type parameters. */
  static Type resolve(Type type, List<Type> arguments) {
    if (type instanceof Parameter parameter) {
      return arguments.get(parameter.index());
    } else if (type instanceof Parameterized generic) {
      return new Parameterized(
          generic.raw(), generic.arguments().stream().map(one -> resolve(one, arguments)).toList());
    } else if (type instanceof GenericArray array) {
      return arrayOf(resolve(array.component(), arguments));
    }
    return type;
  }

  private record Parameter(int index) implements Type {
    @Override
    public String getTypeName() {
      return "#" + index;
    }
  }

  private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ParameterizedType that
          && raw.equals(that.getRawType())
          && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(getActualTypeArguments()) ^ raw.hashCode();
    }

    @Override
    public String toString() {
      return raw.getName()
          + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  private record GenericArray(Type component) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GenericArrayType that
          && component.equals(that.getGenericComponentType());
    }

    @Override
    public int hashCode() {
      return component.hashCode();
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }
}

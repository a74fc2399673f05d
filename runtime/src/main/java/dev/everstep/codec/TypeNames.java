package dev.everstep.codec;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Types as a frame names them: by simple names, so that a class can move to another package. */
final class TypeNames {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Boolean", "boolean",
          "Byte", "byte",
          "Short", "short",
          "Character", "char",
          "Integer", "int",
          "Long", "long",
          "Float", "float",
          "Double", "double");

  /** The widening primitive conversions of JLS 5.1.2. */
  private static final Map<String, List<String>> WIDER =
      Map.of(
          "byte", List.of("short", "int", "long", "float", "double"),
          "short", List.of("int", "long", "float", "double"),
          "int", List.of("long", "float", "double"),
          "long", List.of("float", "double"),
          "float", List.of("double"));

  private TypeNames() {}

  /** Returns a type with its arguments, as in {@code Map<String, Price[]>}. */
  static String of(Type type) {
    if (type instanceof Class<?> raw) {
      return raw.getSimpleName();
    } else if (type instanceof ParameterizedType generic) {
      return of(generic.getRawType())
          + Arrays.stream(generic.getActualTypeArguments())
              .map(TypeNames::of)
              .collect(Collectors.joining(", ", "<", ">"));
    } else if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()) + "[]";
    }
    return "?"; // a wildcard or a variable: what it stands for is not known here either
  }

  /**
   * Returns whether a stored primitive, or its box, may become another: the same, or a wider one.
   * True for everything that is not a pair of primitives.
   */
  static boolean mayBecome(String stored, Type wanted) {
    String from = PRIMITIVES.getOrDefault(stored, stored);
    String wantedName = of(wanted);
    String to = PRIMITIVES.getOrDefault(wantedName, wantedName);
    boolean bothPrimitive = PRIMITIVES.containsValue(from) && PRIMITIVES.containsValue(to);
    return !bothPrimitive || from.equals(to) || WIDER.getOrDefault(from, List.of()).contains(to);
  }
}

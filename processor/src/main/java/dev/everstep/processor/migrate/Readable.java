package dev.everstep.processor.migrate;

import dev.everstep.processor.text.TypeText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/** Whether what a step graph says of a stored value can be read by a declared type. */
final class Readable {
  private static final Map<String, String> BOXES =
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

  private Readable() {}

  /**
   * Returns whether a type can stand for a stored one: the same by its simple name, or a wider
   * primitive. A type of the program may stand for another one, which may be gone.
   */
  static boolean as(String stored, TypeMirror declared) {
    String wanted = TypeText.of(declared);
    if (isProgram(stored) && isProgram(wanted)) {
      return true;
    }
    String from = BOXES.getOrDefault(simple(stored), simple(stored));
    String to = BOXES.getOrDefault(simple(wanted), simple(wanted));
    return from.equals(to) || WIDER.getOrDefault(from, List.of()).contains(to);
  }

  private static boolean isProgram(String type) {
    return type.contains(".") && !type.startsWith("java.") && !type.startsWith("javax.");
  }

  /** Returns a type without packages. */
  static String simple(String type) {
    return type.replaceAll("[\\w$]+\\.", "");
  }

  /** Returns names and types as a record declares them. */
  static String shown(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> simple(one.getValue()) + " " + one.getKey())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  static String shown(List<Hook.Value> values) {
    return values.stream()
        .map(one -> simple(TypeText.of(one.type())) + " " + one.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}

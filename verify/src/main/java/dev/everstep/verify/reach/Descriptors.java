package dev.everstep.verify.reach;

import java.util.ArrayList;
import java.util.List;

/** Descriptors of class files as catalogues and people write them. */
final class Descriptors {
  private Descriptors() {}

  /** Returns the binary names of a method's parameter types, separated by commas. */
  static String arguments(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (at < descriptor.length() && descriptor.charAt(at) != ')') {
      int start = at;
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      int end = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
      types.add(type(descriptor.substring(at, end)) + "[]".repeat(at - start));
      at = end;
    }
    return String.join(",", types);
  }

  /** Returns the binary name of a field's type. */
  static String type(String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'S' -> "short";
      case 'C' -> "char";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      case '[' -> type(descriptor.substring(1)) + "[]";
      default -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    };
  }

  /** Returns a call as the catalogue writes it: {@code java.lang.Thread#sleep(long)}. */
  static String call(String owner, String name, String arguments) {
    StringBuilder call = new StringBuilder(owner.replace('/', '.'));
    call.append('#').append(name).append('(');
    boolean first = true;
    for (String type : arguments.isEmpty() ? new String[0] : arguments.split(",")) {
      call.append(first ? "" : ",").append(shortened(type));
      first = false;
    }
    return call.append(')').toString();
  }

  private static String shortened(String type) {
    String prefix = "java.lang.";
    boolean simple = type.startsWith(prefix) && type.indexOf('.', prefix.length()) < 0;
    return simple ? type.substring(prefix.length()) : type;
  }
}

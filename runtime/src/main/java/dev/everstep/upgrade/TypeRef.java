package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type as a step graph writes it, taken apart.
 *
 * @param name the full name of a class, a primitive, a type parameter, or {@code ?}
 * @param arguments its type arguments
 * @param dimensions of an array
 */
record TypeRef(String name, List<TypeRef> arguments, int dimensions) {
  TypeRef {
    arguments = List.copyOf(arguments);
  }

  /** Returns the type that a text names. */
  static TypeRef of(String text) {
    return new Parser(text).type();
  }

  /** Returns what an array holds. */
  TypeRef component() {
    return new TypeRef(name, arguments, dimensions - 1);
  }

  boolean isArray() {
    return dimensions > 0;
  }

  /** Returns this with types in the places of type parameters. */
  TypeRef with(Map<String, TypeRef> parameters) {
    TypeRef known = arguments.isEmpty() ? parameters.get(name) : null;
    if (known != null) {
      return new TypeRef(known.name, known.arguments, known.dimensions + dimensions);
    }
    return new TypeRef(
        name, arguments.stream().map(one -> one.with(parameters)).toList(), dimensions);
  }

  /** Returns the name without packages and enclosing classes. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns this as a frame names it: by simple names. */
  String shown() {
    String inner =
        arguments.isEmpty()
            ? ""
            : arguments.stream().map(TypeRef::shown).collect(Collectors.joining(", ", "<", ">"));
    return simpleName() + inner + "[]".repeat(dimensions);
  }

  private static final class Parser {
    /** Deeper ones are in no program, but perhaps in a file that is none of the compiler's. */
    private static final int DEPTH_MAX = 100;

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    TypeRef type() {
      blank();
      String name = name();
      List<TypeRef> arguments = new ArrayList<>();
      if (is('<') && depth == DEPTH_MAX) {
        at = text.length();
        return new TypeRef("?", List.of(), 0);
      }
      if (is('<')) {
        depth++;
        do {
          at++;
          arguments.add(type());
          blank();
        } while (is(','));
        depth--;
        at++;
        if (is('.')) { // a class inside a generic one; it has no arguments of its own
          name += name();
        }
      }
      int dimensions = 0;
      while (text.startsWith("[]", at)) {
        dimensions++;
        at += 2;
      }
      return new TypeRef(name, arguments, dimensions);
    }

    private String name() {
      if (is('?')) {
        int depth = 0; // A wildcard stands for no type that could be read, whatever its bound.
        while (at < text.length() && (depth > 0 || text.charAt(at) != ',' && !is('>'))) {
          depth += is('<') ? 1 : is('>') ? -1 : 0;
          at++;
        }
        return "?";
      }
      int start = at;
      while (at < text.length() && "<>,[&".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at).strip();
    }

    private void blank() {
      while (is(' ')) {
        at++;
      }
    }

    private boolean is(char c) {
      return at < text.length() && text.charAt(at) == c;
    }
  }
}

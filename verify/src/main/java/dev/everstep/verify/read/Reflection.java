package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves reflection whose class and member are constants in one method: {@code
 * Class.forName("java.lang.System").getMethod("nanoTime").invoke(null)}.
 */
final class Reflection {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "java/lang/Boolean", "boolean",
          "java/lang/Byte", "byte",
          "java/lang/Short", "short",
          "java/lang/Character", "char",
          "java/lang/Integer", "int",
          "java/lang/Long", "long",
          "java/lang/Float", "float",
          "java/lang/Double", "double",
          "java/lang/Void", "void");

  /**
   * What a call does.
   *
   * @param called the member that is called through it; null if it is none, or not known
   * @param constant what it returns; null if that is not known
   */
  record Result(Value.@Nullable Member called, @Nullable Object constant) {
    static final Result NOTHING = new Result(null, null);
  }

  /** A field that was looked up. */
  record Field(String owner, String name) {}

  /** Returns the class that a field such as {@code Integer.TYPE} holds; null if it is none. */
  static @Nullable Object primitive(String owner, String name) {
    String type = name.equals("TYPE") ? PRIMITIVES.get(owner) : null;
    return type == null ? null : new Value.Klass(type);
  }

  Result call(String owner, String name, @Nullable Value receiver, List<Value> arguments) {
    Object on = receiver == null ? null : receiver.constant();
    switch (owner) {
      case "java/lang/Class" -> {
        if (name.equals("forName") && arguments.get(0).constant() instanceof String named) {
          return new Result(null, new Value.Klass(named));
        }
        if (on instanceof Value.Klass klass) {
          return ofClass(klass, name, arguments);
        }
      }
      case "java/lang/reflect/Method" -> {
        if (on instanceof Value.Member member && name.equals("invoke")) {
          return new Result(member, null);
        }
      }
      case "java/lang/reflect/Constructor" -> {
        if (on instanceof Value.Member member && name.equals("newInstance")) {
          return new Result(member, null);
        }
      }
      case "java/lang/invoke/MethodType" -> {
        if (name.equals("methodType") && receiver == null) {
          return new Result(null, parameters(arguments));
        }
      }
      case "java/lang/invoke/MethodHandles$Lookup" -> {
        return ofLookup(name, arguments);
      }
      default -> {}
    }
    return Result.NOTHING;
  }

  private static Result ofClass(Value.Klass klass, String name, List<Value> arguments) {
    switch (name) {
      case "getMethod", "getDeclaredMethod" -> {
        if (arguments.get(0).constant() instanceof String method) {
          return new Result(
              null, new Value.Member(klass.name(), method, classes(arguments.get(1))));
        }
      }
      case "getConstructor", "getDeclaredConstructor" -> {
        return new Result(
            null, new Value.Member(klass.name(), "<init>", classes(arguments.get(0))));
      }
      case "newInstance" -> {
        return new Result(new Value.Member(klass.name(), "<init>", ""), null);
      }
      case "getField", "getDeclaredField" -> {
        if (arguments.get(0).constant() instanceof String field) {
          return new Result(null, new Field(klass.name(), field));
        }
      }
      default -> {}
    }
    return Result.NOTHING;
  }

  /** A method handle is judged where it is made, as the agent does. */
  private static Result ofLookup(String name, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return Result.NOTHING;
    }
    if (name.startsWith("unreflect")) {
      return arguments.get(0).constant() instanceof Value.Member member
          ? new Result(member, null)
          : Result.NOTHING;
    }
    if (!(arguments.get(0).constant() instanceof Value.Klass klass)) {
      return Result.NOTHING;
    }
    if (name.equals("findConstructor")) {
      return new Result(new Value.Member(klass.name(), "<init>", type(arguments.get(1))), null);
    }
    boolean finds = name.equals("findStatic") || name.equals("findVirtual");
    if (finds && arguments.get(1).constant() instanceof String method) {
      return new Result(new Value.Member(klass.name(), method, type(arguments.get(2))), null);
    }
    return Result.NOTHING;
  }

  /** The parameters of a method type. */
  private record Parameters(@Nullable String classes) {}

  private static Parameters parameters(List<Value> arguments) {
    List<Value> parameters = new ArrayList<>();
    for (Value argument : arguments.subList(1, arguments.size())) {
      if (argument.constant() instanceof Value.Elements elements) {
        parameters.addAll(elements.values);
      } else {
        parameters.add(argument);
      }
    }
    return new Parameters(names(parameters));
  }

  private static @Nullable String type(Value value) {
    return value.constant() instanceof Parameters parameters ? parameters.classes() : null;
  }

  private static @Nullable String classes(Value array) {
    return array.constant() instanceof Value.Elements elements ? names(elements.values) : null;
  }

  private static @Nullable String names(List<Value> values) {
    List<String> names = new ArrayList<>();
    for (Value value : values) {
      if (!(value.constant() instanceof Value.Klass klass)) {
        return null;
      }
      names.add(klass.name());
    }
    return String.join(",", names);
  }
}

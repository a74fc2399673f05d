package dev.everstep.processor.differential;

import dev.everstep.processor.differential.Names.Use;
import dev.everstep.processor.differential.Names.Variable;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes random expressions, steps and side effects among them. */
final class ExpressionGenerator {
  private static final int DEPTH = 3;

  /** Kinds that a lambda would change; what an inline step changes does not come back. */
  private static final Set<Kind> MUTABLE = Set.of(Kind.INTS, Kind.CELL, Kind.LIST);

  private final Random random;
  private final Names names;

  /** Above zero where a step cannot stand; counts nested places. */
  private int leaf;

  /** Above zero inside a lambda, which sees only locals that nobody assigns. */
  private int lambda;

  ExpressionGenerator(Random random, Names names) {
    this.random = random;
    this.names = names;
  }

  /** Writes code that holds no step. */
  String leaf(Supplier<String> code) {
    leaf++;
    try {
      return code.get();
    } finally {
      leaf--;
    }
  }

  /** Writes a lambda's body: an expression of a kind. */
  String captured(Kind kind) {
    lambda++;
    try {
      return leaf(() -> of(kind));
    } finally {
      lambda--;
    }
  }

  /** Writes an expression of a kind. */
  String of(Kind kind) {
    return of(kind, DEPTH);
  }

  private String of(Kind kind, int depth) {
    switch (kind) {
      case INT:
        return integer(depth);
      case LONG:
        return longs(depth);
      case BYTE:
        return "(byte) (0 + " + integer(depth) + ")";
      case BOOLEAN:
        return bool(depth);
      case TEXT:
        return text(depth);
      case BOX:
        return random.nextInt(4) == 0 && leaf == 0
            ? "ctx.step(Steps::boxed, " + argument(Kind.INT, depth - 1) + ")"
            : "Integer.valueOf(" + integer(depth) + ")";
      case INTS:
        return random.nextInt(3) == 0 && leaf == 0
            ? "ctx.step(Steps::ints, 3)"
            : "new int[] {" + integer(depth) + ", " + integer(depth - 1) + ", 3}";
      case CELL:
        return leaf == 0
            ? "ctx.step(Steps::cell, " + argument(Kind.INT, depth - 1) + ")"
            : "new Cell().self()";
      default:
        return "new ArrayList<>(List.of(" + integer(depth) + ", " + integer(depth - 1) + "))";
    }
  }

  private String integer(int depth) {
    if (depth <= 0) {
      return simple();
    }
    int next = depth - 1;
    switch (random.nextInt(leaf > 0 ? 13 : 21)) {
      case 0:
      case 1:
        return simple();
      case 2:
        return "Effects.at(" + integer(next) + ")";
      case 3:
      case 4:
        return binary(integer(next), pick("+", "-", "*", "&", "^", "|"), integer(next));
      case 5:
        return "(" + bool(next) + " ? " + integer(next) + " : " + integer(next) + ")";
      case 6:
        return change(next);
      case 7:
        return element(next);
      case 8:
        return field(next);
      case 9:
        return pick("Math.max", "Math.min", "Math.floorMod")
            + "("
            + integer(next)
            + ", "
            + integer(next)
            + ")";
      case 10:
        return random.nextInt(4) == 0
            ? binary(integer(next), "/", integer(next))
            : "(int) (0L + " + longs(next) + ")";
      case 11:
        return "(" + text(next) + ").length()";
      case 12:
        return unbox();
      case 13:
      case 14:
        return "ctx.step(Steps::inc, " + argument(Kind.INT, next) + ")";
      case 15:
      case 16:
        return "ctx.step(Steps::add, "
            + argument(Kind.INT, next)
            + ", "
            + argument(Kind.INT, next)
            + ")";
      case 17:
        return "ctx.step(Steps::positive, " + argument(Kind.INT, next) + ")";
      case 18:
        return "ctx.step(Steps::picky, " + argument(Kind.INT, next) + ")";
      case 19:
        return "ctx.step(\"inline\", () -> " + captured(Kind.INT) + ")";
      default:
        return "ctx.step(Steps::total, new int[] {" + integer(next) + ", " + integer(next) + "})";
    }
  }

  /**
   * Writes an argument of a step. A step that is all of another's argument makes javac compare all
   * forms of both, which takes long where many are nested; most are an operand instead.
   */
  private String argument(Kind kind, int depth) {
    String value = of(kind, depth);
    if (!value.startsWith("ctx.step") || random.nextInt(5) == 0) {
      return value;
    }
    return (kind == Kind.INT ? "0 + " : kind == Kind.LONG ? "0L + " : "true & ") + value;
  }

  private String simple() {
    List<Variable> all = known(Kind.INT, one -> true);
    return all.isEmpty() || random.nextInt(4) == 0
        ? String.valueOf(random.nextInt(7))
        : any(all).name();
  }

  private String change(int depth) {
    List<Variable> all = known(Kind.INT, one -> one.use() == Use.ASSIGNED);
    if (all.isEmpty() || lambda > 0) {
      return simple();
    }
    String name = any(all).name();
    switch (random.nextInt(4)) {
      case 0:
        return name + pick("++", "--");
      case 1:
        return pick("++", "--") + name;
      case 2:
        return "(" + name + " = " + integer(depth) + ")";
      default:
        return "(" + name + pick(" += ", " -= ", " *= ", " ^= ") + integer(depth) + ")";
    }
  }

  private String element(int depth) {
    List<Variable> all = known(Kind.INTS, one -> true);
    return all.isEmpty() ? simple() : any(all).name() + "[" + index(depth) + "]" + after();
  }

  private String field(int depth) {
    List<Variable> all = known(Kind.CELL, one -> true);
    if (all.isEmpty()) {
      return integer(depth);
    }
    return any(all).name() + pick("", ".self()") + ".value" + after();
  }

  private String after() {
    return pick("", "", "++", "--");
  }

  private String unbox() {
    List<Variable> boxes = known(Kind.BOX, one -> true);
    List<Variable> bytes = known(Kind.BYTE, one -> true);
    if (!boxes.isEmpty()) {
      return "(" + any(boxes).name() + " + 0)";
    }
    return bytes.isEmpty() ? simple() : "(" + any(bytes).name() + " + 1)";
  }

  /** Writes an index of an array of three; now and then one that may be outside. */
  String index(int depth) {
    return random.nextInt(8) == 0
        ? integer(depth)
        : pick("0", "1", "2", "Math.floorMod(" + integer(depth) + ", 3)");
  }

  private String longs(int depth) {
    List<Variable> all = known(Kind.LONG, one -> true);
    if (depth <= 0) {
      return all.isEmpty() ? random.nextInt(9) + "L" : any(all).name();
    }
    switch (random.nextInt(leaf > 0 ? 3 : 5)) {
      case 0:
        return "((long) " + integer(depth - 1) + ")";
      case 1:
        return binary(longs(depth - 1), pick("+", "*", "-"), integer(depth - 1));
      case 2:
        return longs(0);
      default:
        return "ctx.step(Steps::twice, " + argument(Kind.LONG, depth - 1) + ")";
    }
  }

  private String bool(int depth) {
    int next = depth - 1;
    List<Variable> all = known(Kind.BOOLEAN, one -> true);
    if (depth <= 0) {
      return all.isEmpty() ? simple() + " > 2" : any(all).name();
    }
    switch (random.nextInt(leaf > 0 ? 6 : 10)) {
      case 0:
        return bool(0);
      case 1:
        return "(" + bool(next) + ") " + pick("&&", "||", "&", "|", "^") + " (" + bool(next) + ")";
      case 2:
        return "!(" + bool(next) + ")";
      case 3:
        return "Effects.is(" + bool(next) + ")";
      case 4:
      case 5:
        return integer(next) + pick(" < ", " > ", " == ", " != ", " >= ") + integer(next);
      case 6:
        return "ctx.step(Steps::not, " + argument(Kind.BOOLEAN, next) + ")";
      case 7:
        return "("
            + bool(next)
            + ") "
            + pick("&&", "||")
            + " ctx.step(Steps::odd, "
            + simple()
            + ")";
      default:
        return "ctx.step(Steps::odd, " + argument(Kind.INT, next) + ")";
    }
  }

  private String text(int depth) {
    List<Variable> all = known(Kind.TEXT, one -> true);
    if (depth <= 0) {
      return all.isEmpty() ? "\"s" + random.nextInt(5) + "\"" : any(all).name();
    }
    int next = depth - 1;
    switch (random.nextInt(leaf > 0 ? 5 : 8)) {
      case 0:
        return text(0);
      case 1:
      case 2:
        return "(" + text(next) + " + " + operand(next) + ")";
      case 3:
        return "(" + operand(next) + " + " + text(next) + " + " + operand(next) + ")";
      case 4:
        return "(" + bool(next) + " ? " + text(next) + " : " + text(next) + ")";
      case 5:
        return "ctx.step(Steps::text, Effects.clip(" + text(next) + "))";
      case 6:
        return "ctx.step(Greeter::greet, Effects.clip(" + text(next) + "))";
      default:
        return "Effects.clip(ctx.step(Steps::keyed, Effects.clip(" + text(next) + ")))";
    }
  }

  private String operand(int depth) {
    Kind[] kinds = {Kind.INT, Kind.LONG, Kind.BOOLEAN, Kind.TEXT};
    return "(" + of(kinds[random.nextInt(kinds.length)], depth) + ")";
  }

  private List<Variable> known(Kind kind, Predicate<Variable> which) {
    return names.of(kind).stream()
        .filter(which)
        .filter(one -> lambda == 0 || one.use() == Use.CAPTURED && !MUTABLE.contains(one.kind()))
        .toList();
  }

  private static String binary(String left, String operator, String right) {
    return "(" + left + " " + operator + " " + right + ")";
  }

  String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

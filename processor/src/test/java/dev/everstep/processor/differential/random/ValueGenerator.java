package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes random values of every kind, with steps and side effects among them. */
final class ValueGenerator {
  /** The parameter of a generic method that holds elements; there is always one in it. */
  static final String ELEMENTS = "elements";

  private final Place place;
  private final NumberGenerator numbers;
  private final TextGenerator texts;
  private final CallGenerator calls;
  private final Supplier<Node> statements;

  /**
   * Creates a generator.
   *
   * @param statements writes what a case of a switch expression does before it yields
   */
  ValueGenerator(Place place, Supplier<Node> statements) {
    this.place = place;
    this.statements = statements;
    this.numbers = new NumberGenerator(place, this);
    this.texts = new TextGenerator(place, this);
    this.calls = new CallGenerator(place, this);
  }

  /** Writes a value of a kind. */
  Node of(Kind kind) {
    return of(kind, place.once(4) ? 3 : 2);
  }

  /** Writes a small value of a kind. */
  Node small(Kind kind) {
    return of(kind, 1);
  }

  Node of(Kind kind, int depth) {
    if (depth > 1 && place.nests() && !place.isLambda() && place.once(40)) {
      return choice(kind, depth - 1);
    }
    if (depth > 0 && calls.returns(kind) && place.once(kind == Kind.ELEMENT ? 4 : 12)) {
      return calls.generic(kind, depth - 1);
    }
    return switch (kind) {
      case INT, LONG, BYTE, SHORT, CHAR, FLOAT, DOUBLE -> numbers.of(kind, depth);
      case BOOLEAN -> texts.condition(depth);
      case TEXT -> texts.text(depth);
      default -> object(kind, depth - 1);
    };
  }

  private Node object(Kind kind, int depth) {
    List<Variable> known = place.known(kind);
    boolean named = kind != Kind.BOX && !known.isEmpty();
    if (named && !Kind.MUTABLE.contains(kind) && place.once(3)) {
      return name(place.any(known));
    }
    boolean step = depth > 0 && place.once(3);
    return switch (kind) {
      case BOX ->
          step || place.once(4)
              ? call(kind, "boxed", argument(Kind.INT, depth))
              : Node.value(kind, "Integer.valueOf(0 + #)", of(Kind.INT, depth));
      case INTS ->
          step
              ? call(kind, "ints", Node.value(Kind.INT, "3"))
              : Node.value(
                      kind, "new int[] {#, #, 3}", of(Kind.INT, depth), of(Kind.INT, depth - 1))
                  .showing(Construct.ARRAY_INITIALIZER);
      case CELL ->
          step
              ? call(kind, "cell", argument(Kind.INT, depth))
              : Node.value(kind, "new Cell().self()");
      case LIST ->
          Node.value(kind, "Effects.list(#, #)", of(Kind.INT, depth), of(Kind.INT, depth - 1));
      case MAP ->
          step
              ? call(kind, "index", Node.clause("List.of(\"k\", \"l\")"))
                  .showing(Construct.GENERICS)
              : Node.value(
                      kind, "Effects.map(#, #)", of(Kind.LIST, depth), of(Kind.LIST, depth - 1))
                  .showing(Construct.GENERICS);
      case ITEM -> item(depth, step);
      case PAIR ->
          step
              ? call(kind, "pair", clipped(depth), argument(Kind.LONG, depth))
                  .showing(Construct.GENERICS)
              : Node.value(
                      kind,
                      "new Pair<String, List<Long>>(#, Effects.longs(#))",
                      of(Kind.TEXT, depth),
                      of(Kind.LONG, depth))
                  .showing(Construct.NEW, Construct.GENERICS);
      case COLOR ->
          step
              ? call(kind, "color", argument(Kind.INT, depth))
              : place.once(3)
                  ? Node.value(kind, place.pick("Color.RED", "Color.GREEN", "Color.BLUE"))
                  : Node.value(kind, "Color.values()[Math.floorMod(#, 3)]", of(Kind.INT, depth))
                      .showing(Construct.ARRAY_INDEX);
      case SHAPE ->
          step
              ? call(kind, "shape", Node.value(Kind.TEXT, place.pick("\"circle\"", "\"box\"")))
              : Node.value(
                      kind, "((Shape) new Shape.Box(#, #))", of(Kind.DOUBLE, depth), number(depth))
                  .showing(Construct.NEW, Construct.CONVERSION);
      case OBJECT -> anything(depth);
      case ELEMENT -> element(depth);
      default ->
          Node.value(kind, "Effects.list(#, 2)", of(Kind.INT, depth)).showing(Construct.WILDCARD);
    };
  }

  private Node item(int depth, boolean step) {
    if (step) {
      return call(Kind.ITEM, "item", clipped(depth), argument(Kind.INT, depth))
          .showing(Construct.RECORD);
    }
    List<Variable> known = place.known(Kind.ITEM);
    return known.isEmpty() || place.once(2)
        ? Node.value(
                Kind.ITEM,
                "new Item(#, #, Effects.texts(\"t\", #))",
                of(Kind.TEXT, depth),
                of(Kind.INT, depth),
                of(Kind.TEXT, depth - 1))
            .showing(Construct.RECORD, Construct.NEW)
        : Node.value(Kind.ITEM, "#.with(#)", name(place.any(known)), of(Kind.INT, depth))
            .showing(Construct.RECORD, Construct.RECEIVER);
  }

  /** Writes an object that is text, a number, or null. */
  private Node anything(int depth) {
    return switch (place.below(5)) {
      case 0, 1 -> Node.value(Kind.OBJECT, "((Object) #)", of(Kind.TEXT, depth));
      case 2 -> Node.value(Kind.OBJECT, "((Object) (#))", of(Kind.INT, depth));
      case 3 ->
          Node.value(
              Kind.OBJECT,
              "((#) ? (Object) # : null)",
              of(Kind.BOOLEAN, depth),
              of(Kind.TEXT, depth));
      default -> Node.value(Kind.OBJECT, "((Object) (0.5 + #))", of(Kind.INT, depth));
    };
  }

  /** Writes a value that a generic method was given. */
  private Node element(int depth) {
    Node named = name(place.any(place.known(Kind.ELEMENT)));
    Node made =
        switch (place.below(depth > 0 ? 4 : 2)) {
          case 0 -> named;
          case 1 -> Node.value(Kind.ELEMENT, ELEMENTS + ".get(0)");
          case 2 ->
              Node.value(
                      Kind.ELEMENT,
                      ELEMENTS + ".get(Math.floorMod(#, " + ELEMENTS + ".size()))",
                      of(Kind.INT, depth))
                  .showing(Construct.ARGUMENTS);
          default ->
              Node.value(Kind.ELEMENT, "(# ? # : #)", of(Kind.BOOLEAN, depth), named, element(0))
                  .showing(Construct.CONDITIONAL);
        };
    return made.showing(Construct.GENERICS);
  }

  /** Writes a call of a generic durable method with a list of a local type, if there is one. */
  Optional<Node> shared(String type, String list) {
    return calls.shared(type, list);
  }

  /** Writes a call of a durable method that returns nothing, if there is one. */
  Optional<Node> called() {
    return calls.nothing();
  }

  /** Returns whether there is a durable method with a number as its value. */
  boolean isCallable() {
    return calls.returnsNumbers();
  }

  /** Writes a call of a durable method with a number as its value. */
  Node called(int depth) {
    return calls.number(depth);
  }

  /** Writes a number of some kind that a double may be given. */
  Node number(int depth) {
    return of(place.any(List.of(Kind.INT, Kind.LONG, Kind.FLOAT, Kind.CHAR, Kind.DOUBLE)), depth);
  }

  /** Writes a switch expression. */
  private Node choice(Kind kind, int depth) {
    Node selector = of(Kind.INT, depth);
    Node first = place.value(() -> place.inside(() -> of(kind, depth - 1)));
    Node list = place.value(() -> place.inside(() -> Node.list(statements.get(), yielded(kind))));
    Node rest = place.value(() -> place.inside(() -> of(kind, depth - 1)));
    return place.once(3)
        ? Node.value(
                kind,
                "(switch (#) {\ncase 0:\ncase 1: {\n#}\ncase 2:\nyield #;\ndefault:\nyield #;\n})",
                selector,
                list,
                first,
                rest)
            .showing(Construct.SWITCH_VALUE, Construct.SWITCH_YIELD, Construct.SWITCH_INT)
        : Node.value(
                kind,
                "(switch (#) {\ncase 0, LIMIT -> #;\ncase 1 -> {\n#}\ndefault -> #;\n})",
                selector,
                first,
                list,
                rest)
            .showing(Construct.SWITCH_VALUE, Construct.SWITCH_YIELD, Construct.SWITCH_INT);
  }

  private Node yielded(Kind kind) {
    return Node.statement("yield #;", small(kind));
  }

  /** Writes a call of a function: a step where one can stand, else a plain call. */
  Node call(Kind kind, String function, Node... arguments) {
    return call(kind, "Steps", function, arguments);
  }

  Node call(Kind kind, String owner, String function, Node... arguments) {
    String holes = "#" + ", #".repeat(Math.max(0, arguments.length - 1));
    String given = arguments.length == 0 ? "" : holes;
    if (place.isLeaf()) {
      String receiver = owner.equals("Steps") ? owner : "new " + owner + "()";
      return Node.value(kind, receiver + "." + function + "(" + given + ")", arguments);
    }
    Node made =
        Node.value(
                kind,
                "ctx.step(" + owner + "::" + function + (given.isEmpty() ? "" : ", ") + given + ")",
                arguments)
            .showing(Construct.STEP);
    for (Node argument : arguments) {
      if (argument.code().startsWith("ctx.step")) {
        made = made.showing(Construct.NESTED_STEPS);
      }
    }
    return owner.equals("Steps") ? made : made.showing(Construct.INSTANCE_STEP);
  }

  /**
   * Writes an argument of a step. One whose type depends on where it stands, such as a step that is
   * all of another's argument, makes javac compare all forms of both, which takes long where many
   * are nested; most are an operand instead.
   */
  Node argument(Kind kind, int depth) {
    Node value = of(kind, depth);
    boolean depends =
        value.code().startsWith("ctx.step")
            || value.code().startsWith("(#")
            || value.code().startsWith("(switch")
            || value.code().startsWith("Effects.seen")
            || value.shows().contains(Construct.CALL_GENERIC);
    if (!depends || value.code().startsWith("ctx.step") && place.once(5)) {
      return value;
    }
    return switch (kind) {
      case INT -> Node.value(kind, "0 + #", value);
      case LONG -> Node.value(kind, "0L + #", value);
      case BOOLEAN -> Node.value(kind, "true & #", value);
      case TEXT -> Node.value(kind, "\"\" + #", value);
      default -> Node.value(kind, "(" + kind.java() + ") (#)", value);
    };
  }

  /** Writes a short text. */
  Node clipped(int depth) {
    return Node.value(Kind.TEXT, "Effects.clip(#)", argument(Kind.TEXT, depth));
  }

  /** Writes a return statement. */
  Node returned() {
    Kind result = place.result();
    return result == null
        ? Node.clause("return;")
        : Node.clause("return #;", result == Kind.TEXT ? clipped(2) : of(result, 2));
  }

  /** Writes the name of a local. */
  static Node name(Variable variable) {
    return Node.value(variable.kind(), variable.name());
  }

  /** Writes a lambda's value: an expression of a kind without steps. */
  Node captured(Kind kind) {
    return place.captured(() -> of(kind));
  }

  /** Writes an index of an array of three; now and then one that may be outside. */
  Node index(int depth) {
    return place.once(place.isAttempt() ? 8 : 30)
        ? of(Kind.INT, depth)
        : place.once(2)
            ? Node.value(Kind.INT, place.pick("0", "1", "2"))
            : Node.value(Kind.INT, "Math.floorMod(#, 3)", of(Kind.INT, depth));
  }
}

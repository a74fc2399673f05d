package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Helper.Room;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.List;

/** Writes random numbers. */
final class NumberGenerator {
  private final Place place;
  private final ValueGenerator values;

  NumberGenerator(Place place, ValueGenerator values) {
    this.place = place;
    this.values = values;
  }

  Node of(Kind kind, int depth) {
    return switch (kind) {
      case INT -> integer(depth);
      case LONG -> longs(depth);
      case CHAR -> chars(depth);
      case BYTE -> small(kind, "low", depth).showing(Construct.BYTE_ARITHMETIC, Construct.CAST);
      case SHORT -> small(kind, "mid", depth).showing(Construct.SHORT_ARITHMETIC, Construct.CAST);
      case FLOAT -> fraction(kind, "third", depth).showing(Construct.FLOAT_ARITHMETIC);
      default -> fraction(kind, "half", depth).showing(Construct.DOUBLE_ARITHMETIC);
    };
  }

  private Node value(String code, Node... parts) {
    return Node.value(Kind.INT, code, parts);
  }

  private Node integer(int depth) {
    if (depth <= 0) {
      return simple();
    }
    if (values.isCallable() && place.once(12)) {
      return values.called(depth - 1);
    }
    int next = depth - 1;
    return switch (place.below(place.isLambda() ? 12 : 26)) {
      case 0, 1 -> simple();
      case 2 -> value("Effects.at(#)", integer(next));
      case 3, 4 -> binary(Kind.INT, integer(next), place.pick("+", "-", "*", "&", "^", "|"), next);
      case 5 ->
          value("(# ? # : #)", values.of(Kind.BOOLEAN, next), integer(next), integer(next))
              .showing(Construct.CONDITIONAL);
      case 6 ->
          value(
                  place.pick("Effects.larger", "Effects.smaller") + "(#, #)",
                  integer(next),
                  integer(next))
              .showing(Construct.ARGUMENTS);
      case 7 -> narrowed(next);
      case 8 -> value("(#).length()", values.of(Kind.TEXT, next)).showing(Construct.RECEIVER);
      case 9 -> unboxed(next);
      case 10 -> part(next);
      case 11 ->
          value("Effects.sum(#, #, #)", integer(next), integer(next), integer(next))
              .showing(Construct.VARARGS, Construct.ARGUMENTS);
      case 12, 13 -> change(next);
      case 14 -> element(next);
      case 15 -> field(next);
      case 16 -> lambda();
      case 17, 18 -> values.call(Kind.INT, "inc", values.argument(Kind.INT, next));
      case 19, 20 ->
          values.call(
              Kind.INT, "add", values.argument(Kind.INT, next), values.argument(Kind.INT, next));
      case 21 ->
          values
              .call(
                  Kind.INT,
                  place.isAttempt() ? place.pick("positive", "picky") : "inc",
                  values.argument(Kind.INT, next))
              .showing(Construct.THROWS_IN_EXPRESSION);
      case 22 ->
          place.isLeaf()
              ? simple()
              : value("ctx.step(\"inline\", () -> #)", values.captured(Kind.INT))
                  .showing(Construct.STEP, Construct.INLINE_STEP);
      case 23 ->
          values.call(
              Kind.INT,
              "total",
              Node.value(Kind.INTS, "new int[] {#, #}", integer(next), integer(next))
                  .showing(Construct.ARRAY_INITIALIZER));
      case 24 -> value(place.pick("ctx.random().nextInt(5)", "(int) ctx.now().getEpochSecond()"));
      default -> values.call(Kind.INT, "Greeter", "tick");
    };
  }

  private Node simple() {
    List<Variable> all = place.known(Kind.INT);
    if (all.isEmpty() || place.once(4)) {
      return place.once(4) ? field() : value(String.valueOf(place.below(7)));
    }
    return ValueGenerator.name(place.any(all));
  }

  /** Writes a constant, or a field that a local may hide. */
  private Node field() {
    if (place.isLambda() || place.room() != Room.OBJECT || place.once(2)) {
      return value("LIMIT").showing(Construct.CONSTANT);
    }
    String name = place.pick("a", "x", "own");
    return place.names().isVisible(name)
        ? value("this." + name).showing(Construct.SHADOWED_FIELD)
        : value(name.equals("own") ? name : "this." + name);
  }

  private Node binary(Kind kind, Node left, String operator, int depth) {
    return Node.value(kind, "(# " + operator + " #)", left, integer(depth));
  }

  private Node narrowed(int depth) {
    return switch (place.below(4)) {
      case 0 -> value("(int) (0L + #)", longs(depth)).showing(Construct.CAST);
      case 1 ->
          value("(int) (0 + #)", values.of(place.any(List.of(Kind.FLOAT, Kind.DOUBLE)), depth))
              .showing(Construct.CAST);
      case 2 ->
          value("(# + 0)", values.of(place.any(List.of(Kind.CHAR, Kind.BYTE, Kind.SHORT)), depth))
              .showing(Construct.CONVERSION);
      default ->
          place.isAttempt()
              ? value("(# / #)", integer(depth), integer(depth))
                  .showing(Construct.THROWS_IN_EXPRESSION)
              : value("(# / #)", integer(depth), value("LIMIT").showing(Construct.CONSTANT));
    };
  }

  private Node unboxed(int depth) {
    List<Variable> boxes = place.known(Kind.BOX);
    Node box = boxes.isEmpty() ? values.of(Kind.BOX, depth) : ValueGenerator.name(place.any(boxes));
    return value("(# + #)", box, integer(depth)).showing(Construct.NULL_UNBOXING);
  }

  /** Writes a number that an object has. */
  private Node part(int depth) {
    return switch (place.below(5)) {
      case 0 ->
          value("#.count()", values.of(Kind.ITEM, depth))
              .showing(Construct.RECORD, Construct.RECEIVER);
      case 1 -> value("#.weight()", values.of(Kind.COLOR, depth)).showing(Construct.RECEIVER);
      case 2 ->
          value("#.get(0).intValue()", values.of(Kind.WILD, depth))
              .showing(Construct.WILDCARD, Construct.RECEIVER);
      case 3 ->
          value("Effects.seen(#)", integer(depth)).showing(Construct.GENERICS, Construct.ARGUMENTS);
      default ->
          value("#.second().size()", values.of(Kind.PAIR, depth))
              .showing(Construct.RECORD, Construct.GENERICS);
    };
  }

  private Node change(int depth) {
    List<Variable> all = place.assignable(one -> one.kind() == Kind.INT);
    if (all.isEmpty()) {
      return simple();
    }
    String name = place.any(all).name();
    return switch (place.below(4)) {
      case 0 -> value(name + place.pick("++", "--")).showing(Construct.INCREMENT_LOCAL);
      case 1 -> value(place.pick("++", "--") + name).showing(Construct.INCREMENT_LOCAL);
      case 2 -> value("(" + name + " = #)", integer(depth)).showing(Construct.ASSIGNMENT_AS_VALUE);
      default ->
          value("(" + name + place.pick(" += ", " -= ", " *= ", " ^= ") + "#)", integer(depth))
              .showing(Construct.COMPOUND_LOCAL, Construct.ASSIGNMENT_AS_VALUE);
    };
  }

  private Node element(int depth) {
    List<Variable> all = place.known(Kind.INTS);
    Node array = all.isEmpty() ? values.of(Kind.INTS, depth) : ValueGenerator.name(place.any(all));
    if (all.isEmpty() || place.once(2)) {
      return value("(#)[#]", array, values.index(depth)).showing(Construct.ARRAY_INDEX);
    }
    return place.once(2)
        ? value("#[#]" + place.pick("++", "--"), array, values.index(depth))
            .showing(Construct.ARRAY_INDEX, Construct.INCREMENT_ELEMENT)
        : value(
                "(#[#]" + place.pick(" = ", " += ") + "#)",
                array,
                values.index(depth),
                integer(depth))
            .showing(Construct.ARRAY_TARGET, Construct.ASSIGNMENT_AS_VALUE);
  }

  private Node field(int depth) {
    Node cell = cell(depth);
    return switch (place.below(3)) {
      case 0 -> value("#.value", cell).showing(Construct.RECEIVER);
      case 1 ->
          value("#.value" + place.pick("++", "--"), cell)
              .showing(Construct.INCREMENT_FIELD, Construct.RECEIVER);
      default ->
          value("(#.value = #)", cell, integer(depth))
              .showing(Construct.FIELD_TARGET, Construct.ASSIGNMENT_AS_VALUE);
    };
  }

  private Node cell(int depth) {
    List<Variable> all = place.known(Kind.CELL);
    return all.isEmpty() || place.once(4)
        ? Node.value(Kind.CELL, "#.self()", values.of(Kind.CELL, depth))
        : ValueGenerator.name(place.any(all));
  }

  private Node lambda() {
    List<Variable> all = place.known(Kind.TEXT);
    if (!all.isEmpty() && place.once(2)) {
      return value("((Supplier<Integer>) #::length).get()", ValueGenerator.name(place.any(all)))
          .showing(Construct.METHOD_REFERENCE);
    }
    return value("((IntSupplier) () -> #).getAsInt()", values.captured(Kind.INT))
        .showing(Construct.LAMBDA);
  }

  private Node longs(int depth) {
    List<Variable> all = place.known(Kind.LONG);
    if (depth <= 0) {
      return all.isEmpty()
          ? Node.value(Kind.LONG, place.below(9) + "L")
          : ValueGenerator.name(place.any(all));
    }
    int next = depth - 1;
    Node made =
        switch (place.below(5)) {
          case 0 -> Node.value(Kind.LONG, "((long) #)", integer(next)).showing(Construct.CAST);
          case 1 -> binary(Kind.LONG, longs(next), place.pick("+", "*", "-", ">>"), next);
          case 2 -> longs(0);
          case 3 ->
              values
                  .call(Kind.LONG, "twice", Node.value(Kind.LONG, "(0L + #)", integer(next)))
                  .showing(Construct.CONVERSION);
          default -> values.call(Kind.LONG, "twice", values.argument(Kind.LONG, next));
        };
    return made.showing(Construct.LONG_ARITHMETIC);
  }

  private Node chars(int depth) {
    List<Variable> all = place.known(Kind.CHAR);
    if (depth <= 0 || place.once(4)) {
      return all.isEmpty()
          ? Node.value(Kind.CHAR, place.pick("'a'", "'b'", "'z'"))
          : ValueGenerator.name(place.any(all));
    }
    Node made =
        place.once(2)
            ? Node.value(Kind.CHAR, "(char) ('b' + Math.floorMod(#, 9))", integer(depth - 1))
            : values.call(Kind.CHAR, "next", chars(depth - 1));
    return made.showing(Construct.CHAR_ARITHMETIC);
  }

  private Node small(Kind kind, String function, int depth) {
    List<Variable> all = place.known(kind);
    if (!all.isEmpty() && place.once(3)) {
      return ValueGenerator.name(place.any(all));
    }
    return depth > 0 && place.once(3)
        ? values.call(kind, function, values.argument(Kind.INT, depth - 1))
        : Node.value(kind, "(" + kind.java() + ") (0 + #)", integer(depth - 1));
  }

  private Node fraction(Kind kind, String function, int depth) {
    List<Variable> all = place.known(kind);
    if (depth <= 0 || place.once(4)) {
      return all.isEmpty()
          ? Node.value(kind, kind == Kind.FLOAT ? "1.5f" : "2.5")
          : ValueGenerator.name(place.any(all));
    }
    int next = depth - 1;
    return switch (place.below(3)) {
      case 0 ->
          binary(kind, of(kind, next), place.pick("+", "*", "-", "/", "%"), next)
              .showing(Construct.CONVERSION);
      case 1 ->
          Node.value(kind, "(" + kind.java() + ") (#)", integer(next)).showing(Construct.CAST);
      default -> values.call(kind, function, of(kind, next));
    };
  }
}

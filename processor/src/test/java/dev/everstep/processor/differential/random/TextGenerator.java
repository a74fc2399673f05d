package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.List;

/** Writes random texts and conditions. */
final class TextGenerator {
  private final Place place;
  private final ValueGenerator values;

  TextGenerator(Place place, ValueGenerator values) {
    this.place = place;
    this.values = values;
  }

  private Node integer(int depth) {
    return values.of(Kind.INT, depth);
  }

  private Node bool(String code, Node... parts) {
    return Node.value(Kind.BOOLEAN, code, parts);
  }

  /** Writes a condition. */
  Node condition(int depth) {
    List<Variable> all = place.known(Kind.BOOLEAN);
    if (depth <= 0) {
      return all.isEmpty() ? bool("# > 2", integer(0)) : ValueGenerator.name(place.any(all));
    }
    int next = depth - 1;
    return switch (place.below(place.isLambda() ? 8 : 14)) {
      case 0 -> condition(0);
      case 1 -> logical(condition(next), place.pick("&&", "||", "&", "|", "^"), condition(next));
      case 2 -> bool("!(#)", condition(next)).showing(Construct.NOT);
      case 3 -> bool("Effects.is(#)", condition(next)).showing(Construct.ARGUMENTS);
      case 4, 5 ->
          bool("# " + place.pick("<", ">", "==", "!=", ">=") + " #", integer(next), integer(next));
      case 6 ->
          bool("(# ? # : #)", condition(next), condition(next), condition(next))
              .showing(Construct.CONDITIONAL);
      case 7 -> bool("# == Color.RED", values.of(Kind.COLOR, next));
      case 8 -> values.call(Kind.BOOLEAN, "not", values.argument(Kind.BOOLEAN, next));
      case 9 ->
          logical(
              condition(next),
              place.pick("&&", "||"),
              values.call(Kind.BOOLEAN, "odd", integer(0)));
      case 10 -> pattern(next);
      case 11 -> assigned(next);
      default -> values.call(Kind.BOOLEAN, "odd", values.argument(Kind.INT, next));
    };
  }

  private Node logical(Node left, String operator, Node right) {
    Node made = bool("(#) " + operator + " (#)", left, right);
    return switch (operator) {
      case "&&" -> made.showing(Construct.AND);
      case "||" -> made.showing(Construct.OR);
      default -> made;
    };
  }

  private Node assigned(int depth) {
    List<Variable> all = place.assignable(one -> one.kind() == Kind.BOOLEAN);
    return all.isEmpty()
        ? condition(depth)
        : bool("(" + place.any(all).name() + " = #)", condition(depth))
            .showing(Construct.ASSIGNMENT_AS_VALUE);
  }

  /** Writes a test that gives an object a name, and the name's use in the same condition. */
  private Node pattern(int depth) {
    if (place.once(2)) {
      Node shape = values.of(Kind.SHAPE, depth);
      String name = place.names().label();
      return bool("(# instanceof Shape.Circle " + name + " && " + name + ".radius() > 1)", shape)
          .showing(Construct.INSTANCEOF_PATTERN);
    }
    Node object = values.of(Kind.OBJECT, depth);
    return place.inside(
        () -> {
          String name = place.names().declareUnique(Kind.TEXT, Use.CAPTURED).name();
          return bool("(# instanceof String " + name + " && #)", object, condition(depth))
              .showing(Construct.INSTANCEOF_PATTERN);
        });
  }

  private Node of(String code, Node... parts) {
    return Node.value(Kind.TEXT, code, parts);
  }

  /** Writes a text. */
  Node text(int depth) {
    List<Variable> all = place.known(Kind.TEXT);
    if (depth <= 0) {
      return all.isEmpty()
          ? of("\"s" + place.below(5) + "\"")
          : ValueGenerator.name(place.any(all));
    }
    int next = depth - 1;
    return switch (place.below(place.isLambda() ? 6 : 12)) {
      case 0 -> text(0);
      case 1, 2 -> of("(# + #)", text(next), operand(next)).showing(Construct.CONCATENATION);
      case 3 ->
          of("(# + # + #)", operand(next), text(next), operand(next))
              .showing(Construct.CONCATENATION);
      case 4 ->
          of("(# ? # : #)", condition(next), text(next), text(next)).showing(Construct.CONDITIONAL);
      case 5 -> of("#.concat(#)", text(next), text(next)).showing(Construct.RECEIVER);
      case 6 -> block(next);
      case 7 -> of("#.name()", values.of(Kind.ITEM, next)).showing(Construct.RECORD);
      case 8 -> values.call(Kind.TEXT, "text", values.clipped(next));
      case 9 -> values.call(Kind.TEXT, "Greeter", "greet", values.clipped(next));
      case 10 ->
          place.isLeaf()
              ? text(0)
              : of(
                  "Effects.clip(#)",
                  values
                      .call(Kind.TEXT, "keyed", values.clipped(next))
                      .showing(Construct.CONTEXT_STEP));
      default -> of("String.valueOf(#)", values.of(Kind.OBJECT, next)).showing(Construct.ARGUMENTS);
    };
  }

  private Node block(int depth) {
    return of("(\"\"\"\none\n  \\\"two\\\" \\s\n\"\"\" + #)", operand(depth))
        .showing(Construct.TEXT_BLOCK, Construct.CONCATENATION);
  }

  /** Writes an operand of a concatenation. */
  private Node operand(int depth) {
    Kind kind =
        place.any(
            List.of(
                Kind.INT, Kind.LONG, Kind.BOOLEAN, Kind.TEXT, Kind.CHAR, Kind.DOUBLE, Kind.BOX));
    return Node.value(kind, "(#)", values.of(kind, depth));
  }
}

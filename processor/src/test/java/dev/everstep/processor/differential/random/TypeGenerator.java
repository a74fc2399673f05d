package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.List;
import java.util.function.Supplier;

/** Writes scenes: a type that the body declares, values of it on both sides of a step. */
final class TypeGenerator {
  private final Place place;
  private final ValueGenerator values;
  private final Supplier<Node> statements;

  TypeGenerator(Place place, ValueGenerator values, Supplier<Node> statements) {
    this.place = place;
    this.values = values;
    this.statements = statements;
  }

  Node scene() {
    return switch (place.below(5)) {
      case 0, 1 -> record();
      case 2 -> genericRecord();
      case 3 -> enumeration();
      default -> contract();
    };
  }

  private Node step() {
    return Node.statement(
        "Effects.at(#);", values.call(Kind.INT, "inc", values.argument(Kind.INT, 1)));
  }

  private static Node look(String what) {
    return Node.statement("Effects.log(\"\" + " + what + ");");
  }

  private Node record() {
    String type = place.names().type();
    String one = place.names().label();
    String all = place.names().label();
    Node use =
        switch (place.below(4)) {
          case 0 -> each(type, all);
          case 1 -> made(type, all);
          case 2 -> given(type, all);
          default -> tested(type, one);
        };
    return Node.list(
            Node.statement(
                """
                record %s(int n, String text) {
                static final %s FIRST = new %s(1, WORD);

                %s {
                if (n == 5) {
                throw new IllegalArgumentException(text);
                }
                }

                int both() {
                return n * LIMIT + text.length();
                }
                }"""
                    .replace("%s", type)),
            Node.statement(
                "%s %s = new %s(#, #);".formatted(type, one, type),
                values.of(Kind.INT),
                values.clipped(2)),
            Node.statement(
                "List<%s> %s = Effects.all(%s, new %s(#, #));".formatted(type, all, one, type),
                values.of(Kind.INT),
                values.clipped(1)),
            step(),
            use,
            Node.statement(
                "%s = new %s(%s.both() + #, %s.get(0).text());".formatted(one, type, one, all),
                values.of(Kind.INT)),
            look("%s + %s + %s.FIRST".formatted(one, all, type)))
        .showing(Construct.LOCAL_RECORD, Construct.RECORD);
  }

  private Node each(String type, String all) {
    String label = place.names().label();
    String each = place.names().label();
    Node body = place.loop(label, () -> place.inside(statements));
    return Node.statement(
            "%s:\nfor (%s %s : %s) {\n#Effects.log(\"\" + %s.both());\n}"
                .formatted(label, type, each, all, each),
            body)
        .showing(Construct.EACH_LIST);
  }

  /** Writes an inline step that takes such a record and returns another. */
  private Node made(String type, String all) {
    if (place.isLeaf()) {
      return each(type, all);
    }
    String from = place.names().label();
    String made = place.names().label();
    return Node.list(
        Node.statement("%s %s = %s.get(0);".formatted(type, from, all)),
        Node.statement(
                "%s %s = ctx.step(\"made\", () -> new %s(%s.n() + #, #));"
                    .formatted(type, made, type, from),
                values.captured(Kind.INT),
                values.captured(Kind.TEXT))
            .showing(Construct.STEP, Construct.INLINE_STEP),
        Node.statement("%s.add(%s);".formatted(all, made)));
  }

  /** Writes a call of a durable method with such records, if there is a generic one. */
  private Node given(String type, String all) {
    return values
        .shared(type, all)
        .<Node>map(call -> Node.statement("%s.add(#);".formatted(all), call))
        .orElseGet(() -> each(type, all));
  }

  private Node tested(String type, String one) {
    String test = place.names().label();
    String text = place.names().label();
    Node limit = values.small(Kind.INT);
    Node body = place.inside(statements);
    return Construct.SWITCH_RECORD.isKnown() && place.once(2)
        ? Node.statement(
                """
                switch ((Object) %s) {
                case %s(int %s, var %s) -> {
                Effects.log(%s + %s);
                #}
                default -> Effects.at(#);
                }"""
                    .formatted(one, type, test, text, text, test),
                body,
                limit)
            .showing(Construct.SWITCH_RECORD)
        : Node.statement(
                "if ((Object) %s instanceof %s %s && %s.n() < #) {\n#Effects.log(\"\" + %s);\n}"
                    .formatted(one, type, test, test, test),
                limit,
                body)
            .showing(Construct.INSTANCEOF_SCOPE);
  }

  private Node genericRecord() {
    List<Kind> kinds =
        place.known(Kind.ELEMENT).isEmpty()
            ? List.of(Kind.BOX, Kind.TEXT, Kind.ITEM, Kind.LIST, Kind.CELL)
            : List.of(Kind.ELEMENT, Kind.LIST);
    Kind kind = place.any(kinds);
    String type = place.names().type();
    String one = place.names().label();
    List<Variable> known = place.known(kind);
    Node held = known.isEmpty() ? values.argument(kind, 1) : ValueGenerator.name(place.any(known));
    Node declared =
        Node.statement(
            "%s<%s> %s = new %s<%s>(#, Effects.all(#, #));"
                .formatted(type, kind.java(), one, type, place.pick("", kind.java())),
            held,
            values.argument(kind, 1),
            held);
    Node added = Node.statement(one + ".rest().add(#);", values.of(kind, 1));
    Node between = step();
    Variable last = place.names().declare(kind, Use.ASSIGNED);
    return Node.list(
            Node.statement(
                """
                record %s<E>(E held, List<E> rest) {
                E last() {
                return rest.get(rest.size() - 1);
                }
                }"""
                    .formatted(type)),
            declared,
            between,
            Node.statement("%s %s = %s.last();".formatted(kind.java(), last.name(), one)),
            added,
            look(
                "Effects.deep(%s.held()) + %s.rest().size()".formatted(one, one)
                    + (Kind.MUTABLE.contains(kind)
                        ? " + (%s == %s.rest().get(1))".formatted(last.name(), one)
                        : "")))
        .showing(Construct.LOCAL_RECORD, Construct.LOCAL_GENERIC_RECORD, Construct.GENERICS);
  }

  private Node enumeration() {
    String type = place.names().type();
    String one = place.names().label();
    String counts = place.names().label();
    Node value = values.of(Kind.INT);
    Node first = place.choice(() -> place.inside(statements));
    Node second = place.choice(() -> place.inside(statements));
    Node choice =
        place.once(2)
            ? Node.statement(
                    "switch (" + one + ") {\ncase FAST -> {\n#}\ncase SLOW -> {\n#}\n}",
                    first,
                    second)
                .showing(Construct.SWITCH_ARROW)
            : Node.statement(
                    "switch (" + one + ") {\ncase SLOW:\n{\n#}\ncase FAST:\n{\n#}\n}",
                    first,
                    second)
                .showing(Construct.SWITCH_OLD, Construct.SWITCH_FALL_THROUGH);
    return Node.list(
            Node.statement(
                """
                enum %s {
                FAST,
                SLOW {
                @Override
                int cost() {
                return 7;
                }
                };

                int cost() {
                return ordinal() + LIMIT;
                }
                }"""
                    .formatted(type)),
            Node.statement(
                "%s %s = %s.values()[Math.floorMod(#, 2)];".formatted(type, one, type), value),
            Node.statement(
                "Map<%s, Integer> %s = new EnumMap<%s, Integer>(%s.class);"
                    .formatted(type, counts, type, type)),
            Node.statement("%s.put(%s, #);".formatted(counts, one), values.of(Kind.INT)),
            choice.showing(Construct.SWITCH_ENUM),
            Node.statement(
                "%s = (# ? %s.FAST : %s.valueOf(\"SLOW\"));".formatted(one, type, type),
                values.small(Kind.BOOLEAN)),
            step(),
            look("%s + %s.cost() + (%s == %s.SLOW) + %s".formatted(one, one, one, type, counts)))
        .showing(Construct.LOCAL_ENUM);
  }

  /** Writes an interface, a record that implements it, and a lambda that does. */
  private Node contract() {
    String type = place.names().type();
    String record = place.names().type();
    String one = place.names().label();
    Node by = simple();
    Node between = step();
    Node given = simple();
    Node captured = values.captured(Kind.INT);
    Variable made = place.names().declareUnique(Kind.INT, Use.ASSIGNED);
    return Node.list(
            Node.statement(
                """
                interface %s {
                int cost(int n);

                default int twice(int n) {
                return 2 * cost(n) + LIMIT;
                }
                }"""
                    .formatted(type)),
            Node.statement(
                """
                record %s(int by) implements %s {
                public int cost(int n) {
                return n + by;
                }
                }"""
                    .formatted(record, type)),
            Node.statement("%s %s = new %s(#);".formatted(record, one, record), by),
            between,
            Node.statement("int %s = %s.twice(#);".formatted(made.name(), one), given),
            Node.statement(
                "%s += ((%s) n -> n * 2 + #).twice(%s.by());".formatted(made.name(), type, one),
                captured),
            look("%s + (%s instanceof %s)".formatted(one, one, type)))
        .showing(Construct.LOCAL_INTERFACE, Construct.LOCAL_RECORD);
  }

  private Node simple() {
    return values.call(Kind.INT, "inc", values.argument(Kind.INT, 1));
  }
}

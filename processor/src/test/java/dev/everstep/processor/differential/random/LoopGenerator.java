package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.function.Supplier;

/** Writes loops. Each ends, since what counts its rounds is assigned by nothing else. */
final class LoopGenerator {
  private final Place place;
  private final ValueGenerator values;
  private final Supplier<Node> statements;

  LoopGenerator(Place place, ValueGenerator values, Supplier<Node> statements) {
    this.place = place;
    this.values = values;
    this.statements = statements;
  }

  Node loop() {
    String label = place.names().label();
    return place.inside(
        () ->
            switch (place.below(11)) {
              case 0 -> counting(label);
              case 1 -> several(label);
              case 2, 9 -> empty(label);
              case 3, 4 -> conditional(label, place.once(2));
              case 5 -> array(label);
              case 6 -> list(label);
              case 7 -> iterable(label);
              case 8 -> entries(label);
              default -> stepping(label);
            });
  }

  private Node body(String label) {
    return place.loop(label, () -> place.inside(statements));
  }

  private Node counting(String label) {
    Node bound =
        place.once(2)
            ? Node.value(Kind.INT, "3")
            : Node.value(
                Kind.INT,
                "Effects.smaller(3, #)",
                values.call(Kind.INT, "inc", values.small(Kind.INT)));
    String name = place.names().declare(Kind.INT, Use.COUNTER).name();
    String head = label + ":\nfor (int " + name + " = 0; " + name + " < #; " + name + "++) {\n#}";
    return Node.statement(head, bound, body(label)).showing(Construct.FOR);
  }

  private Node several(String label) {
    Node from = values.of(Kind.INT);
    String up = place.names().declare(Kind.INT, Use.COUNTER).name();
    String down = place.names().declare(Kind.INT, Use.COUNTER).name();
    String code =
        "%s:\nfor (int %s = 0, %s = #; %s < 3 && %s > -9; %s++, %s--) {\n#}"
            .formatted(label, up, down, up, down, up, down);
    return Node.statement(code, from, body(label)).showing(Construct.FOR_SEVERAL_VARIABLES);
  }

  private Node empty(String label) {
    String count = place.names().label();
    Node body = body(label);
    String code =
        place.pick(
            "for (;;) {\nif (%s++ >= 2) {\nbreak;\n}\n#}",
            "while (true) {\nif (%s++ >= 2) {\nbreak;\n}\n#}",
            "do {\nif (%s++ >= 2) {\nbreak;\n}\n#} while (true);",
            "for (; %s++ < 2;) {\n#}");
    return Node.list(
        Node.statement("int " + count + " = 0;"),
        Node.statement(label + ":\n" + code.formatted(count), body)
            .showing(code.startsWith("for") ? Construct.FOR_EMPTY_PARTS : Construct.ENDLESS));
  }

  private Node stepping(String label) {
    String name = place.names().declare(Kind.INT, Use.COUNTER).name();
    String code =
        "%s:\nfor (int %s = 0; %s < 3; %s += Effects.larger(1, #)) {\n#}"
            .formatted(label, name, name, name);
    Node by = values.call(Kind.INT, "positive", values.small(Kind.INT));
    return Node.statement(code, by, body(label)).showing(Construct.FOR_STEP_IN_UPDATE);
  }

  private Node conditional(String label, boolean first) {
    String count = place.names().label();
    Node condition = values.of(Kind.BOOLEAN);
    Node body = body(label);
    String test = count + "++ < 2 && (#)";
    Node loop =
        first
            ? Node.statement(label + ":\nwhile (" + test + ") {\n#}", condition, body)
                .showing(Construct.WHILE)
            : Node.statement(label + ":\ndo {\n#} while (" + test + ");", body, condition)
                .showing(Construct.DO);
    return Node.list(Node.statement("int " + count + " = 0;"), loop);
  }

  private Use use() {
    return place.once(2) ? Use.CAPTURED : Use.ASSIGNED;
  }

  private Node array(String label) {
    Node over = values.of(Kind.INTS);
    Variable each = place.names().declare(Kind.INT, use());
    String code = label + ":\nfor (int " + each.name() + " : #) {\n#}";
    return Node.statement(code, over, body(label)).showing(Construct.EACH_ARRAY);
  }

  /** Writes a loop over a list that has a name, and whose elements are replaced meanwhile. */
  private Node list(String label) {
    String name = place.names().label();
    Node elements = values.of(Kind.INT);
    Node replaced = values.of(Kind.INT);
    Variable each = place.names().declare(Kind.INT, use());
    Node body = body(label);
    return Node.list(
        Node.statement("List<Integer> " + name + " = Effects.list(1, #, 2);", elements),
        Node.statement(
                "%s:\nfor (int %s : %s) {\n%s.set(1 + %s.size() %% 2, #);\n#}"
                    .formatted(label, each.name(), name, name, name),
                replaced,
                body)
            .showing(Construct.EACH_LIST),
        Node.statement("Effects.log(\"\" + " + name + ");"));
  }

  private Node iterable(String label) {
    String over =
        place.pick(
            "new TreeSet<Integer>(Effects.list(#, #, 3))",
            "new ArrayDeque<Integer>(Effects.list(#, #))",
            "new LinkedHashSet<Integer>(Effects.list(#, #))");
    Node elements = Node.clause(over, values.of(Kind.INT), values.of(Kind.INT));
    Variable each = place.names().declare(Kind.INT, use());
    String code = label + ":\nfor (int " + each.name() + " : #) {\n#}";
    return Node.statement(code, elements, body(label)).showing(Construct.EACH_ITERABLE);
  }

  private Node entries(String label) {
    String name = place.names().label();
    String entry = place.names().label();
    Node map = values.of(Kind.MAP);
    Node added = values.of(Kind.INT);
    Variable key = place.names().declare(Kind.TEXT, Use.CAPTURED);
    Node body = body(label);
    return Node.list(
        Node.statement("Map<String, List<Integer>> " + name + " = #;", map),
        Node.statement(
                """
                %s:
                for (Map.Entry<String, List<Integer>> %s : %s.entrySet()) {
                String %s = %s.getKey();
                #%s.getValue().add(#);
                }"""
                    .formatted(label, entry, name, key.name(), entry, entry),
                body,
                added)
            .showing(Construct.EACH_ENTRY, Construct.GENERICS),
        Node.statement("Effects.log(\"\" + " + name + ");"));
  }
}

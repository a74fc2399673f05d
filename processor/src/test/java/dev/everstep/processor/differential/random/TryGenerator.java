package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes try statements: with catch clauses, finally blocks and resources. */
final class TryGenerator {
  private final Place place;
  private final ValueGenerator values;
  private final Supplier<Node> statements;
  private final Supplier<Node> jump;

  TryGenerator(Place place, ValueGenerator values, Supplier<Node> statements, Supplier<Node> jump) {
    this.place = place;
    this.values = values;
    this.statements = statements;
    this.jump = jump;
  }

  /** Writes a try statement. */
  Node attempt() {
    boolean nested = place.isAttempt();
    Node made =
        place.attempt(
            () ->
                switch (place.below(6)) {
                  case 0 -> always();
                  case 1 -> resource();
                  default -> ordinary();
                });
    return nested ? made.showing(Construct.TRY_NESTED) : made;
  }

  /** What a body calls, so that the compiler knows that it may throw. */
  private enum Risk {
    PICKY,
    DISK,
    RISKY
  }

  private Node body(Risk risk) {
    return place.inside(() -> Node.list(statements.get(), failing(risk), statements.get()));
  }

  private Node failing(Risk risk) {
    if (risk == Risk.PICKY) {
      return called(values.call(Kind.INT, "picky", values.argument(Kind.INT, 2)));
    }
    Node how =
        Node.value(
            Kind.TEXT,
            place.pick("\"io\"", "\"file\"", "\"refused\"", "\"state\"", "\"number\"", "\"fine\""));
    return called(values.call(Kind.TEXT, risk == Risk.DISK ? "disk" : "risky", how));
  }

  private static Node called(Node call) {
    return Node.statement("#;", call);
  }

  private Node ordinary() {
    Risk risk = place.any(List.of(Risk.values()));
    Node body = body(risk);
    boolean last = place.once(2);
    List<Node> clauses = last && place.once(3) ? new ArrayList<>() : catches(risk);
    if (last) {
      clauses.add(finallyBlock(List.of()));
    }
    Node made = Node.statement("try {\n#}\n#", body, Node.list(clauses)).showing(Construct.TRY);
    return last ? made.showing(Construct.FINALLY) : made;
  }

  private Node finallyBlock(List<Node> end) {
    return place.last(
        () ->
            place.inside(
                () -> {
                  List<Node> all = new ArrayList<>();
                  all.add(Node.statement("Effects.log(\"last\");"));
                  all.add(statements.get());
                  if (place.once(2)) {
                    all.add(jump.get());
                  } else if (place.once(2)) {
                    all.add(failing(Risk.PICKY));
                  }
                  all.addAll(end);
                  return Node.clause("finally {\n#}", Node.list(all));
                }));
  }

  private List<Node> catches(Risk risk) {
    List<String> types = new ArrayList<>();
    boolean io = risk != Risk.PICKY;
    boolean refused = risk != Risk.DISK;
    if (io && place.once(2)) {
      types.add("java.io.FileNotFoundException");
    }
    if (io && refused && place.once(3)) {
      types.add("java.io.IOException | RefusedException");
    } else {
      if (io && place.once(2)) {
        types.add("java.io.IOException");
      }
      if (refused && place.once(2)) {
        types.add("RefusedException");
      }
    }
    for (String type :
        List.of(
            "IllegalArgumentException | IndexOutOfBoundsException",
            "ArithmeticException",
            "RuntimeException",
            "Exception")) {
      if (place.once(3)) {
        types.add(type);
      }
    }
    if (types.isEmpty()) {
      types.add("Exception");
    }
    List<Node> clauses = new ArrayList<>();
    types.forEach(type -> clauses.add(catching(type)));
    return clauses;
  }

  private Node catching(String type) {
    String name = place.names().label();
    Node made =
        Node.clause(
                "catch (" + type + " " + name + ") {\n#}",
                place.inside(() -> Node.list(handler(name))))
            .showing(Construct.CATCH);
    made = type.contains("|") ? made.showing(Construct.CATCH_SEVERAL_TYPES) : made;
    return type.contains("IO") || type.contains("File") || type.contains("Refused")
        ? made.showing(Construct.CATCH_CHECKED_TYPE)
        : made;
  }

  private List<Node> handler(String name) {
    List<Node> all = new ArrayList<>();
    if (!place.once(3)) {
      all.add(Node.statement("Effects.caught(" + name + ");"));
    }
    if (!place.once(3)) {
      all.add(statements.get());
    }
    if (place.once(3)) {
      all.add(
          Node.statement("if (#) {\nthrow " + name + ";\n}", values.small(Kind.BOOLEAN))
              .showing(Construct.RETHROW));
    }
    all.add(
        called(
            values.call(
                Kind.TEXT,
                "text",
                Node.value(Kind.TEXT, "\"\" + " + name + ".getClass().getSimpleName()"))));
    return all;
  }

  private Node resource() {
    String first = place.names().label();
    String second = place.names().label();
    Node name =
        place.once(3)
            ? values.clipped(1)
            : Node.value(Kind.TEXT, place.pick("\"stuck\"", "\"free\"", "\"\""));
    String more = place.once(3) ? "; Door " + second + " = Door.open(\"stuck two\")" : "";
    Node body = body(Risk.PICKY);
    List<Node> clauses = place.once(2) ? catches(Risk.PICKY) : new ArrayList<>();
    if (place.once(3)) {
      clauses.add(finallyBlock(List.of()).showing(Construct.FINALLY));
    }
    return Node.statement(
            "try (Door " + first + " = Door.open(#)" + more + ") {\n#}\n#",
            name,
            body,
            Node.list(clauses))
        .showing(Construct.RESOURCE);
  }

  /** Writes a finally block that never ends by itself, in a loop, since nothing can follow it. */
  private Node always() {
    String label = place.names().label();
    return place.inside(
        () -> {
          String count = place.names().declare(Kind.INT, Use.COUNTER).name();
          Node loop =
              place.loop(
                  label,
                  () -> {
                    Risk risk = place.any(List.of(Risk.values()));
                    Node body = body(risk);
                    List<Node> clauses = place.once(2) ? catches(risk) : new ArrayList<>();
                    clauses.add(finallyBlock(List.of(place.last(() -> leaving(label)))));
                    return Node.list(Node.statement("try {\n#}\n#", body, Node.list(clauses)));
                  });
          return Node.statement(
                  "%s:\nfor (int %s = 0; %s < 2; %s++) {\n#}".formatted(label, count, count, count),
                  loop)
              .showing(Construct.FINALLY_ALWAYS_JUMPS);
        });
  }

  private Node leaving(String label) {
    return switch (place.below(place.returns() ? 6 : 5)) {
      case 0 -> Node.statement("break;").showing(Construct.FINALLY_BREAK);
      case 1 -> Node.statement("break " + label + ";").showing(Construct.FINALLY_BREAK);
      case 2 -> Node.statement("continue;").showing(Construct.FINALLY_CONTINUE);
      case 3 -> Node.statement("continue " + label + ";").showing(Construct.FINALLY_CONTINUE);
      case 4 ->
          Node.statement("throw new IllegalStateException(#);", values.clipped(1))
              .showing(Construct.FINALLY_THROW);
      default -> Node.statement("#", values.returned()).showing(Construct.FINALLY_RETURN);
    };
  }
}

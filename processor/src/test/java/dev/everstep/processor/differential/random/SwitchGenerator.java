package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes switches of both styles, on everything that they take. */
final class SwitchGenerator {
  private static final Map<Kind, List<String>> LABELS =
      Map.of(
          Kind.INT, List.of("0", "1", "LIMIT", "4 + LIMIT"),
          Kind.CHAR, List.of("'a'", "'b'", "'c'", "'z'"),
          Kind.BOX, List.of("0", "1", "2", "LIMIT"),
          Kind.TEXT, List.of("WORD", "\"s2\"", "\"\"", "\"<\" + WORD"),
          Kind.COLOR, List.of("RED", "GREEN", "BLUE"));

  private final Place place;
  private final ValueGenerator values;
  private final Supplier<Node> statements;
  private final Supplier<Node> jump;

  SwitchGenerator(
      Place place, ValueGenerator values, Supplier<Node> statements, Supplier<Node> jump) {
    this.place = place;
    this.values = values;
    this.statements = statements;
    this.jump = jump;
  }

  /** Writes a switch. */
  Node choice() {
    if (Construct.SWITCH_PATTERN.isKnown() && place.once(3)) {
      return place.once(2) ? objects() : shapes();
    }
    Kind kind = place.any(List.of(Kind.INT, Kind.CHAR, Kind.BOX, Kind.TEXT, Kind.COLOR));
    Node selector = values.of(kind, 2);
    Node made = place.once(2) ? old(selector, kind) : arrows(selector, kind);
    return made.showing(
        switch (kind) {
          case INT -> Construct.SWITCH_INT;
          case CHAR -> Construct.SWITCH_CHAR;
          case BOX -> Construct.SWITCH_BOX;
          case TEXT -> Construct.SWITCH_TEXT;
          default -> Construct.SWITCH_ENUM;
        });
  }

  private Node body() {
    return place.choice(
        () ->
            place.inside(
                () -> {
                  Node first = statements.get();
                  return place.once(3) ? Node.list(first, jump.get()) : first;
                }));
  }

  private Node old(Node selector, Kind kind) {
    List<Node> cases = new ArrayList<>();
    boolean falls = false;
    List<String> labels = LABELS.get(kind);
    int rest = place.below(labels.size() + 2);
    for (int i = 0; i <= labels.size(); i++) {
      if (i == rest) {
        cases.add(Node.clause("default: {\n#}\nbreak;", body()));
      }
      if (i == labels.size()) {
        break;
      }
      String label = "case " + labels.get(i) + ":";
      switch (place.below(3)) {
        case 0 -> {
          cases.add(Node.clause(label + " {\n#}", body()));
          falls = true;
        }
        case 1 -> cases.add(Node.clause(label + " {\n#}\nbreak;", body()));
        default -> cases.add(Node.clause(label));
      }
    }
    Node made = Node.statement("switch (#) {\n#}", selector, Node.list(cases));
    made = made.showing(Construct.SWITCH_OLD);
    made = falls ? made.showing(Construct.SWITCH_FALL_THROUGH) : made;
    return rest > labels.size() ? made.showing(Construct.SWITCH_NO_DEFAULT) : made;
  }

  private Node arrows(Node selector, Kind kind) {
    List<Node> cases = new ArrayList<>();
    List<String> labels = LABELS.get(kind);
    cases.add(arrow("case " + labels.get(0) + ", " + labels.get(1)));
    cases.add(arrow("case " + labels.get(2)));
    boolean rest = place.once(2);
    if (rest) {
      cases.add(arrow("default"));
    }
    Node made = Node.statement("switch (#) {\n#}", selector, Node.list(cases));
    made = made.showing(Construct.SWITCH_ARROW);
    return rest ? made : made.showing(Construct.SWITCH_NO_DEFAULT);
  }

  private Node arrow(String label) {
    return switch (place.below(5)) {
      case 0 -> Node.clause(label + " -> Effects.at(#);", values.of(Kind.INT));
      case 1 -> Node.clause(label + " -> throw new IllegalStateException(#);", values.clipped(1));
      default -> Node.clause(label + " -> {\n#}", body());
    };
  }

  /** Writes the labels of a switch on any object, with guards. */
  private Node objects() {
    Node selector = values.of(Kind.OBJECT, 2);
    List<Node> cases = new ArrayList<>();
    if (place.once(2)) {
      cases.add(arrow("case null").showing(Construct.SWITCH_NULL));
    }
    cases.add(pattern("String", Kind.TEXT, true));
    cases.add(pattern("Integer", Kind.BOX, place.once(2)));
    cases.add(pattern("String", Kind.TEXT, false));
    cases.add(arrow("default"));
    return patterns(selector, cases);
  }

  private Node patterns(Node selector, List<Node> cases) {
    return Node.statement("switch (#) {\n#}", selector, Node.list(cases))
        .showing(Construct.SWITCH_PATTERN, Construct.SWITCH_ARROW);
  }

  private Node pattern(String type, Kind kind, boolean guarded) {
    return place.inside(
        () -> {
          Variable made = place.names().declare(kind, Use.CAPTURED);
          return clause("case " + type + " " + made.name(), guarded);
        });
  }

  private Node clause(String label, boolean guarded) {
    if (!guarded) {
      return Node.clause(label + " -> {\n#}", body());
    }
    Node guard = place.captured(() -> values.of(Kind.BOOLEAN, 1));
    return Node.clause(label + " when Effects.is(#) -> {\n#}", guard, body())
        .showing(Construct.SWITCH_GUARD);
  }

  /** Writes a switch on a sealed type that takes its records apart. */
  private Node shapes() {
    Node selector = values.of(Kind.SHAPE, 2);
    List<Node> cases = new ArrayList<>();
    cases.add(
        place.inside(
            () -> {
              String radius = place.names().declare(Kind.DOUBLE, Use.CAPTURED).name();
              return clause("case Shape.Circle(double " + radius + ")", place.once(2))
                  .showing(Construct.SWITCH_RECORD);
            }));
    cases.add(
        place.inside(
            () -> {
              String width = place.names().declare(Kind.DOUBLE, Use.CAPTURED).name();
              String height = place.names().declare(Kind.DOUBLE, Use.CAPTURED).name();
              return clause("case Shape.Box(var " + width + ", double " + height + ")", false)
                  .showing(Construct.SWITCH_RECORD);
            }));
    cases.add(
        place.inside(
            () -> {
              String circle = place.names().declare(Kind.SHAPE, Use.CAPTURED).name();
              return clause("case Shape.Circle " + circle, false);
            }));
    return patterns(selector, cases);
  }
}

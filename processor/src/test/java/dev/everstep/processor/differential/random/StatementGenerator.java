package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes random statements. */
final class StatementGenerator {
  /** All kinds of values that a local across a step can have. */
  private static final List<Kind> DECLARED =
      Stream.of(Kind.values()).filter(kind -> kind != Kind.OBJECT && kind != Kind.ELEMENT).toList();

  private final Place place;
  private final ValueGenerator values;
  private final LoopGenerator loops;
  private final SwitchGenerator switches;
  private final TryGenerator attempts;
  private final SharingGenerator sharing;
  private final TypeGenerator types;

  StatementGenerator(Place place) {
    this.place = place;
    this.values = new ValueGenerator(place, this::statements);
    this.loops = new LoopGenerator(place, values, this::statements);
    this.switches = new SwitchGenerator(place, values, this::statements, this::jump);
    this.attempts = new TryGenerator(place, values, this::statements, this::jump);
    this.sharing = new SharingGenerator(place, values);
    this.types = new TypeGenerator(place, values, this::statements);
  }

  /** Writes a value. */
  Node value(Kind kind) {
    return values.of(kind);
  }

  /** Writes the statements of a body. */
  List<Node> all() {
    List<Node> all = new ArrayList<>();
    while (!place.isOver()) {
      all.add(statement());
    }
    return all;
  }

  /** Writes a few statements. */
  Node statements() {
    List<Node> all = new ArrayList<>();
    int count = 1 + place.below(4);
    for (int i = 0; i < count; i++) {
      all.add(statement());
    }
    return Node.list(all);
  }

  /** Writes a statement, sometimes with one that it needs. */
  Node statement() {
    place.spend();
    return switch (place.below(place.nests() ? 33 : 17)) {
      case 0, 1, 2 -> declare(declared());
      case 3, 4, 5 -> assign();
      case 6 -> log();
      case 7 -> pause();
      case 8, 9 -> jump();
      case 10, 11, 12 -> mutate();
      case 13 -> place.isLeaf() ? log() : sharing.scene();
      case 14 -> declareVar();
      case 15 -> Node.statement("Effects.log(\"\" + #);", values.of(Kind.INT));
      case 16 -> lambda();
      case 17, 18, 19 -> branch();
      case 20, 21, 22 -> loops.loop();
      case 23, 24 -> switches.choice();
      case 25, 26 -> attempts.attempt();
      case 27 -> labelled();
      case 28 -> scope();
      case 29, 30 -> types.scene();
      case 31 -> unreachable();
      default -> place.leaf(this::plain);
    };
  }

  private Use use() {
    return place.once(3) ? Use.CAPTURED : Use.ASSIGNED;
  }

  private Kind declared() {
    return !place.known(Kind.ELEMENT).isEmpty() && place.once(3)
        ? Kind.ELEMENT
        : place.any(DECLARED);
  }

  private Node declare(Kind kind) {
    if (place.once(5)) {
      return declareLate(kind);
    }
    Node value = values.of(kind);
    Variable made = place.names().declare(kind, use());
    String type = (made.use() == Use.ASSIGNED ? "" : "final ") + kind.java();
    Node declaration = again(made, Node.statement(type + " " + made.name() + " = #;", value));
    return kind == Kind.ELEMENT ? declaration.showing(Construct.GENERIC_LOCAL) : declaration;
  }

  private static Node again(Variable made, Node declaration) {
    return made.again() ? declaration.showing(Construct.SIBLING_NAMES) : declaration;
  }

  /** Writes a local that is certainly assigned later. */
  private Node declareLate(Kind kind) {
    Node condition = values.of(Kind.BOOLEAN);
    Node selector = values.small(Kind.INT);
    Node one = values.of(kind);
    Node other = values.of(kind);
    Variable made = place.names().declare(kind, use());
    String name = made.name();
    Node declaration = again(made, Node.statement(kind.java() + " " + name + ";"));
    Node set = Node.statement(name + " = #;", one);
    Node otherwise = Node.statement(name + " = #;", other);
    Node assigned =
        switch (place.below(3)) {
          case 0 ->
              Node.statement(
                  "if (#) {\n#} else {\n#}", condition, Node.list(set), Node.list(otherwise));
          case 1 ->
              Node.statement(
                  "switch (#) {\ncase 0 -> #\ndefault -> #\n}", selector, set, otherwise);
          default ->
              Node.statement(
                  "if (!(#)) {\n#throw new IllegalStateException();\n} else {\n#}",
                  condition,
                  Node.list(),
                  Node.list(set));
        };
    return Node.list(declaration, assigned.showing(Construct.DEFINITE_ASSIGNMENT));
  }

  private Node declareVar() {
    if (place.once(3)) {
      String name = place.names().label();
      Node value = values.of(Kind.INT);
      Variable made = place.names().declare(Kind.INT, Use.ASSIGNED);
      return Node.list(
              Node.statement("var " + name + " = new Object() { int part = 5; };"),
              Node.statement("int " + made.name() + " = " + name + ".part++ + " + name + ".part;"),
              Node.statement(made.name() + " += #;", value))
          .showing(Construct.VAR_WITHOUT_NAME);
    }
    Kind kind = place.any(List.of(Kind.INT, Kind.TEXT, Kind.LIST, Kind.CELL, Kind.ITEM, Kind.PAIR));
    Node value = values.of(kind);
    Variable made = place.names().declare(kind, Use.CAPTURED);
    return Node.statement("var " + made.name() + " = #;", value).showing(Construct.VAR);
  }

  private Node assign() {
    List<Variable> all = place.assignable(one -> true);
    if (all.isEmpty()) {
      return declare(Kind.INT);
    }
    Variable to = place.any(all);
    String name = to.name();
    if (Kind.NUMBERS.contains(to.kind()) && place.once(2)) {
      return number(to);
    }
    return switch (to.kind()) {
      case BOOLEAN ->
          place.once(2)
              ? Node.statement(
                      name + place.pick(" &= ", " |= ", " ^= ") + "#;", values.of(to.kind()))
                  .showing(Construct.COMPOUND_LOCAL)
              : Node.statement(name + " = #;", values.of(to.kind()));
      case TEXT ->
          Node.list(
              Node.statement(name + place.pick(" = ", " += ") + "#;", values.of(to.kind()))
                  .showing(Construct.COMPOUND_LOCAL),
              Node.statement(name + " = Effects.clip(" + name + ");"));
      case BOX ->
          place.once(3)
              ? Node.statement(name + place.pick(" += ", " -= ") + "#;", values.of(Kind.INT))
                  .showing(Construct.COMPOUND_LOCAL, Construct.NULL_UNBOXING)
              : Node.statement(name + " = #;", values.of(to.kind()));
      default -> Node.statement(name + " = #;", values.of(to.kind()));
    };
  }

  /** Writes a compound assignment, which narrows, or an assignment that widens. */
  private Node number(Variable to) {
    String name = to.name();
    if (to.kind() == Kind.CHAR) {
      return Node.statement(name + " = (char) ('a' + Math.floorMod(#, 5));", values.of(Kind.INT))
          .showing(Construct.CHAR_ARITHMETIC);
    }
    if (place.once(3) && (to.kind() == Kind.LONG || to.kind() == Kind.DOUBLE)) {
      Kind from = place.any(List.of(Kind.INT, Kind.BYTE, Kind.SHORT, Kind.CHAR));
      return Node.statement(name + " = #;", values.of(from)).showing(Construct.CONVERSION);
    }
    Node value = place.once(3) ? values.of(Kind.DOUBLE) : values.of(Kind.INT);
    return Node.statement(name + place.pick(" += ", " -= ", " *= ") + "#;", value)
        .showing(Construct.COMPOUND_LOCAL, Construct.CONVERSION);
  }

  private Node log() {
    if (place.isLeaf()) {
      return Node.statement("Effects.log(#);", values.of(Kind.TEXT));
    }
    Optional<Node> call = place.once(2) ? values.called() : Optional.empty();
    if (call.isPresent()) {
      return call.get();
    }
    return switch (place.below(4)) {
      case 0 -> step("ctx.step(Steps::ping);");
      case 1 -> step("ctx.step(Greeter::wave, #, #);", values.clipped(2), values.of(Kind.INT));
      case 2 -> step("ctx.step(Steps::keyedNote);").showing(Construct.CONTEXT_STEP);
      default -> step("ctx.step(Steps::note, #);", values.clipped(2));
    };
  }

  private static Node step(String code, Node... arguments) {
    return Node.statement(code, arguments).showing(Construct.STEP, Construct.VOID_STEP);
  }

  private Node pause() {
    if (place.isLeaf()) {
      return log();
    }
    Node seconds = values.of(Kind.INT);
    return (place.once(2)
            ? Node.statement("ctx.sleep(Duration.ofSeconds(#));", seconds)
            : Node.statement("ctx.sleepUntil(ctx.now().plusSeconds(#));", seconds))
        .showing(Construct.SLEEP);
  }

  /** Changes a part of an object; by its name, or by another name for the same object. */
  private Node mutate() {
    List<Variable> all = place.known(one -> Kind.MUTABLE.contains(one.kind()));
    if (all.isEmpty()) {
      return declare(place.any(List.of(Kind.INTS, Kind.CELL, Kind.LIST, Kind.MAP)));
    }
    Variable to = place.any(all);
    String name = to.name();
    if (place.once(5)) {
      Variable twin = place.names().declare(to.kind(), Use.ASSIGNED);
      return Node.statement(to.kind().java() + " " + twin.name() + " = " + name + ";");
    }
    if (place.once(3) && to.kind() == Kind.INTS) {
      Node at = Node.value(Kind.INT, "Math.floorMod(#, 3)", values.of(Kind.INT));
      return Node.statement(name + "[#]" + place.pick("++;", "--;"), at)
          .showing(Construct.INCREMENT_ELEMENT, Construct.ARRAY_INDEX);
    }
    if (place.once(3) && to.kind() == Kind.CELL) {
      return Node.statement("#.value" + place.pick("++;", "--;"), values.of(Kind.CELL))
          .showing(Construct.INCREMENT_FIELD, Construct.RECEIVER);
    }
    Node value = values.of(Kind.INT);
    String operator = place.pick(" = ", " += ", " -= ");
    boolean compound = !operator.equals(" = ");
    return switch (to.kind()) {
      case INTS ->
          Node.statement(name + "[#]" + operator + "#;", values.index(2), value)
              .showing(compound ? Construct.COMPOUND_ELEMENT : Construct.ARRAY_TARGET);
      case CELL ->
          Node.statement(
                  name
                      + (compound
                          ? place.pick(".value", ".self().value", ".small", ".slots[1]")
                          : place.pick(".value", ".self().value", ".slots[2]"))
                      + operator
                      + "#;",
                  value)
              .showing(compound ? Construct.COMPOUND_FIELD : Construct.FIELD_TARGET);
      case LIST ->
          Node.statement(name + place.pick(".add(#);", ".set(0, #);"), value)
              .showing(Construct.ARGUMENTS);
      case MAP ->
          Node.statement(name + ".put(#, #);", key(), values.of(Kind.LIST))
              .showing(Construct.ARGUMENTS, Construct.GENERICS);
      default ->
          Node.statement(name + ".second().set(0, #);", values.of(Kind.LONG))
              .showing(Construct.GENERICS);
    };
  }

  private Node key() {
    return Node.value(Kind.TEXT, place.pick("\"k\"", "\"l\"", "\"m\""));
  }

  /** Writes a lambda whose body is a block; it changes an object that it captures. */
  private Node lambda() {
    List<Variable> all = place.known(one -> one.kind() == Kind.LIST && one.use() == Use.CAPTURED);
    if (all.isEmpty()) {
      return declareVar();
    }
    String name = place.any(all).name();
    Node value = values.captured(Kind.INT);
    Variable made = place.names().declare(Kind.INT, use());
    return Node.statement(
            "int "
                + made.name()
                + " = ((IntSupplier) () -> {\n"
                + name
                + ".set(0, #);\nreturn "
                + name
                + ".size();\n}).getAsInt();",
            value)
        .showing(Construct.LAMBDA);
  }

  /** Writes a jump that may happen. */
  private Node jump() {
    List<Place.Jump> jumps = place.jumps();
    if (jumps.isEmpty() && !place.isAttempt() && !place.once(4)) {
      return mutate();
    }
    Node condition = values.small(Kind.BOOLEAN);
    if (jumps.isEmpty() || place.once(5)) {
      return switch (place.below(place.returns() ? 3 : 2)) {
        case 0 ->
            thrown(
                "if (#) {\nthrow new IllegalStateException(#);\n}", condition, values.clipped(2));
        case 1 ->
            thrown(
                "if (#) {\nthrow new RefusedException(\"jump\", #);\n}",
                condition,
                values.of(Kind.INT));
        default ->
            Node.statement("if (#) {\n#\n}", condition, values.returned())
                .showing(place.isLast() ? Construct.FINALLY_RETURN : Construct.RETURN);
      };
    }
    Place.Jump jump = place.any(jumps);
    return Node.statement("if (#) {\n" + jump.code() + ";\n}", condition).showing(shown(jump));
  }

  private Node thrown(String code, Node... parts) {
    return Node.statement(code, parts)
        .showing(place.isLast() ? Construct.FINALLY_THROW : Construct.THROW);
  }

  private static Construct shown(Place.Jump jump) {
    if (jump.code().startsWith("break")) {
      return jump.leavesFinally()
          ? Construct.FINALLY_BREAK
          : jump.code().equals("break") ? Construct.BREAK : Construct.LABELLED_BREAK;
    }
    return jump.leavesFinally()
        ? Construct.FINALLY_CONTINUE
        : jump.code().equals("continue") ? Construct.CONTINUE : Construct.LABELLED_CONTINUE;
  }

  private Node branch() {
    Node condition = values.of(Kind.BOOLEAN);
    Node yes = place.inside(this::statements);
    if (place.once(2)) {
      return Node.statement("if (#) {\n#}", condition, yes).showing(Construct.IF);
    }
    Node no = place.inside(this::statements);
    return Node.statement("if (#) {\n#} else {\n#}", condition, yes, no)
        .showing(Construct.IF, Construct.ELSE);
  }

  /** Writes statements that never run, which javac must be able to tell from an error. */
  private Node unreachable() {
    Node body = place.inside(this::statements);
    String condition = place.pick("false", "LIMIT < 3", "LIMIT > 3 && WORD.isEmpty()");
    return Node.statement("if (" + condition + ") {\n#}", body).showing(Construct.UNREACHABLE);
  }

  private Node labelled() {
    String label = place.names().label();
    Node body = place.labelled(label, () -> place.inside(() -> Node.list(statements(), jump())));
    return Node.statement(label + ": {\n#}", body).showing(Construct.LABELLED_BLOCK);
  }

  /** Writes a test whose name is in scope in its branch, or behind its loop. */
  private Node scope() {
    if (place.once(2)) {
      Node object = values.of(Kind.OBJECT);
      Node condition = values.small(Kind.BOOLEAN);
      return place.inside(
          () -> {
            Variable made = place.names().declareUnique(Kind.TEXT, Use.CAPTURED);
            String test = "if (# instanceof String " + made.name() + " && (#)) {\n#}";
            return Node.statement(test, object, condition, statements())
                .showing(Construct.INSTANCEOF_SCOPE);
          });
    }
    String name = place.names().label();
    Node shape = values.of(Kind.SHAPE);
    Node body = place.inside(() -> Node.list(log(), assign()));
    Variable made = place.names().declareUnique(Kind.SHAPE, Use.CAPTURED);
    String test = "while (!(" + name + " instanceof Shape.Circle " + made.name() + ")) {\n#";
    return Node.list(
        Node.statement("Shape " + name + " = #;", shape),
        Node.statement(test + name + " = new Shape.Circle(1);\n}", body)
            .showing(Construct.INSTANCEOF_SCOPE));
  }

  /** Writes a statement that the compiler leaves as it is. */
  private Node plain() {
    return switch (place.below(4)) {
      case 0 -> loops.loop();
      case 1 -> switches.choice();
      case 2 -> attempts.attempt();
      default -> branch();
    };
  }
}

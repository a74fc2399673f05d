package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a random program: nested control flow, failures caught and not, jumps, values with steps
 * among their parts, objects with several names. The same seed gives the same program on the same
 * language level. Every program ends; a few are not valid Java.
 */
public final class ProgramGenerator {
  private static final int STATEMENTS = 6;
  private static final int STATEMENTS_OF_METHOD = 2;
  private static final int METHODS_MAX = 2;

  private ProgramGenerator() {}

  /** Returns the program of a seed. */
  public static RandomProgram program(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    List<Node> methods = new ArrayList<>();
    List<String> callable = new ArrayList<>();
    int count = random.nextBoolean() ? 0 : 1 + random.nextInt(METHODS_MAX);
    for (int i = 0; i < count; i++) {
      // A method calls itself and those before it, so calls come to an end.
      String name = "method" + i;
      methods.add(method(random, name, List.copyOf(callable)));
      callable.add(name);
    }
    methods.add(0, entry(random, callable));
    return new RandomProgram(seed, Node.list(methods));
  }

  private static Node entry(Random random, List<String> callable) {
    Place place = new Place(random, STATEMENTS, Kind.TEXT, callable);
    String parameter = place.names().declare(Kind.INT, Use.CAPTURED).name();
    List<Node> all = statements(place, new StatementGenerator(place));
    List<Node> shown = new ArrayList<>();
    for (Variable one : place.names().visible()) {
      shown.add(Node.clause("+ \" \" + Effects.deep(" + one.name() + ")"));
    }
    all.add(Node.clause("return \"end\"\n#;", Node.list(shown)));
    return Node.clause(
        "public String run(WorkflowContext ctx, int " + parameter + ") throws Exception {\n#}",
        Node.list(all));
  }

  /**
   * Writes a durable method that counts down and calls itself, with a list that all calls share.
   */
  private static Node method(Random random, String name, List<String> callable) {
    Place place = new Place(random, STATEMENTS_OF_METHOD, Kind.INT, callable);
    String down = place.names().declare(Kind.INT, Use.CAPTURED).name();
    String list = place.names().declare(Kind.LIST, Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    Node before = place.inside(() -> Node.list(statements(place, statements)));
    Node again =
        Node.value(Kind.INT, name + "(ctx, " + down + " - 1, " + list + ")")
            .showing(Construct.CALL, Construct.CALL_RECURSIVE, Construct.CALL_SHARING);
    Node last = Node.list(Node.statement(list + ".add(#);", statements.value(Kind.INT)));
    Node body =
        place.once(2)
            ? Node.list(
                Node.statement(
                    "try {\nreturn # + #;\n} finally {\n#}",
                    again,
                    statements.value(Kind.INT),
                    last))
            : Node.list(last, Node.statement("return # + #;", statements.value(Kind.INT), again));
    return Node.clause(
        place.pick("private int ", "int ")
            + name
            + "(WorkflowContext ctx, int "
            + down
            + ", List<Integer> "
            + list
            + ") throws Exception {\n#if ("
            + down
            + " <= 0) {\nreturn #;\n}\n#}",
        before,
        statements.value(Kind.INT),
        body);
  }

  private static List<Node> statements(Place place, StatementGenerator statements) {
    List<Node> all = new ArrayList<>();
    while (!place.isOver()) {
      all.add(statements.statement());
    }
    return all;
  }
}

package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Helper.Room;
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
  private static final int METHODS_MAX = 2;

  private ProgramGenerator() {}

  /** Returns the program of a seed. */
  public static RandomProgram program(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    MethodGenerator methods = new MethodGenerator(random);
    int count = random.nextBoolean() ? 0 : 1 + random.nextInt(METHODS_MAX);
    for (int i = 0; i < count; i++) {
      methods.write("method" + i);
    }
    List<Node> all = new ArrayList<>();
    all.add(entry(random, methods.helpers(Room.OBJECT)));
    all.addAll(methods.written());
    return new RandomProgram(seed, Node.list(all));
  }

  private static Node entry(Random random, List<Helper> helpers) {
    Place place = new Place(random, STATEMENTS, Kind.TEXT, Room.OBJECT, helpers);
    String parameter = place.names().declare(Kind.INT, Use.CAPTURED).name();
    List<Node> all = new StatementGenerator(place).all();
    List<Node> shown = new ArrayList<>();
    for (Variable one : place.names().visible()) {
      shown.add(Node.clause("+ \" \" + Effects.deep(" + one.name() + ")"));
    }
    all.add(Node.clause("return \"end\"\n#;", Node.list(shown)));
    return Node.clause(
        "public String run(WorkflowContext ctx, int " + parameter + ") throws Exception {\n#}",
        Node.list(all));
  }
}

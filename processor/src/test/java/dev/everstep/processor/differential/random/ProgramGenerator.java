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
  private static final int STATEMENTS = 8;

  private ProgramGenerator() {}

  /** Returns the program of a seed. */
  public static RandomProgram program(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    Place place = new Place(random, STATEMENTS);
    String parameter = place.names().declare(Kind.INT, Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    List<Node> all = new ArrayList<>();
    while (!place.isOver()) {
      all.add(statements.statement());
    }
    List<Node> shown = new ArrayList<>();
    for (Variable one : place.names().visible()) {
      shown.add(Node.clause("+ \" \" + Effects.deep(" + one.name() + ")"));
    }
    all.add(Node.clause("return \"end\"\n#;", Node.list(shown)));
    return new RandomProgram(seed, parameter, Node.list(all));
  }
}

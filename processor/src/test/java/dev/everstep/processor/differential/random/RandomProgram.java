package dev.everstep.processor.differential.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A program: the methods of a workflow, as a tree. */
public final class RandomProgram {
  /** Stands for the name of the workflow class in the text of a part. */
  static final String SELF = "@Self";

  /** Stands for the name of the class with the other durable methods. */
  static final String SHARED = "@Shared";

  private static final String HEAD =
      """
      package workflows;

      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Durable;
      import dev.everstep.annotations.Workflow;
      import dev.everstep.processor.differential.world.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.function.*;

      @Workflow
      @SuppressWarnings("all")
      public class %s {
        static final int LIMIT = 3;
        static final String WORD = "s1";
        final int a = 40;
        final int x = new int[] {7, 8}[1];
        final int own = 2;

      """;

  private final long seed;
  private final int variant;
  private final Node body;

  RandomProgram(long seed, Node body) {
    this(seed, 0, body);
  }

  private RandomProgram(long seed, int variant, Node body) {
    this.seed = seed;
    this.variant = variant;
    this.body = body;
  }

  /** Returns what it was made from. */
  public long seed() {
    return seed;
  }

  /** Returns the name of its class. */
  public String name() {
    String name = "Random" + Long.toString(seed).replace('-', 'm');
    return variant == 0 ? name : name + "v" + variant;
  }

  /** Returns the arguments of its runs. */
  public List<String> inputs() {
    return List.of("[0]", "[1]", "[6]", "[-5]");
  }

  /** Returns the number of its statements. */
  public int statements() {
    return body.statements();
  }

  Node body() {
    return body;
  }

  /** Returns this program with another body, and another name but for number 0. */
  RandomProgram variant(int number, Node other) {
    return new RandomProgram(seed, number, other);
  }

  /** Returns the file of its class. */
  public String text() {
    StringBuilder out = new StringBuilder(HEAD.formatted(name()));
    int indent = 1;
    for (String line : body.text().split("\n")) {
      String code = line.strip();
      indent -= code.startsWith("}") ? 1 : 0;
      out.append("  ".repeat(indent)).append(line).append('\n');
      indent += code.endsWith("{") ? 1 : 0;
    }
    return out.append("}\n").toString().replace(SELF, name()).replace(SHARED, name() + "Shared");
  }

  /** Returns the names of what it shows around a step, or between two where none fits inside. */
  public Set<String> shown() {
    Mix mix = new Mix();
    mix.read(body);
    return mix.shown();
  }

  /** Returns the names of what programs are made of, on the language level of this JVM. */
  public static Set<String> constructs() {
    Set<String> all = new TreeSet<>();
    for (Construct one : EnumSet.allOf(Construct.class)) {
      if (one.isKnown()) {
        all.add(one.name());
      }
    }
    return all;
  }
}

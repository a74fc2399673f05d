package dev.everstep.processor.differential;

import dev.everstep.processor.differential.Names.Use;
import dev.everstep.processor.differential.Names.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes a random program: nested control flow, failures caught and not, jumps, compound
 * expressions with steps, names used again. The same seed gives the same program. Every program
 * ends, since a loop's counter is assigned by nobody; a few are not valid Java.
 */
final class ProgramGenerator {
  private static final int STATEMENTS = 14;

  private final StringBuilder out = new StringBuilder();
  private final Random random;
  private final Names names;
  private final ExpressionGenerator expressions;
  private final Deque<String> loops = new ArrayDeque<>();
  private int left = STATEMENTS;
  private int indent = 2;

  private ProgramGenerator(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    names = new Names(random);
    expressions = new ExpressionGenerator(random, names);
  }

  /** Returns the program of a seed. */
  static Program program(long seed) {
    String name = "Random" + Long.toString(seed).replace('-', 'm');
    return new Program(
        name, new ProgramGenerator(seed).text(name), List.of("[0]", "[1]", "[6]", "[-5]"));
  }

  private String text(String name) {
    String head =
        """
        package workflows;

        import dev.everstep.WorkflowContext;
        import dev.everstep.processor.differential.world.*;
        import java.time.Duration;
        import java.util.*;
        import java.util.function.*;

        @SuppressWarnings("all")
        public class %s {
          public String run(WorkflowContext ctx, int n) throws Exception {
        """;
    names.declare(Kind.INT, Use.CAPTURED);
    Variable parameter = names.visible().get(0);
    declare(Kind.TEXT, Use.ASSIGNED);
    while (left > 0) {
      statement();
    }
    StringJoiner all = new StringJoiner(" + \" \" + ");
    all.add("\"end\"");
    names.visible().forEach(one -> all.add(shown(one)));
    line("return " + all + ";");
    return head.formatted(name).replace("int n)", "int " + parameter.name() + ")")
        + out
        + "  }\n}\n";
  }

  private static String shown(Variable one) {
    return switch (one.kind()) {
      case INTS -> "Arrays.toString(" + one.name() + ")";
      case CELL -> one.name() + ".value";
      default -> one.name();
    };
  }

  private void line(String code) {
    out.append("  ".repeat(indent)).append(code).append('\n');
  }

  private void block(String head, Runnable body) {
    line(head + (head.isEmpty() ? "{" : " {"));
    names.open();
    indent++;
    body.run();
    indent--;
    names.close();
    line("}");
  }

  private void statements() {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      statement();
    }
  }

  private void statement() {
    left--;
    int kind = random.nextInt(indent > 6 || left < 0 ? 13 : 22);
    switch (kind) {
      case 0, 1, 2 -> declare(Kind.values()[random.nextInt(Kind.values().length)], use());
      case 3, 4, 5 -> assign();
      case 6 -> line("ctx.step(Steps::note, Effects.clip(" + expressions.of(Kind.TEXT) + "));");
      case 7 -> line("Effects.log(\"\" + " + expressions.of(Kind.INT) + ");");
      case 8, 9 -> jump();
      case 10 -> mutate();
      case 11 -> line("ctx.sleep(Duration.ofSeconds(" + expressions.of(Kind.INT) + "));");
      case 12 -> leaf();
      case 13, 14, 15 -> branch();
      case 16, 17, 18 -> loop();
      case 19, 20 -> attempt();
      default -> block("", this::statements);
    }
  }

  private Use use() {
    return random.nextInt(3) > 0 ? Use.ASSIGNED : Use.CAPTURED;
  }

  private void declare(Kind kind, Use use) {
    if (random.nextInt(5) == 0) {
      String condition = expressions.of(Kind.BOOLEAN);
      String one = expressions.of(kind);
      String other = expressions.of(kind);
      Variable made = names.declare(kind, use);
      line(kind.java() + " " + made.name() + ";");
      line("if (" + condition + ") {");
      line("  " + made.name() + " = " + one + ";");
      line("} else {");
      line("  " + made.name() + " = " + other + ";");
      line("}");
      return;
    }
    String value = expressions.of(kind);
    Variable made = names.declare(kind, use);
    line(
        (use == Use.ASSIGNED ? "" : "final ")
            + kind.java()
            + " "
            + made.name()
            + " = "
            + value
            + ";");
  }

  private void assign() {
    List<Variable> all = names.visible().stream().filter(one -> one.use() == Use.ASSIGNED).toList();
    if (all.isEmpty()) {
      declare(Kind.INT, Use.ASSIGNED);
      return;
    }
    Variable to = expressions.any(all);
    boolean compound = random.nextBoolean();
    switch (to.kind()) {
      case INT, LONG, BYTE, BOX -> {
        String operator = compound ? expressions.pick(" += ", " -= ", " *= ") : " = ";
        Kind value = compound && to.kind() != Kind.BOX ? Kind.INT : to.kind();
        line(to.name() + operator + expressions.of(value) + ";");
      }
      case BOOLEAN ->
          line(
              to.name()
                  + (compound ? expressions.pick(" &= ", " |= ", " ^= ") : " = ")
                  + expressions.of(Kind.BOOLEAN)
                  + ";");
      case TEXT -> {
        line(to.name() + (compound ? " += " : " = ") + expressions.of(Kind.TEXT) + ";");
        line(to.name() + " = Effects.clip(" + to.name() + ");");
      }
      default -> line(to.name() + " = " + expressions.of(to.kind()) + ";");
    }
  }

  /** Changes a part of an object; by its name, or by another name for the same object. */
  private void mutate() {
    List<Variable> all =
        names.visible().stream()
            .filter(
                one ->
                    one.kind() == Kind.INTS || one.kind() == Kind.CELL || one.kind() == Kind.LIST)
            .toList();
    if (all.isEmpty()) {
      declare(expressions.any(List.of(Kind.INTS, Kind.CELL, Kind.LIST)), Use.ASSIGNED);
      return;
    }
    Variable to = expressions.any(all);
    if (random.nextInt(4) == 0) {
      Variable twin = names.declare(to.kind(), Use.ASSIGNED);
      line(to.kind().java() + " " + twin.name() + " = " + to.name() + ";");
      return;
    }
    String value = expressions.of(Kind.INT) + ";";
    String operator = expressions.pick(" = ", " += ", " -= ");
    switch (to.kind()) {
      case INTS -> line(to.name() + "[" + expressions.index(1) + "]" + operator + value);
      case CELL ->
          line(
              to.name()
                  + expressions
                      .pick(".value", ".self().value", ".small", ".slots[1]", ".text")
                      .replace(".small", operator.equals(" = ") ? ".value" : ".small")
                      .replace(".text", operator.equals(" += ") ? ".text" : ".value")
                  + operator
                  + value);
      default ->
          line(
              to.name()
                  + expressions.pick(
                      ".add(" + expressions.of(Kind.INT) + ")",
                      ".set(0, " + expressions.of(Kind.INT) + ")")
                  + ";");
    }
  }

  private void jump() {
    String what;
    if (loops.isEmpty() || random.nextInt(5) == 0) {
      what =
          expressions.pick(
              "throw new IllegalStateException(" + expressions.of(Kind.TEXT) + ")",
              "throw new RefusedException(\"jump\", " + expressions.of(Kind.INT) + ")",
              "return Effects.clip(" + expressions.of(Kind.TEXT) + ")");
    } else {
      String label = expressions.any(List.copyOf(loops));
      what = expressions.pick("break", "continue", "break " + label, "continue " + label);
    }
    line("if (" + expressions.of(Kind.BOOLEAN) + ") " + what + ";");
  }

  /** Writes a statement that the compiler leaves as it is. */
  private void leaf() {
    String value = expressions.leaf(() -> expressions.of(Kind.INT));
    String other = expressions.leaf(() -> expressions.of(Kind.INT));
    Variable made = names.declare(Kind.INT, Use.ASSIGNED);
    switch (random.nextInt(4)) {
      case 0 -> {
        line("int " + made.name() + " = switch (" + value + ") {");
        line("  case 0, 1 -> 5;");
        line("  case 2 -> { int inner = " + other + "; yield inner; }");
        line("  default -> 3;");
        line("};");
      }
      case 1 -> {
        line("int " + made.name() + " = 0;");
        line("try {");
        line("  " + made.name() + " = " + value + " / " + other + ";");
        line("} catch (ArithmeticException leaf) {");
        line("  " + made.name() + " = -1;");
        line("} finally {");
        line("  " + made.name() + "++;");
        line("}");
      }
      case 2 ->
          line(
              "int "
                  + made.name()
                  + " = ((IntSupplier) () -> "
                  + expressions.captured(Kind.INT)
                  + ").getAsInt();");
      default -> {
        line("int " + made.name() + " = " + value + ";");
        line("for (int leaf = 0; leaf < 3; leaf++) {");
        line("  if (leaf == 1) continue;");
        line("  " + made.name() + " += leaf;");
        line("}");
      }
    }
  }

  private void branch() {
    block("if (" + expressions.of(Kind.BOOLEAN) + ")", this::statements);
    if (random.nextBoolean()) {
      block("else", this::statements);
    }
  }

  private void loop() {
    String label = names.label();
    loops.push(label);
    line(label + ":");
    names.open();
    switch (random.nextInt(5)) {
      case 0 -> {
        String bound =
            random.nextBoolean() ? "3" : "Math.min(3, ctx.step(Steps::inc, Effects.at(1)))";
        Variable counter = names.declare(Kind.INT, Use.COUNTER);
        String name = counter.name();
        block(
            "for (int " + name + " = 0; " + name + " < " + bound + "; " + name + "++)",
            this::statements);
      }
      case 1 -> counted("while (", ")");
      case 2 -> counted("", "");
      default -> {
        String values = expressions.of(Kind.INT) + ", " + expressions.of(Kind.INT);
        String over =
            expressions.pick(
                "new int[] {" + values + "}",
                "List.of(" + values + ")",
                "new TreeSet<>(Arrays.asList(" + values + "))");
        Variable each = names.declare(Kind.INT, use());
        block("for (int " + each.name() + " : " + over + ")", this::statements);
      }
    }
    names.close();
    loops.pop();
  }

  /** Writes a while or do loop. Its counter is an array element, out of the program's reach. */
  private void counted(String head, String tail) {
    String counter = names.label();
    int from = out.length() - 1;
    out.insert(
        out.lastIndexOf("\n", from - 1) + 1, "  ".repeat(indent) + "int " + counter + " = 0;\n");
    String condition = counter + "++ < 2 && (" + expressions.of(Kind.BOOLEAN) + ")";
    if (head.isEmpty()) {
      block("do", this::statements);
      out.setLength(out.length() - 1);
      out.append(" while (").append(condition).append(");\n");
    } else {
      block(head + condition + tail, this::statements);
    }
  }

  private void attempt() {
    boolean last = random.nextInt(3) == 0;
    block(
        random.nextInt(6) > 0
            ? "try"
            : "try (Door "
                + names.label()
                + " = Door.open("
                + expressions.pick("\"stuck\"", "\"free\"", "\"\"")
                + "))",
        () -> {
          statements();
          line("ctx.step(Steps::picky, " + expressions.of(Kind.INT) + ");");
          statements();
        });
    String[] all = {
      "RefusedException",
      "IllegalArgumentException | IndexOutOfBoundsException",
      "ArithmeticException",
      "RuntimeException",
      "Exception"
    };
    int from = last && random.nextBoolean() ? all.length : random.nextInt(all.length);
    for (int i = from; i < all.length; i++) {
      if (i == from || random.nextInt(3) == 0) {
        String name = names.label();
        block("catch (" + all[i] + " " + name + ")", () -> handler(name));
      }
    }
    if (last) {
      block("finally", this::last);
    }
  }

  private void last() {
    line("Effects.log(\"last\");");
    statements();
    switch (random.nextInt(4)) {
      case 0 -> line("ctx.step(Steps::ping);");
      case 1 -> jump();
      case 2 -> line("ctx.step(Steps::picky, " + expressions.of(Kind.INT) + ");");
      default -> {}
    }
  }

  private void handler(String name) {
    if (random.nextInt(3) > 0) {
      line("Effects.caught(" + name + ");");
    }
    if (random.nextInt(3) > 0) {
      statements();
    }
    if (random.nextInt(3) == 0) {
      line("if (" + expressions.of(Kind.BOOLEAN) + ") throw " + name + ";");
    }
    line("ctx.step(Steps::note, \"\" + " + name + ".getClass().getSimpleName());");
  }
}

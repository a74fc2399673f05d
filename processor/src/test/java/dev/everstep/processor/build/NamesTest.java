package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes beside a workflow that have the names of what its machine is made of. */
class NamesTest {
  private static final List<String> NAMES =
      List.of(
          "Machine",
          "MachineType",
          "Op",
          "Invocation",
          "Types",
          "Locals",
          "Stack",
          "Frame",
          "Step",
          "Sleep",
          "Generated",
          "Run",
          "Fn",
          "EntryMethod",
          "StepContext",
          "Object",
          "String",
          "Override",
          "SuppressWarnings",
          "Throwable",
          "IllegalStateException",
          "IllegalArgumentException",
          "Class",
          "Integer",
          "Long",
          "Double",
          "List");

  private static final String FLOW =
      """
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      @Workflow
      public class Flow {
        private static final long LEAST = java.lang.Long.MIN_VALUE;
        private static final double MOST = 1 / 0.0;
        private static final float NONE = 0 / 0.0f;
        public java.lang.String run(WorkflowContext ctx, java.lang.String in)
            throws java.lang.Exception {
          java.util.List<java.lang.Integer> all = new java.util.ArrayList<>();
          try {
            for (java.lang.Integer i : of(ctx, 1, 2)) {
              all.add(ctx.step(Flow::twice, i));
            }
          } catch (java.lang.IllegalStateException e) {
            ctx.step(Flow::twice, 0);
            return "failed";
          }
          java.lang.String inline = ctx.step("inline", () -> in + all);
          double[] limits = {LEAST, MOST, NONE};
          ctx.sleep(java.time.Duration.ZERO);
          return inline + limits[0] + limits[1] + limits[2];
        }
        private java.lang.Integer[] of(WorkflowContext ctx, java.lang.Integer... all) {
          ctx.step("note", () -> all.length);
          return all;
        }
        @Function public static int twice(int n) { return 2 * n; }
      }
      """;

  private static final String RESULT = "x[2, 4]-9.223372036854776E18InfinityNaN";

  @TempDir Path directory;

  private Object result(Build build, String name) throws Exception {
    assertThat(build.run()).isEmpty();
    URL classes = build.classes().toUri().toURL();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {classes}, getClass().getClassLoader());
        Everstep everstep =
            Everstep.builder().journal(new InMemoryJournal()).classLoader(loader).open()) {
      return everstep.startJson(null, name, "\"x\"").result();
    }
  }

  @Test
  void thatNobodyUses() throws Exception {
    Build build = new Build(directory).source("app/Flow.java", "package app;\n" + FLOW);
    NAMES.forEach(
        name -> build.source("app/" + name + ".java", "package app;\nclass " + name + " {}\n"));

    assertThat(result(build, "Flow")).isEqualTo(RESULT);
  }

  @Test
  void inTheDefaultPackage() throws Exception {
    Build build = new Build(directory).source("Flow.java", FLOW);
    NAMES.forEach(name -> build.source(name + ".java", "class " + name + " {}\n"));

    assertThat(result(build, "Flow")).isEqualTo(RESULT);
  }

  @Test
  void thatTheWorkflowUses() throws Exception {
    for (String in : List.of("", "app")) {
      Path own = Files.createDirectory(directory.resolve("in-" + in));
      String header = in.isEmpty() ? "" : "package " + in + ";\n";
      String folder = in.isEmpty() ? "" : in + "/";
      StringBuilder body = new StringBuilder();
      StringBuilder sum = new StringBuilder("return \"\"");
      for (String name : NAMES) {
        String local = name.toLowerCase(java.util.Locale.ROOT) + "0";
        body.append(name + " " + local + " = ctx.step(Fns::make" + name + ", 7);\n");
        sum.append(
            " + " + local + ".n() + ((java.lang.Object) " + local + " instanceof " + name + ")");
      }
      StringBuilder functions = new StringBuilder();
      NAMES.forEach(
          name ->
              functions.append(
                  "  public static "
                      + name
                      + " make"
                      + name
                      + "(int n) { return new "
                      + name
                      + "(n); }\n"));
      Build build =
          new Build(own)
              .source(
                  folder + "Flow.java",
                  header
                      + "import dev.everstep.WorkflowContext;\n"
                      + "import dev.everstep.annotations.Workflow;\n"
                      + "@Workflow\npublic class Flow {\n"
                      + "  public java.lang.String run(WorkflowContext ctx, java.lang.String in) {\n"
                      + body
                      + "ctx.sleep(java.time.Duration.ZERO);\n"
                      + sum
                      + ";\n  }\n}\n")
              .source(
                  folder + "Fns.java",
                  header
                      + "@dev.everstep.annotations.Function\npublic class Fns {\n"
                      + functions
                      + "}\n");
      NAMES.forEach(
          name ->
              build.source(
                  folder + name + ".java", header + "public record " + name + "(int n) {}\n"));

      assertThat(result(build, "Flow")).isEqualTo("7true".repeat(NAMES.size()));
    }
  }

  @Test
  void asMembersAndTypeParametersAndLocalTypesOfTheWorkflow() throws Exception {
    Build build =
        new Build(directory)
            .source(
                "app/Flow.java",
                """
                package app;
                import dev.everstep.WorkflowContext;
                import dev.everstep.annotations.*;
                @Workflow
                public class Flow {
                  record Machine(int n) {}
                  record Integer(int n) {}
                  public String run(WorkflowContext ctx, String in) {
                    record Op(int n) {}
                    record Object(int n) {}
                    record Locals(int n) {}
                    Machine machine = new Machine(1);
                    Integer integer = new Integer(2);
                    Op op = new Op(3);
                    Object object = new Object(4);
                    Locals locals = new Locals(5);
                    int n = ctx.step("n", () -> 6);
                    return same(ctx, in, 7) + machine + integer + op + object + locals + n;
                  }
                  static <String, Types> String same(WorkflowContext ctx, String a, Types b) {
                    ctx.sleep(java.time.Duration.ZERO);
                    return b == null ? null : a;
                  }
                }
                """);

    assertThat(result(build, "Flow"))
        .isEqualTo("xMachine[n=1]Integer[n=2]Op[n=3]Object[n=4]Locals[n=5]6");
  }

  @Test
  void importsOfJavaLangAreLeftOutWhereNothingHasSuchAName() throws IOException {
    Build build =
        new Build(directory)
            .source("app/Flow.java", "package app;\n" + FLOW)
            .source("app/String.java", "package app;\nclass String {}\n");
    assertThat(build.run()).isEmpty();

    assertThat(Files.readString(build.classes().resolve("app/Flow$run.java")).lines())
        .filteredOn(line -> line.startsWith("import java.lang"))
        .containsExactly("import java.lang.String;");
  }
}

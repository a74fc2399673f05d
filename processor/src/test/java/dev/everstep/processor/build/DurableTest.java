package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Durable methods of workflows and of classes with {@code @Durable}, in builds with javac. */
class DurableTest {
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      public class Fns {
        @Function public static int one(int n) { return n; }
      }
      """;

  private static final String PAYMENTS =
      """
      package pay;
      import app.Fns;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      @Durable
      public class Payments {
        private Payments() {}
        public static <T> T charge(WorkflowContext ctx, T what, int n) {
          return n == 0 ? what : charge(ctx, what, ctx.step(Fns::one, n - 1));
        }
        private static int unused(WorkflowContext ctx) { return ctx.step(Fns::one, 1); }
        public static String charge(WorkflowContext ctx, String what) { return what; }
      }
      """;

  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      import pay.Payments;
      @Workflow
      public class Flow {
        public String run(WorkflowContext ctx, int n) {
          return Payments.charge(ctx, helper(ctx, n), n) + Payments.charge(ctx, "x");
        }
        private String helper(WorkflowContext ctx, int n) { return "" + ctx.step(Fns::one, n); }
      }
      """;

  @TempDir Path directory;

  @Test
  void compilesAWorkflowWithDurableMethodsOfAnotherFile() throws IOException {
    Build build =
        new Build(directory)
            .source("app/Fns.java", FUNCTIONS)
            .source("app/Flow.java", FLOW)
            .source("pay/Payments.java", PAYMENTS);

    assertThat(build.run()).isEmpty();

    String machine = Files.readString(build.classes().resolve("app/Flow$run.java"));
    assertThat(machine)
        .contains("MachineType.callee(() -> Flow$helper.TYPE)")
        .contains("\"call:Payments.charge\"")
        .contains("MachineType.callee(() -> pay.Payments$charge.TYPE, String.class)")
        .contains("MachineType.callee(() -> pay.Payments$charge_2.TYPE)");
    String descriptor =
        Files.readString(build.classes().resolve("META-INF/everstep/pay.Payments.json"));
    assertThat(descriptor)
        .contains("\"kind\": \"durable\"")
        .contains("\"name\": \"charge(Object,int)\"")
        .contains("\"name\": \"unused()\"")
        .contains("\"name\": \"charge(String)\"");
  }

  @Test
  void compilesAgainstDurableMethodsOfAnotherJar() throws IOException {
    Build first =
        new Build(directory.resolve("first"))
            .source("app/Fns.java", FUNCTIONS)
            .source("pay/Payments.java", PAYMENTS);
    assertThat(first.run()).isEmpty();

    Build second =
        new Build(directory.resolve("second"))
            .classPath(first.classes())
            .source("app/Flow.java", FLOW);

    assertThat(second.run()).isEmpty();
    assertThat(Files.readString(second.classes().resolve("app/Flow$run.java")))
        .contains("MachineType.callee(() -> pay.Payments$charge_2.TYPE)");
  }

  @Test
  void refusesACallOfADurableMethodThatALibraryDidNotCompile() {
    Build library =
        new Build(directory.resolve("library"))
            .options("-proc:none")
            .source("app/Fns.java", FUNCTIONS)
            .source("pay/Payments.java", PAYMENTS);
    assertThat(library.run()).isEmpty();
    Build build =
        new Build(directory.resolve("second"))
            .classPath(library.classes())
            .source("app/Flow.java", FLOW)
            .source(
                "app/Plain.java",
                """
                package app;
                public class Plain {
                  static String call(dev.everstep.WorkflowContext ctx) {
                    return pay.Payments.charge(ctx, "x");
                  }
                }
                """);

    String refused =
        " was not compiled: pay.Payments comes from a library that was built without"
            + " everstep-processor. Build the library with it as annotation processor."
            + " docs/errors/ES027.md";
    assertThat(build.run())
        .containsExactly(
            "Flow.java:8: [ES027] durable method 'Payments.charge'" + refused,
            "Flow.java:8: [ES027] durable method 'Payments.charge'" + refused);
  }

  private List<String> type(String text) {
    return new Build(directory)
        .source("app/Fns.java", FUNCTIONS)
        .source(
            "app/Flow.java",
            "package app;\nimport dev.everstep.WorkflowContext;\nimport"
                + " dev.everstep.annotations.*;\n"
                + text)
        .run();
  }

  @Test
  void refusesMethodsThatCannotBeCompiled() {
    assertThat(
            type(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) { return 1; }
                  int twice(WorkflowContext ctx, WorkflowContext other) { return 2; }
                  synchronized int locked(WorkflowContext ctx) { return 2; }
                  native int far(WorkflowContext ctx);
                }
                """))
        .containsExactly(
            "Flow.java:7: [ES008] method 'twice' takes the WorkflowContext and cannot be compiled: it"
                + " takes it twice. Pass it once. docs/errors/ES008.md",
            "Flow.java:8: [ES008] method 'locked' takes the WorkflowContext and cannot be compiled: it"
                + " is synchronized, and its monitor would not be held when the run resumes."
                + " Synchronize inside a function. docs/errors/ES008.md",
            "Flow.java:9: [ES008] method 'far' takes the WorkflowContext and cannot be compiled: it is"
                + " native. Call native code in a function. docs/errors/ES008.md");
  }

  @Test
  void refusesWhatAClassWithDurableMethodsCannotBe() {
    assertThat(
            type(
                """
                @Durable
                public class Flow {
                  int charge(WorkflowContext ctx) { return 2; }
                }
                """))
        .containsExactly(
            "Flow.java:6: [ES008] method 'charge' takes the WorkflowContext and cannot be compiled: it"
                + " is an instance method of a class with @Durable, and frames keep no such object."
                + " Make it static. docs/errors/ES008.md");
    assertThat(type("@Durable\npublic class Flow {}\n"))
        .containsExactly(
            "Flow.java:5: [ES025] class Flow is annotated with @Durable and has no static method with"
                + " a WorkflowContext. Give it one, or remove the annotation."
                + " docs/errors/ES025.md");
    assertThat(
            type(
                "public class Flow {\n  @Durable private static class In {\n    static void"
                    + " go(WorkflowContext ctx) {}\n  }\n}\n"))
        .containsExactly(
            "Flow.java:5: [ES026] class In is private, so its durable methods cannot be compiled. Make"
                + " it package-private. docs/errors/ES026.md");
  }

  @Test
  void refusesTwoMethodsWithOneStoredName() {
    assertThat(
            type(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) { return 1; }
                  void at(WorkflowContext ctx, java.util.Date date) {}
                  void at(WorkflowContext ctx, java.sql.Date date) {}
                }
                """))
        .containsExactly(
            "Flow.java:8: [ES028] durable methods 'at' at line 7 and here have the same stored name"
                + " at(Date), since types count by their simple names. Give one of them another"
                + " name. docs/errors/ES028.md");
  }

  @Test
  void refusesPrivateMembersInEachDurableMethodButNotThoseMethodsThemselves() {
    assertThat(
            type(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) { return helper(ctx); }
                  private int helper(WorkflowContext ctx) {
                    return ctx.step(Fns::one, hidden());
                  }
                  private int hidden() { return 1; }
                }
                """))
        .containsExactly(
            "Flow.java:8: [ES080] 'hidden' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md");
  }
}

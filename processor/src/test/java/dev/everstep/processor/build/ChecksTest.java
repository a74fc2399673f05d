package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a workflow class or a function is said at its place, with what to do. */
class ChecksTest {
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      public class Fns {
        @Function public static int one(int n) { return n; }
        public static int plain(int n) { return n; }
        @Function private static int hidden(int n) { return n; }
      }
      """;

  @TempDir Path directory;

  /** Compiles a workflow class {@code Flow} with the given annotation line, header and body. */
  private List<String> flow(String type) {
    return new Build(directory)
        .source(
            "app/Fns.java",
            FUNCTIONS.replace("@Function private static int hidden(int n) { return n; }\n", "\n"))
        .source(
            "app/Flow.java",
            "package app;\nimport dev.everstep.WorkflowContext;\nimport"
                + " dev.everstep.annotations.*;\n"
                + type)
        .run();
  }

  private List<String> function(String members) {
    return new Build(directory)
        .source(
            "app/Fns.java",
            "package app;\nimport dev.everstep.annotations.*;\npublic class Fns {\n"
                + members
                + "\n}\n")
        .run();
  }

  @Test
  void acceptsOneEntryWithFinalFieldsAndPlainHelpers() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  private static final int TWO = 2;
                  final int factor = 3;
                  static int calls;
                  public int run(WorkflowContext ctx) { return twice(ctx.step(Fns::one, 1)); }
                  int twice(int n) { return n * factor; }
                  private int unused() { return TWO; }
                }
                """))
        .isEmpty();
  }

  @Test
  void refusesAWorkflowWithoutEntry() {
    assertThat(flow("@Workflow\npublic class Flow {\n  public int run() { return 1; }\n}\n"))
        .containsExactly(
            "Flow.java:5: [ES001] workflow Flow has no entry. Give it one public method whose first"
                + " parameter is WorkflowContext. docs/errors/ES001.md");
  }

  @Test
  void refusesAPrivateEntry() {
    assertThat(
            flow(
                "@Workflow\npublic class Flow {\n  private int run(WorkflowContext ctx) { return 1;"
                    + " }\n}\n"))
        .containsExactly(
            "Flow.java:6: [ES002] the entry 'run' of a workflow is a public instance method. Make it"
                + " public and not static. docs/errors/ES002.md");
  }

  @Test
  void refusesTwoEntries() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) { return 1; }
                  public int again(WorkflowContext ctx) { return 2; }
                }
                """))
        .containsExactly(
            "Flow.java:7: [ES003] workflow Flow has two entries: 'again', and 'run' at line 6. Leave"
                + " one public; a durable method beside it is not, or is static."
                + " docs/errors/ES003.md");
  }

  @Test
  void refusesClassesThatCannotBeInstantiated() {
    String body = " { public int run(WorkflowContext ctx) { return 1; } }\n";
    assertThat(flow("@Workflow\npublic abstract class Flow" + body))
        .containsExactly(
            "Flow.java:5: [ES004] workflow Flow is abstract. A workflow is a concrete class, static if"
                + " it is nested, without type parameters and not private. docs/errors/ES004.md");
    assertThat(flow("@Workflow\npublic class Flow<T>" + body))
        .singleElement()
        .asString()
        .startsWith("Flow.java:5: [ES004] workflow Flow is generic.");
    assertThat(flow("public class Flow {\n  @Workflow public class In" + body + "}\n"))
        .singleElement()
        .asString()
        .startsWith("Flow.java:5: [ES004] workflow In is an inner class.");
    assertThat(flow("public class Flow {\n  @Workflow private static class In" + body + "}\n"))
        .singleElement()
        .asString()
        .startsWith("Flow.java:5: [ES004] workflow In is private.");
  }

  @Test
  void refusesFieldsThatACrashWouldLose() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  int seen;
                  public int run(WorkflowContext ctx) { return seen; }
                }
                """))
        .containsExactly(
            "Flow.java:6: [ES005] field 'seen' of a workflow can change, and fields are not kept"
                + " across a crash. Make it final, or use a local of the entry."
                + " docs/errors/ES005.md");
  }

  @Test
  void refusesNamesThatCannotBeStored() {
    String body = "public class Flow { public int run(WorkflowContext ctx) { return 1; } }\n";
    assertThat(flow("@Workflow(name = \"a b\")\n" + body))
        .containsExactly(
            "Flow.java:5: [ES006] \"a b\" is no name of a workflow. Use 1 to 100 letters, digits and ."
                + " _ -, beginning with a letter or digit. docs/errors/ES006.md");
    assertThat(
            flow(
                "@Workflow(name = \"x\")\n"
                    + body
                    + "@Workflow(name = \"x\") class Other { public int run(WorkflowContext ctx) {"
                    + " return 1; } }\n"))
        .containsExactly(
            "Flow.java:6: [ES007] two workflows of this build have the stored name x: app.Flow and"
                + " app.Other. Give one of them another with @Workflow(name = ...)."
                + " docs/errors/ES007.md");
  }

  @Test
  void refusesAResultThatCannotBeStored() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  public Object[] run(WorkflowContext ctx) {
                    return new Object[] {ctx.step(Fns::one, 1)};
                  }
                }
                """))
        .containsExactly(
            "Flow.java:6: [ES063] the result (java.lang.Object[]) of the workflow cannot be stored:"
                + " the class of its value is not known from Object. Declare the exact type."
                + " docs/errors/ES063.md");
  }

  @Test
  void refusesAStepOfAMethodThatIsNoFunction() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) {
                    return ctx.step(Fns::plain, 1);
                  }
                }
                """))
        .containsExactly(
            "Flow.java:7: [ES010] Fns.plain is called by a step and is no function. Annotate the method"
                + " or its class with @Function. docs/errors/ES010.md");
  }

  @Test
  void refusesPrivateMembersThatTheBodyUses() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  private static final int[] TABLE = {1};
                  private static int twice(int n) { return 2 * n; }
                  public int run(WorkflowContext ctx) {
                    int n = ctx.step(Fns::one, TABLE[0]);
                    return twice(n);
                  }
                }
                """))
        .containsExactly(
            "Flow.java:9: [ES080] 'TABLE' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md",
            "Flow.java:10: [ES080] 'twice' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md");
  }

  @Test
  void refusesWritingToAMapThroughAnEntryThatAStepSeparatesFromIt() {
    String workflow =
        """
        @Workflow
        public class Flow {
          public int run(WorkflowContext ctx, java.util.Map<String, Integer> counts) {
            for (java.util.Map.Entry<String, Integer> entry : counts.entrySet()) {
              entry.setValue(entry.getValue() + 1);
            }
            counts.entrySet().forEach(entry -> entry.setValue(0));
            int sum = 0;
            for (java.util.Map.Entry<String, Integer> entry : counts.entrySet()) {
              sum += ctx.step(Fns::one, entry.getValue());
              REPLACED
            }
            return sum;
          }
        }
        """;

    assertThat(flow(workflow.replace("REPLACED", "counts.put(entry.getKey(), 7);"))).isEmpty();
    assertThat(flow(workflow.replace("REPLACED", "entry.setValue(7);")))
        .containsExactly(
            "Flow.java:14: [ES082] Map.Entry.setValue is called where a step may come between the"
                + " entry and the call, and an entry does not stay attached to its map when the run"
                + " is resumed. Write to the map: map.put(entry.getKey(), value)."
                + " docs/errors/ES082.md");
  }

  @Test
  void refusesFunctionsThatAMethodReferenceCannotName() {
    assertThat(function("@Function private int f(int n) { return n; }"))
        .containsExactly(
            "Fns.java:4: [ES011] function Fns.f cannot be called by the compiled workflow: it is"
                + " private. Make it public. docs/errors/ES011.md");
    assertThat(
            function("@Function public int f(int n) { return n; }\npublic int f() { return 1; }"))
        .containsExactly(
            "Fns.java:4: [ES012] function Fns.f is overloaded (2 methods of that name), so a method"
                + " reference does not say which is meant. Give it a name of its own."
                + " docs/errors/ES012.md");
    assertThat(function("@Function public int f(int... n) { return n.length; }"))
        .containsExactly(
            "Fns.java:4: [ES013] function Fns.f has a variable number of arguments. Let it take a list"
                + " or an array. docs/errors/ES013.md");
    assertThat(function("@Function public <T> int f(T n) { return 1; }"))
        .singleElement()
        .asString()
        .startsWith("Fns.java:4: [ES051] function Fns.f is generic");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThat(function("@Function(attempts = 0) public int f() { return 1; }"))
        .containsExactly(
            "Fns.java:4: [ES014] attempts = 0 in @Function makes no sense. Write a number from 1 to"
                + " 1000000. docs/errors/ES014.md");
    assertThat(function("@Function(timeout = \"soon\") public int f() { return 1; }"))
        .containsExactly(
            "Fns.java:4: [ES014] timeout = \"soon\" in @Function makes no sense. Write a number with"
                + " ms, s, m, h or d, as in 20s. docs/errors/ES014.md");
    assertThat(function("@Function(backoff = \"1m..1s\") public int f() { return 1; }"))
        .containsExactly(
            "Fns.java:4: [ES014] backoff = \"1m..1s\" in @Function makes no sense. Write one pause, or"
                + " the first and the longest one, as in 200ms..30s. docs/errors/ES014.md");
    assertThat(
            function(
                "@Function(attempts = 5, backoff = \"200ms..30s\", timeout = \"20s\") public int f() {"
                    + " return 1; }"))
        .isEmpty();
  }

  @Test
  void refusesInlineStepsWithoutAName() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) {
                    int one = ctx.step("one", () -> 1);
                    return ctx.step("", () -> one);
                  }
                }
                """))
        .containsExactly(
            "Flow.java:8: [ES015] the name of an inline step has 1 to 100 characters; this one has 0."
                + " docs/errors/ES015.md");
  }

  @Test
  void refusesProtectedMembersOfAnotherPackage() {
    Build build =
        new Build(directory)
            .source(
                "lib/Base.java",
                "package lib;\npublic class Base {\n  protected int finish() { return 1; }\n}\n")
            .source(
                "app/Flow.java",
                """
                package app;
                import dev.everstep.WorkflowContext;
                import dev.everstep.annotations.Workflow;
                @Workflow
                public class Flow extends lib.Base {
                  int reachable() { return finish(); }
                  public int run(WorkflowContext ctx) {
                    return reachable() + finish();
                  }
                }
                """);

    assertThat(build.run())
        .containsExactly(
            "Flow.java:8: [ES081] 'finish' is protected in lib.Base, a class of another package; the"
                + " compiled workflow is no subclass of it. Call it in a method of the workflow class,"
                + " and call that. docs/errors/ES081.md");
  }

  @Test
  void refusesMembersOfAPrivateTypeThatIsNotNamed() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  private record Secret(int n) {}
                  private interface Rule { int length(); }
                  static Rule rule = () -> 1;
                  static Secret make() { return new Secret(1); }
                  static int use(Secret secret) { return secret.n(); }
                  public int run(WorkflowContext ctx) {
                    int made = make().n();
                    int length = rule.length();
                    return made + length + use(make());
                  }
                }
                """))
        .containsExactly(
            "Flow.java:12: [ES080] 'Secret' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md",
            "Flow.java:13: [ES080] 'Rule' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md");
  }

  @Test
  void refusesPartsOfAnExpressionThatHaveAPrivateType() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  private record Secret(int n) {}
                  static Secret make() { return new Secret(1); }
                  static java.util.List<Secret> all() { return java.util.List.of(); }
                  static int use(Object secret, int n) { return n; }
                  @Function static Secret found(String by) { return new Secret(2); }
                  public int run(WorkflowContext ctx) {
                    int sum = use(make(), ctx.step(Fns::one, 1));
                    var all = all();
                    ctx.step(Flow::found, "x");
                    return sum + use(all, ctx.step(Fns::one, 2));
                  }
                }
                """))
        .containsExactly(
            "Flow.java:12: [ES080] 'Secret' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md",
            "Flow.java:13: [ES080] 'Secret' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md",
            "Flow.java:14: [ES062] the result (app.Flow.Secret) of step \"Flow.found\" cannot be stored: Secret is"
                + " private in Flow, and the compiled workflow is a class of its own. Make it"
                + " package-private. docs/errors/ES062.md");
  }

  @Test
  void refusesLocalsOfAPrivateTypeThatIsNotNamed() {
    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  private record Secret(int n) {}
                  static Secret make() { return new Secret(1); }
                  public int run(WorkflowContext ctx) {
                    var secret = make();
                    return secret.n();
                  }
                }
                """))
        .containsExactly(
            "Flow.java:9: [ES080] 'Secret' is private in Flow; the compiled workflow is a class of its"
                + " own in the same package and cannot reach it. Make it package-private."
                + " docs/errors/ES080.md");
  }

  private static final String METADATA =
      """
      package kotlin;
      public @interface Metadata {
        int k() default 1;
        int[] mv() default {};
        int[] bv() default {};
        String[] d1() default {};
        String[] d2() default {};
        String xs() default "";
        String pn() default "";
        int xi() default 0;
      }
      """;

  @Test
  void refusesStubsOfOtherLanguages() {
    for (String kind : List.of("@Workflow", "@Durable")) {
      String text =
          "package app;\n@kotlin.Metadata\n@dev.everstep.annotations."
              + kind.substring(1)
              + "\npublic final class Flow {\n  public static int run("
              + "dev.everstep.WorkflowContext ctx) { return 0; }\n}\n";
      Build build =
          new Build(directory)
              .source("kotlin/Metadata.java", METADATA)
              .source("app/Flow.java", text);

      assertThat(build.run())
          .containsExactly(
              "Flow.java:4: [ES095] class Flow is written in Kotlin, and the compiler sees a stub of"
                  + " it, with empty bodies. Write workflows and durable methods in Java; the"
                  + " functions and types that they use may be in any language."
                  + " docs/errors/ES095.md");
    }
    assertThat(
            new Build(directory)
                .source(
                    "groovy/lang/GroovyObject.java",
                    "package groovy.lang;\npublic interface GroovyObject {}\n")
                .source(
                    "app/Flow.java",
                    """
                    package app;
                    @dev.everstep.annotations.Workflow
                    public class Flow implements groovy.lang.GroovyObject {
                      public int run(dev.everstep.WorkflowContext ctx) { return 0; }
                    }
                    """)
                .run())
        .singleElement()
        .asString()
        .startsWith("Flow.java:3: [ES095] class Flow is written in Groovy,");
  }

  @Test
  void saysThatItsOutputCannotBeWritten() throws IOException {
    Files.createDirectories(directory.resolve("classes"));
    Files.writeString(directory.resolve("classes/META-INF"), "a file where a directory must be");

    assertThat(
            flow(
                """
                @Workflow
                public class Flow {
                  public int run(WorkflowContext ctx) { return ctx.step(Fns::one, 1); }
                }
                """))
        .singleElement()
        .asString()
        .startsWith("Flow.java:5: [ES091] the machine of app.Flow cannot be written: ")
        .endsWith(" Look at the compiler's output directory. docs/errors/ES091.md");
  }
}

package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.journal.memory.InMemoryJournal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflow classes that extend and implement others, and those that are extended. */
class HierarchyTest {
  private static final String HEADER =
      """
      package app;
      import dev.everstep.*;
      import dev.everstep.annotations.*;
      """;

  @TempDir Path directory;

  private Build build(String file, String text) {
    return new Build(directory)
        .options("-Xlint:-auxiliaryclass")
        .source(
            "app/Fns.java",
            "package app;\npublic class Fns {\n  @dev.everstep.annotations.Function\n"
                + "  public static String up(String s) { return s.toUpperCase(java.util.Locale.ROOT); }\n}\n")
        .source("app/" + file + ".java", HEADER + text);
  }

  /** Runs a workflow {@code Flow} as an application does. */
  private Object result(String text) throws Exception {
    return result(text, "everstep.start(Flow::run, \"x\").result()");
  }

  private Object result(String text, String expression) throws Exception {
    Build build =
        build("Flow", text)
            .source(
                "app/Main.java",
                HEADER
                    + """
                    public class Main {
                      public static Object main(Everstep everstep) {
                        return EXPRESSION;
                      }
                    }
                    """
                        .replace("EXPRESSION", expression));
    assertThat(build.run()).isEmpty();
    URL classes = build.classes().toUri().toURL();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {classes}, getClass().getClassLoader());
        Everstep everstep =
            Everstep.builder().journal(new InMemoryJournal()).classLoader(loader).open()) {
      return loader.loadClass("app.Main").getMethod("main", Everstep.class).invoke(null, everstep);
    }
  }

  private List<String> refused(String text) {
    return build("Flow", text).run();
  }

  @Test
  void aBaseClassAndInterfacesGiveMembersAndDeclareDurableMethods() throws Exception {
    assertThat(
            result(
                """
                @Workflow
                public class Flow extends Base<String> implements Marked {
                  @Override
                  public String run(WorkflowContext ctx, String in) {
                    String out = visit(ctx, in) + suffix + mark() + LEVEL;
                    return both(out, ctx.step(Fns::up, "z"));
                  }
                  @Override
                  protected String visit(WorkflowContext ctx, String in) {
                    return ctx.step(Fns::up, in) + of("o");
                  }
                  @Override String of(String in) { return super.of(in) + "!"; }
                }
                abstract class Base<T extends Comparable<T>> implements Job<T, T> {
                  static final int LEVEL = Math.abs(-3);
                  final String suffix = "-";
                  protected abstract T visit(WorkflowContext ctx, T in);
                  T of(T in) { return in; }
                  String both(T a, T b) { return a + "" + b; }
                }
                interface Job<I, O> { O run(WorkflowContext ctx, I in); }
                interface Marked { default String mark() { return "m"; } }
                """))
        .isEqualTo("Xo!-m3Z");
  }

  @Test
  void aFinalClass() throws Exception {
    assertThat(
            result(
                """
                @Workflow
                public final class Flow {
                  public String run(WorkflowContext ctx, String in) { return visit(ctx, in); }
                  final String visit(WorkflowContext ctx) { return "no"; }
                  String visit(WorkflowContext ctx, String in) { return ctx.step(Fns::up, in); }
                }
                """))
        .isEqualTo("X");
  }

  @Test
  void aSealedClassAndASubclassThatLeavesItsDurableMethodsAlone() throws Exception {
    assertThat(
            result(
                """
                @Workflow
                public sealed class Flow permits Special {
                  public String run(WorkflowContext ctx, String in) {
                    return visit(ctx, in) + other(ctx) + plain();
                  }
                  private String visit(WorkflowContext ctx, String in) {
                    return ctx.step(Fns::up, in);
                  }
                  static String other(WorkflowContext ctx) { return ctx.step(Fns::up, "o"); }
                  String plain() { return "p"; }
                }
                final class Special extends Flow {
                  private String visit(WorkflowContext ctx, String in) { return "hidden"; }
                  static String other(WorkflowContext ctx) { return "hidden"; }
                  String visit(WorkflowContext ctx, int overloaded) { return ""; }
                  @Override String plain() { return "q"; }
                }
                """))
        .isEqualTo("XOp");
  }

  @Test
  void anObjectOfASubclassThatAFactoryGives() throws Exception {
    assertThat(
            result(
                """
                @Workflow
                public class Flow {
                  public String run(WorkflowContext ctx, String in) {
                    return ctx.step(Fns::up, in) + plain();
                  }
                  String plain() { return "p"; }
                  static Object withSpecial() {
                    try (Everstep everstep =
                        Everstep.builder()
                            .journal(new dev.everstep.journal.memory.InMemoryJournal())
                            .classLoader(Flow.class.getClassLoader())
                            .workflow(Flow.class, Special::new)
                            .open()) {
                      return everstep.start(Flow::run, "x").result();
                    }
                  }
                }
                class Special extends Flow {
                  @Override String plain() { return "special"; }
                }
                """,
                "Flow.withSpecial()"))
        .isEqualTo("Xspecial");
  }

  @Test
  void aSubclassThatIsAWorkflowItself() throws Exception {
    assertThat(
            result(
                """
                @Workflow
                public class Flow extends General {
                  @Override public String run(WorkflowContext ctx, String in) {
                    return visit(ctx, in);
                  }
                  @Override String visit(WorkflowContext ctx, String in) {
                    return ctx.step(Fns::up, in) + shared(ctx);
                  }
                }
                @Workflow
                class General {
                  public String run(WorkflowContext ctx, String in) { return visit(ctx, in); }
                  String visit(WorkflowContext ctx, String in) { return "general"; }
                  static String shared(WorkflowContext ctx) { return ctx.step(Fns::up, "s"); }
                }
                """))
        .isEqualTo("XS");
  }

  @Test
  void aMemberOfAnInterfaceAndOneOfARecord() {
    String member =
        """
          @Workflow %s class In%s {
            public String run(WorkflowContext ctx, String in) { return ctx.step(Fns::up, in); }
          }
        """;
    Build build =
        build("Flow", "public interface Flow {\n" + member.formatted("", "One") + "}\n")
            .source(
                "app/Pair.java",
                HEADER
                    + "public record Pair(int a) {\n"
                    + member.formatted("static", "Two")
                    + "}\n");

    assertThat(build.run()).isEmpty();

    assertThat(build.classes().resolve("META-INF/everstep/Flow.InOne.json")).exists();
    assertThat(build.classes().resolve("META-INF/everstep/Pair.InTwo.json")).exists();
  }

  @Test
  void durableMethodsOfAnInterfaceARecordAndAnEnum() throws Exception {
    String method =
        "static String up(WorkflowContext ctx, String in) { return ctx.step(Fns::up, in); }";
    assertThat(
            result(
                """
                @Workflow
                public class Flow implements Shared {
                  public String run(WorkflowContext ctx, String in) {
                    return Shared.up(ctx, in) + Pair.up(ctx, "p") + Color.up(ctx, "c");
                  }
                }
                @Durable interface Shared { METHOD }
                @Durable record Pair(int a) { METHOD }
                @Durable enum Color { RED; METHOD }
                """
                    .replace("METHOD", method)))
        .isEqualTo("XPC");
  }

  @Test
  void refusesAnOverrideInASubclass() {
    String flow =
        """
        @Workflow
        public class Flow {
          public String run(WorkflowContext ctx, String in) { return visit(ctx, in); }
          protected String visit(WorkflowContext ctx, String in) { return ctx.step(Fns::up, in); }
        }
        """;
    Build build =
        build("Flow", flow)
            .source(
                "other/Special.java",
                """
                package other;
                import dev.everstep.WorkflowContext;
                public abstract class Special extends app.Flow {
                  public static class Deep extends Special {
                    @Override
                    protected String visit(WorkflowContext ctx, String in) { return "deep"; }
                    @Override public String run(WorkflowContext ctx, String in) { return "run"; }
                  }
                }
                """);

    assertThat(build.run())
        .containsExactly(
            "Special.java:6: [ES029] method 'visit' overrides a durable method of workflow Flow,"
                + " whose runs would not call it: they execute what the workflow's own class"
                + " declares. Give it another name, or let the workflow call a method without a"
                + " WorkflowContext, which may be overridden. docs/errors/ES029.md",
            "Special.java:7: [ES029] method 'run' overrides a durable method of workflow Flow, whose"
                + " runs would not call it: they execute what the workflow's own class declares."
                + " Give it another name, or let the workflow call a method without a"
                + " WorkflowContext, which may be overridden. docs/errors/ES029.md");
  }

  @Test
  void acceptsAMethodThatDoesNotOverrideSinceItCannotSeeTheOther() {
    Build build =
        build(
                "Flow",
                """
                @Workflow
                public class Flow {
                  public String run(WorkflowContext ctx, String in) { return visit(ctx, in); }
                  String visit(WorkflowContext ctx, String in) { return ctx.step(Fns::up, in); }
                }
                """)
            .source(
                "other/Special.java",
                """
                package other;
                import dev.everstep.WorkflowContext;
                public class Special extends app.Flow {
                  String visit(WorkflowContext ctx, String in) { return "other"; }
                }
                """);

    assertThat(build.run()).isEmpty();
  }

  @Test
  void refusesAnEntryThatIsInherited() {
    String none =
        "[ES001] workflow Flow has no entry. Give it one public method whose first parameter is"
            + " WorkflowContext. docs/errors/ES001.md";
    assertThat(
            refused(
                """
                @Workflow
                public class Flow extends Base<String> {}
                class Base<T> {
                  public T run(WorkflowContext ctx, T in) { return in; }
                }
                """))
        .containsExactly("Flow.java:5: " + none);
    assertThat(
            refused(
                """
                @Workflow
                public class Flow implements Base {}
                interface Base {
                  default String run(WorkflowContext ctx, String in) { return in; }
                }
                """))
        .containsExactly("Flow.java:5: " + none);
  }

  @Test
  void refusesACallOfAnInheritedDurableMethod() {
    String flow =
        """
        @Workflow
        public class Flow %s {
          public String run(WorkflowContext ctx, String in) { return visit(ctx, in); }
        }
        %s {
          %s String visit(WorkflowContext ctx, String in) { return in; }
        }
        """;
    String refused =
        "Flow.java:6: [ES022] Base.visit takes the WorkflowContext and is not compiled: it is"
            + " inherited. Declare it in Flow, or make it static in a class with @Durable, or pass"
            + " what ctx returns. docs/errors/ES022.md";
    assertThat(refused(flow.formatted("extends Base", "class Base", ""))).containsExactly(refused);
    assertThat(refused(flow.formatted("implements Base", "interface Base", "default")))
        .containsExactly(refused);
  }

  @Test
  void refusesAFieldOfABaseClassThatACrashWouldLose() {
    assertThat(
            refused(
                """
                @Workflow
                public class Flow extends Middle {
                  public String run(WorkflowContext ctx, String in) { return in; }
                }
                class Middle extends Base { final int kept = 1; static int shared; }
                class Base { private int seen; int next() { return seen++; } }
                """))
        .containsExactly(
            "Flow.java:5: [ES005] field 'Base.seen' of a workflow can change, and fields are not kept"
                + " across a crash. Make it final, or use a local of the entry."
                + " docs/errors/ES005.md");
  }
}

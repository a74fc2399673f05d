package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowProcessorTest {
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      public class Fns {
        @Function(attempts = 3, backoff = "1s..2s", nonRetryable = IllegalStateException.class)
        public Shape<Integer> shape(int n) throws java.io.IOException { return null; }
      }
      """;

  @TempDir Path directory;

  private Build model() {
    return model(directory);
  }

  private static Build model(Path directory) {
    return new Build(directory)
        .source(
            "app/Shape.java",
            """
            package app;
            import java.util.*;
            public sealed interface Shape<T extends Comparable<? super T>>
                permits Circle, Square, Shape.Nested {
              T key();
              default <K extends Number & java.io.Serializable> Map<? extends K, List<T[]>> odd(K k)
                  throws java.io.IOException {
                return null;
              }
              record Nested<T extends Comparable<? super T>>(T key, int... rest) implements Shape<T> {
                public Nested {
                  if (key == null) {
                    throw new NullPointerException();
                  }
                }
                static int count = 3;
              }
            }
            """)
        .source(
            "app/Circle.java",
            """
            package app;
            public record Circle<T extends Comparable<? super T>>(T key) implements Shape<T> {
              public Circle { java.util.Objects.requireNonNull(key); }
              Circle(T a, int b) { this(a); }
            }
            """)
        .source(
            "app/Square.java",
            """
            package app;
            public non-sealed abstract class Square<T extends Comparable<? super T>>
                extends Base<T> implements Shape<T> {
              protected static final int SIDE = 4;
              final String s;
              static final long L;
              static { L = 3; }
              public Square(String s) { super(3); this.s = s; }
              enum Color {
                RED { @Override int x() { return 1; } }, GREEN;
                int x() { return 0; }
              }
              @interface Marked { String value() default "x\\n"; int[] n() default {1, 2}; }
              class Inner { class Deeper {} }
            }
            abstract class Base<Q> {
              final int q;
              Base(int q) { this.q = q; }
              protected abstract Q key();
            }
            """)
        .source("app/Fns.java", FUNCTIONS);
  }

  private static final String WORKFLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      import java.util.*;
      @Workflow
      public class Flow {
        public int run(WorkflowContext ctx, List<? extends Number> list) throws Exception {
          Shape<Integer> shape = ctx.step(Fns::shape, 3);
          list.forEach(x -> x.intValue());
          if (shape instanceof Circle<Integer> circle) {
            return circle.key();
          }
          return switch (Square.Color.RED) {
            case RED -> Square.SIDE;
            case GREEN -> 0;
          };
        }
        record Compact(int a) {
          Compact {
            if (a < 0) {
              throw new IllegalArgumentException();
            }
          }
        }
        @Workflow(name = "inner.one")
        public static class Inner {
          public void run(WorkflowContext ctx) throws Exception {
            ctx.step(Fns::shape, 1);
          }
        }
      }
      """;

  @Test
  void compilesAWorkflowBesideTheTypesItUsesWithoutAWarning() {
    Build build = model().source("app/Flow.java", WORKFLOW);

    assertThat(build.run()).isEmpty();

    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
    assertThat(build.classes().resolve("app/Flow$Inner$run.class")).exists();
    assertThat(build.classes().resolve("META-INF/everstep/Flow.json")).exists();
    assertThat(build.classes().resolve("META-INF/everstep/inner.one.json")).exists();
  }

  @Test
  void compilesTheSameForAnOlderRelease() {
    Build build = model().source("app/Flow.java", WORKFLOW).options("--release", "17");

    assertThat(build.run()).isEmpty();
    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
  }

  @Test
  void readsTypesOfAnEarlierCompilation() throws IOException {
    Build earlier = model();
    assertThat(earlier.run()).isEmpty();
    Path second = Files.createDirectory(directory.resolve("second"));
    Build build = new Build(second).source("app/Flow.java", WORKFLOW).classPath(earlier.classes());

    assertThat(build.run()).isEmpty();
    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
  }

  @Test
  void writesTheSameBytesForTheSameSource() throws IOException {
    Build first = model().source("app/Flow.java", WORKFLOW);
    assertThat(first.run()).isEmpty();
    String machine = Files.readString(first.classes().resolve("app/Flow$run.java"));
    String descriptor = Files.readString(first.classes().resolve("META-INF/everstep/Flow.json"));

    Path second = Files.createDirectory(directory.resolve("second"));
    Build again = model(second).source("app/Flow.java", WORKFLOW);
    assertThat(again.run()).isEmpty();

    assertThat(again.classes().resolve("app/Flow$run.java")).hasContent(machine);
    assertThat(again.classes().resolve("META-INF/everstep/Flow.json")).hasContent(descriptor);
  }

  @Test
  void leavesATypoToJavac() {
    Build build =
        model().source("app/Flow.java", WORKFLOW.replace("shape instanceof", "shap instanceof"));

    assertThat(build.run())
        .singleElement()
        .asString()
        .startsWith("Flow.java:10: cannot find symbol");
  }

  @Test
  void aRefusedWorkflowDoesNotHideAnother() {
    Build build =
        model()
            .source("app/Flow.java", WORKFLOW)
            .source(
                "app/Other.java",
                """
                package app;
                import dev.everstep.WorkflowContext;
                import dev.everstep.annotations.Workflow;
                @Workflow
                public class Other {
                  public void run(WorkflowContext ctx) throws Exception {
                    synchronized (this) {
                      ctx.step(Fns::shape, 1);
                    }
                  }
                }
                """);

    assertThat(build.run())
        .singleElement()
        .asString()
        .startsWith("Other.java:7: [ES0")
        .contains("synchronized");
    assertThat(build.classes().resolve("app/Flow$run.java")).exists();
  }

  @Test
  void waitsForAClassThatAnotherProcessorWrites() throws IOException {
    for (boolean first : new boolean[] {true, false}) {
      Path own = Files.createDirectory(directory.resolve("first-" + first));
      Build build =
          new Build(own)
              .source(
                  "app/Flow.java",
                  """
                  package app;
                  import dev.everstep.WorkflowContext;
                  import dev.everstep.annotations.Workflow;
                  @Workflow
                  public class Flow {
                    public int run(WorkflowContext ctx) throws Exception {
                      return ctx.step(Written::length, "abc") + Written.ONE;
                    }
                  }
                  """)
              .processor(new Writing(), first);

      assertThat(build.run()).isEmpty();
      assertThat(build.classes().resolve("app/Flow$run.class")).exists();
    }
  }

  /** Writes a class with a function in the first round. */
  private static final class Writing extends AbstractProcessor {
    private boolean written;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("app.Written").openWriter()) {
          out.write(
              """
              package app;
              import dev.everstep.annotations.Function;
              public class Written {
                public static final int ONE = 1;
                @Function public static int length(String s) { return s.length(); }
              }
              """);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  private static final String SMALL =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      @Workflow
      public class Flow {
        private static final Object LATER = null;
        Flow() {}
        public int run(WorkflowContext ctx, int n) {
          return ctx.step(Flow::twice, n);
        }
        @Function static int twice(int n) { return 2 * n; }
      }
      """;

  @Test
  void compilesInAModuleThatReadsNoMoreThanItNeeds() {
    Build build =
        new Build(directory)
            .options("--add-reads", "app=ALL-UNNAMED", "-Xlint:-exports")
            .source("module-info.java", "module app { requires java.logging; }")
            .source("app/Flow.java", SMALL);

    assertThat(build.run()).isEmpty();
    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
  }

  /** On some file systems {@code Flow$Run.class} and {@code Flow$run.class} are one file. */
  @Test
  void keepsTheMachineApartFromAMemberClassOfItsName() throws IOException {
    Build build =
        new Build(directory)
            .source("app/Flow.java", SMALL.replace("Flow() {}", "Flow() {}\n  record Run() {}"));

    assertThat(build.run()).isEmpty();
    assertThat(build.classes().resolve("app/Flow$run_.class")).exists();
    assertThat(build.classes().resolve("app/Flow$run.class")).doesNotExist();
    assertThat(build.classes().resolve("META-INF/everstep/Flow.json"))
        .content()
        .contains("\"machine\": \"app.Flow$run_\"");
  }

  @Test
  void compilesBesideAnErrorThatIsNotTheEntrys() {
    Build build =
        new Build(directory).source("app/Flow.java", SMALL.replace("= null", "= missing"));

    assertThat(build.run())
        .singleElement()
        .asString()
        .startsWith("Flow.java:6: cannot find symbol");
    assertThat(build.classes().resolve("app/Flow$run.java")).exists();
  }

  @Test
  void reportsAWorkflowThatTheHostAloneCanRead() {
    Build build =
        new Build(directory)
            .options("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED")
            .source(
                "app/Flow.java",
                SMALL.replace("return ctx", "jdk.internal.misc.VM.isBooted();\n    return ctx"));

    assertThat(build.run())
        .singleElement()
        .asString()
        .startsWith("Flow.java:5: [ES092] workflow Flow was not compiled, since its file cannot be")
        .contains("(line 9: package jdk.internal.misc is not visible")
        .endsWith("docs/errors/ES092.md");
  }

  @Test
  void leavesAStatementThatNoMethodHoldsToJavac() {
    String many =
        IntStream.range(0, 9_000).mapToObj(i -> "n + " + i).collect(Collectors.joining(", "));
    Build build =
        new Build(directory)
            .source(
                "app/Flow.java",
                SMALL.replace("return ctx", "int[] all = {" + many + "};\n    return ctx"));

    assertThat(build.run()).containsExactly("Flow.java:8: code too large");
  }

  @Test
  void reportsAFaultAtTheWorkflowAndCompilesTheOthers() {
    Build build =
        new Build(directory)
            .source("app/Flow.java", SMALL)
            .source("app/Other.java", SMALL.replace("Flow", "Other"))
            .processors(new WithFaultyFiler("app.Flow$run"));

    assertThat(build.run())
        .singleElement()
        .asString()
        .startsWith(
            "Flow.java:4: [ES099] the compiler failed at workflow Flow in line 4"
                + " (IllegalStateException: broken, at ")
        .endsWith("docs/errors/ES099.md");
    assertThat(build.classes().resolve("app/Other$run.java")).exists();
  }

  /** Our processor, with a filer that fails at one class. */
  private static final class WithFaultyFiler extends AbstractProcessor {
    private final WorkflowProcessor processor = new WorkflowProcessor();
    private final String name;

    WithFaultyFiler(String name) {
      this.name = name;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer =
          proxy(
              Filer.class,
              environment.getFiler(),
              (method, arguments) -> {
                if (method.equals("createSourceFile") && arguments[0].equals(name)) {
                  throw new IllegalStateException("broken");
                }
                return null;
              });
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              environment,
              (method, arguments) -> method.equals("getFiler") ? filer : null));
    }

    private static <T> T proxy(
        Class<T> type, T delegate, BiFunction<String, Object[], Object> instead) {
      InvocationHandler handler =
          (proxy, method, arguments) -> {
            Object other = instead.apply(method.getName(), arguments);
            return other != null ? other : method.invoke(delegate, arguments);
          };
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  @Test
  void pointsAtTheTokenWhereJavacIsACommand() {
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
                  public int other = 1, more = 2;
                  public int run(WorkflowContext ctx, int n) {
                    return ctx.step( Flow::twice, n);
                  }
                  public int again(WorkflowContext ctx) { return 2; }
                  static int twice(int n) { return 2 * n; }
                }
                """);

    assertThat(build.runAsCommand())
        .containsSubsequence(
            "Flow.java:6: error: [ES005] field 'other'",
            "public int other = 1, more = 2;\n             ^",
            "Flow.java:6: error: [ES005] field 'more'",
            "public int other = 1, more = 2;\n                        ^",
            "Flow.java:10: error: [ES003]",
            "  public int again(WorkflowContext ctx) { return 2; }\n             ^",
            "Flow.java:8: error: [ES010]",
            "    return ctx.step( Flow::twice, n);\n                     ^");
  }
}

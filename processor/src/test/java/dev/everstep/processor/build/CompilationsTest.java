package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** Ways to run javac, and places where a workflow may stand. */
class CompilationsTest {
  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      @Workflow
      public class Flow {
        public int run(WorkflowContext ctx, int n) {
          ctx.log().info("n = {}", n);
          return ctx.step(Flow::twice, n);
        }
        @Function public static int twice(int n) { return 2 * n; }
      }
      """;

  @TempDir Path directory;

  @Test
  void compilesTwoWorkflowsOfOneFileInTheDefaultPackage() {
    String second =
        """
        @Workflow
        class Second {
          public int run(WorkflowContext ctx, int n) { return ctx.step(Flow::twice, n); }
          static class Middle {
            @Workflow
            static class Inner {
              public int run(WorkflowContext ctx, int n) { return ctx.step(Flow::twice, n); }
            }
          }
        }
        """;
    Build build =
        new Build(directory)
            .options("-Xlint:-auxiliaryclass")
            .source("Flow.java", FLOW.replace("package app;\n", "") + second);

    assertThat(build.run()).isEmpty();

    assertThat(build.classes().resolve("Flow$run.class")).exists();
    assertThat(build.classes().resolve("Second$run.class")).exists();
    assertThat(build.classes().resolve("Second$Middle$Inner$run.class")).exists();
    assertThat(build.classes().resolve("META-INF/everstep/Second.Middle.Inner.json")).exists();
  }

  @Test
  void writesSourcesThatCompileByThemselvesWhereJavacOnlyProcesses() throws IOException {
    Path generated = Files.createDirectory(directory.resolve("generated"));
    Build first =
        new Build(directory)
            .options("-proc:only", "-s", generated.toString())
            .source("app/Flow.java", FLOW);
    assertThat(first.run()).isEmpty();
    assertThat(first.classes().resolve("app/Flow.class")).doesNotExist();
    assertThat(first.classes().resolve("META-INF/everstep/Flow.json")).exists();
    Build second =
        new Build(Files.createDirectory(directory.resolve("second")))
            .options("-proc:none")
            .source("app/Flow.java", FLOW)
            .source("app/Flow$run.java", Files.readString(generated.resolve("app/Flow$run.java")));

    assertThat(second.run()).isEmpty();

    assertThat(second.classes().resolve("app/Flow$run.class")).exists();
  }

  @Test
  void compilesInManyThreadsOfOneProcess() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<List<String>>> results = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path own = Files.createDirectory(directory.resolve("build" + i));
      String text = FLOW.replace("2 * n", i + " * n");
      results.add(threads.submit(() -> new Build(own).source("app/Flow.java", text).run()));
    }
    threads.shutdown();

    for (Future<List<String>> result : results) {
      assertThat(result.get(5, TimeUnit.MINUTES)).isEmpty();
    }
    assertThat(directory.resolve("build0/classes/app/Flow$run.java"))
        .hasSameTextualContentAs(directory.resolve("build2/classes/app/Flow$run.java"));
  }

  @Test
  void compilesInANamedModuleWithTheProcessorOnAModulePath() throws IOException {
    Jars jars = new Jars(directory);
    List<Path> modules = new ArrayList<>(jars.api());
    modules.add(Build.origin(Logger.class));
    modules.add(Build.origin(org.jspecify.annotations.Nullable.class));
    Build build =
        new Build(directory)
            .options("-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic")
            .modulePath(modules)
            .processorModulePath(jars.processor())
            .source(
                "module-info.java",
                """
                module app {
                  requires transitive dev.everstep;
                  requires static transitive dev.everstep.annotations;
                  requires org.slf4j;
                  exports app;
                }
                """)
            .source(
                "app/Flow.java",
                FLOW.replace("{\n  public int run", "{\n  public Flow() {}\n  public int run"));

    assertThat(build.run()).isEmpty();

    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
    assertThat(Files.readString(build.classes().resolve("app/Flow$run.java")))
        .doesNotContain("@Generated"); // the module does not read java.compiler
  }
}

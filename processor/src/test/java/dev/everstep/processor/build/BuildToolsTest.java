package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build tools wrap what javac gives to a processor, and other compilers are no javac. */
class BuildToolsTest {
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      public class Fns {
        @Function public static int twice(int n) { return 2 * n; }
      }
      """;
  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      @Workflow
      public class Flow {
        public int run(WorkflowContext ctx, int n) {
          int twice = ctx.step(Fns::twice, n);
          return twice + ctx.step(Fns::twice, twice);
        }
        @Workflow
        public static class Inner {
          public int run(WorkflowContext ctx, int n) {
            return ctx.step(Fns::twice, n);
          }
        }
      }
      """;
  private static final String OTHER =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      @Workflow
      class Other {
        public int run(WorkflowContext ctx, int n) {
          return ctx.step(Fns::twice, n);
        }
      }
      """;

  @TempDir Path directory;

  private Build build(Path under) {
    return new Build(under)
        .source("app/Fns.java", FUNCTIONS)
        .source("app/Flow.java", FLOW)
        .source("app/Other.java", OTHER);
  }

  @Test
  void compilesUnderGradleAndNamesTheOneTypeThatEachFileComesFrom() {
    LikeGradle gradle = new LikeGradle(new WorkflowProcessor());
    Build build = build(directory).processors(gradle);

    assertThat(build.run()).isEmpty();

    assertThat(gradle.fullRebuildCauses()).isEmpty();
    assertThat(gradle.origins())
        .isEqualTo(
            Map.of(
                "app.Flow$run", "app.Flow",
                "META-INF/everstep/Flow.json", "app.Flow",
                "app.Flow$Inner$run", "app.Flow",
                "META-INF/everstep/Flow.Inner.json", "app.Flow",
                "app.Other$run", "app.Other",
                "META-INF/everstep/Other.json", "app.Other"));
    assertThat(build.classes().resolve("app/Flow$run.class")).exists();
  }

  /** Gradle compiles what has changed, against the class files of all else. */
  @Test
  void compilesOneWorkflowAgainUnderGradle() throws Exception {
    Build first = build(directory).processors(new LikeGradle(new WorkflowProcessor()));
    assertThat(first.run()).isEmpty();
    LikeGradle gradle = new LikeGradle(new WorkflowProcessor());
    Build second =
        new Build(Files.createDirectory(directory.resolve("second")))
            .source("app/Flow.java", FLOW.replace("twice + ctx", "1 + ctx"))
            .classPath(first.classes())
            .processors(gradle);

    assertThat(second.run()).isEmpty();

    assertThat(gradle.fullRebuildCauses()).isEmpty();
    assertThat(gradle.origins())
        .containsOnlyKeys(
            "app.Flow$run",
            "META-INF/everstep/Flow.json",
            "app.Flow$Inner$run",
            "META-INF/everstep/Flow.Inner.json");
  }

  /** Gradle hands annotated classes, which it does not compile, to processors that need all. */
  @Test
  void leavesAWorkflowAloneThatIsGivenAsAClassFile() throws Exception {
    Build first = build(directory);
    assertThat(first.run()).isEmpty();
    LikeGradle gradle = new LikeGradle(new WorkflowProcessor());
    Build second =
        new Build(Files.createDirectory(directory.resolve("second")))
            .source("app/Other.java", OTHER)
            .classNames("app.Flow")
            .classPath(first.classes())
            .processors(gradle);

    assertThat(second.run()).isEmpty();

    assertThat(gradle.origins()).containsOnlyKeys("app.Other$run", "META-INF/everstep/Other.json");
  }

  @Test
  void compilesInIntelliJsBuilder() throws Exception {
    for (boolean accessor : new boolean[] {true, false}) {
      LikeIntelliJ intelliJ = new LikeIntelliJ(accessor);
      Build build =
          build(Files.createDirectory(directory.resolve("accessor-" + accessor)))
              .processors(intelliJ.wrap(new WorkflowProcessor()));

      assertThat(build.run()).isEmpty();

      assertThat(intelliJ.created())
          .contains("app.Flow$run", "META-INF/everstep/Flow.json", "app.Other$run");
      assertThat(build.classes().resolve("app/Flow$run.class")).exists();
    }
  }

  @Test
  void compilesInIntelliJsBuilderWhereGradleWrapsToo() {
    LikeGradle gradle = new LikeGradle(new WorkflowProcessor());
    Build build = build(directory).processors(new LikeIntelliJ(true).wrap(gradle));

    assertThat(build.run()).isEmpty();
    assertThat(gradle.fullRebuildCauses()).isEmpty();
  }

  @Test
  void saysInEclipsesCompilerThatJavacIsNeeded() {
    String printed = build(directory).runInEclipse();

    assertThat(printed)
        .contains("1. ERROR in Flow.java (at line 5)\n\tpublic class Flow {")
        .contains(
            "[ES090] workflows are compiled by a javac plug-in, and this compiler is"
                + " org.eclipse.jdt.internal.compiler.apt.dispatch.BatchProcessingEnvImpl."
                + " Build with javac of a JDK, 17 or newer. docs/errors/ES090.md")
        .contains("3 problems (3 errors)")
        .doesNotContain("Exception");
  }

  @Test
  void saysSoWhereWrappersLeadToNoJavac() {
    Processor processor = new WorkflowProcessor();
    for (int i = 0; i < 6; i++) {
      processor = new LikeGradle(processor);
    }

    assertThat(build(directory).processors(processor).run())
        .hasSize(3)
        .allMatch(line -> line.contains("[ES090]") && line.contains("LikeGradle"));
  }
}

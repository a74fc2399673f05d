package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.RunId;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was parked by one version of a workflow goes on with the next one. */
class ResumesEditedCodeTest {
  private static final RunId RUN = new RunId("r1");

  @TempDir Path directory;

  private Build build(String version, String statements) {
    Build build =
        new Build(directory.resolve(version))
            .source(
                "main/java/app/Flow.java",
                """
                package app;
                import dev.everstep.WorkflowContext;
                import dev.everstep.annotations.Workflow;
                import dev.everstep.processor.build.Parked;
                @Workflow
                public class Flow {
                  public String run(WorkflowContext ctx, String s) throws Exception {
                    %s
                  }
                }
                """
                    .formatted(statements));
    return build;
  }

  private Everstep open(Build build) throws IOException {
    URL classes = build.classes().toUri().toURL();
    return Everstep.builder()
        .directory(directory.resolve("data"))
        .closeWait(Duration.ofMillis(1))
        .classLoader(new URLClassLoader(new URL[] {classes}, getClass().getClassLoader()))
        .open();
  }

  @Test
  void goesOnAtTheStepThatWasMovedByOthers() throws Exception {
    Build before =
        build(
            "before",
            "String a = ctx.step(Parked::work, s + 1); String b = ctx.step(Parked::work, a + 2);"
                + " return a + b;");
    assertThat(before.run()).isEmpty();
    Build after =
        build(
            "after",
            "String zero = ctx.step(Parked::work, s + 0); String a = ctx.step(Parked::work, s + 1);"
                + " String b = ctx.step(Parked::work, a + 2); return a + b"
                + " + ctx.step(Parked::work, \"new\");");
    Path baseline = directory.resolve("after/src/main/everstep/Flow.json");
    Files.createDirectories(baseline.getParent());
    Files.copy(before.classes().resolve("META-INF/everstep/Flow.json"), baseline);
    assertThat(after.run()).isEmpty();
    Parked.CALLS.clear();
    Parked.parkedAt = "x1.2";
    Parked.reached = new CountDownLatch(1);
    Parked.released = new CountDownLatch(1);

    try (Everstep everstep = open(before)) {
      everstep.startJson(RUN, "Flow", "\"x\"");
      assertThat(Parked.reached.await(30, TimeUnit.SECONDS)).as("the step runs").isTrue();
    } finally {
      Parked.parkedAt = "";
      Parked.released.countDown();
    }
    String result;
    try (Everstep everstep = open(after)) {
      Run<Object> run = everstep.find(RUN).orElseThrow();
      result = (String) run.result(Duration.ofSeconds(30));
    }

    assertThat(result).isEqualTo("x1.x1.2.new.");
    assertThat(Parked.CALLS).containsExactly("x1", "x1.2", "x1.2", "new");
  }
}

package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.processor.WorkflowProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Versions of one workflow, {@code Flow}, whose run waits in a {@link HeldStep} for a deploy. */
final class FlowVersions {
  private FlowVersions() {}

  /** Compiles a version, whose body has {@code ctx} and the input {@code s}. */
  static Path build(Path builds, String version, String body) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Path classes = builds.resolve(version);
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Flow.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "import dev.everstep.*; import dev.everstep.acceptance.HeldStep;"
                + " @dev.everstep.annotations.Workflow public class Flow { public String"
                + " run(WorkflowContext ctx, String s) throws Exception { "
                + body
                + " } }";
          }
        };
    JavaCompiler.CompilationTask task =
        javac.getTask(
            null,
            null,
            null,
            List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
            null,
            List.of(source));
    task.setProcessors(List.of(new WorkflowProcessor()));
    assertThat(task.call()).as(version).isTrue();
    return classes;
  }

  static URLClassLoader loader(Path version) throws IOException {
    return new URLClassLoader(
        new URL[] {version.toUri().toURL()}, FlowVersions.class.getClassLoader());
  }

  static Everstep open(Path data, ClassLoader version) {
    return Everstep.builder()
        .directory(data)
        .classLoader(version)
        .closeWait(Duration.ofMillis(1))
        .open();
  }

  /** Leaves a run in flight at the step of a version. */
  static void park(Path data, Path version, RunId run) throws Exception {
    HeldStep.holds = true;
    HeldStep.reached = new CountDownLatch(1);
    try (URLClassLoader loader = loader(version);
        Everstep everstep = open(data, loader)) {
      everstep.startJson(run, "Flow", "\"a\"");
      assertThat(HeldStep.reached.await(30, TimeUnit.SECONDS)).as("the step runs").isTrue();
    }
    HeldStep.holds = false;
  }
}

package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the class files of a machine name as their source. */
class MachineClassFilesTest {
  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;
      @Workflow
      public class Flow {
        Flow() {}
        public int run(WorkflowContext ctx, int n) {
          Runnable inner = new Runnable() {
            @Override public void run() {}
          };
          inner.run();
          return ctx.step(Flow::twice, n);
        }
        @Function static int twice(int n) { return 2 * n; }
      }
      """;

  @TempDir Path directory;

  @Test
  void nameTheUsersFileInAllClassesOfAMachine() throws IOException {
    Build build = new Build(directory).source("app/Flow.java", FLOW);

    assertThat(build.run()).isEmpty();

    for (String name : List.of("Flow$run", "Flow$run$Locals", "Flow$run$1")) {
      assertThat(constants(Files.readAllBytes(build.classes().resolve("app/" + name + ".class"))))
          .as(name)
          .contains("\0\11Flow.java");
    }
  }

  @Test
  void stayAsTheyAreWithoutDebugInformation() throws IOException {
    Build build = new Build(directory).options("-g:none").source("app/Flow.java", FLOW);

    assertThat(build.run()).isEmpty();
    assertThat(constants(Files.readAllBytes(build.classes().resolve("app/Flow$run.class"))))
        .doesNotContain("Flow$run.java");
  }

  @Test
  void stayAsTheyAreInMemory() throws IOException {
    Path source = Files.writeString(directory.resolve("Flow.java"), FLOW);
    Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager disk =
            javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        JavaFileManager memory = inMemory(disk, classes)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              memory,
              found,
              List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path")),
              null,
              disk.getJavaFileObjects(source));
      task.setProcessors(List.of(new WorkflowProcessor()));
      assertThat(task.call()).isTrue();
    }

    assertThat(found.getDiagnostics()).isEmpty();
    assertThat(classes.keySet())
        .containsExactly(
            "app.Flow", "app.Flow$1", "app.Flow$run", "app.Flow$run$1", "app.Flow$run$Locals");
    assertThat(constants(classes.get("app.Flow$run").toByteArray())).contains("Flow$run.java");
  }

  private static JavaFileManager inMemory(
      JavaFileManager disk, Map<String, ByteArrayOutputStream> classes) {
    return new ForwardingJavaFileManager<>(disk) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String name, JavaFileObject.Kind kind, FileObject sibling)
          throws IOException {
        if (kind != JavaFileObject.Kind.CLASS) {
          return super.getJavaFileForOutput(location, name, kind, sibling);
        }
        return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('$', '_')), kind) {
          @Override
          public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return bytes;
          }
        };
      }
    };
  }

  /** The class file as text: its constants can be found in it. */
  private static String constants(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}

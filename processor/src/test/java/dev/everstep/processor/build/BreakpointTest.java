package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a debugger sees of a workflow that an engine runs in another process. */
@Timeout(120)
class BreakpointTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String FLOW =
      """
      package app;

      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.*;

      @Workflow
      public class Flow {
        public String run(WorkflowContext ctx, int rounds) {
          String seen = "";
          for (int i = 0; i < rounds; i++) {
            int doubled = ctx.step(Flow::twice, i);
            seen = seen + doubled; // LOOP
          }
          int length = ctx.step(Flow::twice, seen.length());
          String loud = seen + "!"; // PLAIN
          String twice = loud + loud;
          if (length > 100) {
            return loud;
          }
          return twice + length;
        }

        @Function
        public static int twice(int n) {
          return 2 * n;
        }
      }
      """;

  private static final String MAIN =
      """
      package app;

      import dev.everstep.Everstep;
      import java.nio.file.Path;

      public class Main {
        public static void main(String[] arguments) {
          try (Everstep everstep = Everstep.open(Path.of(arguments[0]))) {
            System.out.println("result " + everstep.start(Flow::run, 3).result());
          }
        }
      }
      """;

  @TempDir static Path classes;
  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Build build =
        new Build(classes)
            .options("-g")
            .source("app/Flow.java", FLOW)
            .source("app/Main.java", MAIN);
    assertThat(build.run()).isEmpty();
  }

  @Test
  void stopsAtALineOfTheUsersFileAndReadsLocalsByTheirNames() throws Exception {
    List<String> stops = new ArrayList<>();
    try (Debugged debugged = launch()) {
      debugged.breakAt(line("// LOOP"), request -> request.addSourceNameFilter("Flow.java"));
      debugged.run(event -> stops.add(describe(event.thread(), "seen", "i", "doubled")), 0);

      assertThat(debugged.output()).isEqualTo("result 024!024!6");
    }
    assertThat(stops)
        .containsExactly(
            "app.Flow$run.run Flow.java:12 seen=\"\" i=0 doubled=0",
            "app.Flow$run.run Flow.java:12 seen=\"0\" i=1 doubled=2",
            "app.Flow$run.run Flow.java:12 seen=\"02\" i=2 doubled=4");
  }

  /** Eclipse and Visual Studio Code ask for these two. */
  @Test
  void stopsInTheClassesThatDebuggersAskFor() throws Exception {
    List<String> stops = new ArrayList<>();
    try (Debugged debugged = launch()) {
      debugged.breakAt(
          line("// PLAIN"),
          request -> request.addClassFilter("app.Flow"),
          request -> request.addClassFilter("app.Flow$*"));
      debugged.run(event -> stops.add(describe(event.thread(), "seen", "length")), 0);
    }
    assertThat(stops).containsExactly("app.Flow$run.run Flow.java:15 seen=\"024\" length=6");
  }

  @Test
  void stepsFromLineToLine() throws Exception {
    List<String> stops = new ArrayList<>();
    try (Debugged debugged = launch()) {
      debugged.breakAt(line("// PLAIN"), request -> request.addSourceNameFilter("Flow.java"));
      debugged.run(event -> stops.add(describe(event.thread())), 3);
    }
    assertThat(stops)
        .containsExactly(
            "app.Flow$run.run Flow.java:15",
            "app.Flow$run.run Flow.java:16",
            "app.Flow$run.run Flow.java:17",
            "app.Flow$run.run Flow.java:20");
  }

  @Test
  void stopsAtAStepWhenItIsAskedForAndWhenItIsCalled() throws Exception {
    List<String> stops = new ArrayList<>();
    try (Debugged debugged = launch()) {
      debugged.breakAt(line("seen.length()"), request -> request.addSourceNameFilter("Flow.java"));
      debugged.run(event -> stops.add(describe(event.thread())), 0);
    }
    assertThat(stops)
        .containsExactly("app.Flow$run.run Flow.java:14", "app.Flow$run.call Flow.java:14");
  }

  private static int line(String text) {
    List<String> lines = FLOW.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line " + text);
  }

  /** Where a thread stands, with locals that are Java locals or fields of {@code f}. */
  private static String describe(ThreadReference thread, String... locals) {
    try {
      StackFrame frame = thread.frame(0);
      Location at = frame.location();
      StringBuilder text = new StringBuilder();
      text.append(at.declaringType().name()).append('.').append(at.method().name());
      text.append(' ').append(at.sourceName()).append(':').append(at.lineNumber());
      for (String local : locals) {
        text.append(' ').append(local).append('=').append(value(frame, local));
      }
      return text.toString();
    } catch (IncompatibleThreadStateException | AbsentInformationException e) {
      throw new AssertionError(e);
    }
  }

  private static Value value(StackFrame frame, String name) throws AbsentInformationException {
    LocalVariable local = frame.visibleVariableByName(name);
    if (local != null) {
      return frame.getValue(local);
    }
    ObjectReference machine = frame.thisObject();
    ObjectReference locals =
        (ObjectReference) machine.getValue(machine.referenceType().fieldByName("f"));
    return locals.getValue(locals.referenceType().fieldByName(name));
  }

  private Debugged launch() throws IOException, IllegalConnectorArgumentsException {
    ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().get(0);
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("127.0.0.1");
    arguments.get("port").setValue("0");
    arguments.get("timeout").setValue(Long.toString(PATIENCE.toMillis()));
    String address = connector.startListening(arguments);
    String port = address.substring(address.lastIndexOf(':') + 1);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-agentlib:jdwp=transport=dt_socket,suspend=y,address=127.0.0.1:" + port,
                "-cp",
                classes.resolve("classes")
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                "app.Main",
                directory.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    try {
      return new Debugged(process, connector.accept(arguments), directory.resolve("out"));
    } catch (IOException e) {
      process.destroyForcibly();
      throw new AssertionError(Files.readString(directory.resolve("out")), e);
    } finally {
      connector.stopListening(arguments);
    }
  }

  /** A process under a debugger. */
  private static final class Debugged implements AutoCloseable {
    private final Process process;
    private final VirtualMachine vm;
    private final Path out;
    private int line;

    Debugged(Process process, VirtualMachine vm, Path out) {
      this.process = process;
      this.vm = vm;
      this.out = out;
    }

    /** Sets breakpoints at a line of each class that is loaded, once it is. */
    @SafeVarargs
    final void breakAt(int at, Consumer<ClassPrepareRequest>... filters) {
      line = at;
      for (Consumer<ClassPrepareRequest> filter : filters) {
        ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
        filter.accept(request);
        request.enable();
      }
    }

    /** Runs to the end; steps over some lines behind each stop, which are stops as well. */
    void run(Consumer<LocatableEvent> stopped, int steps) throws Exception {
      int left = steps;
      while (true) {
        EventSet events = vm.eventQueue().remove(PATIENCE.toMillis());
        if (events == null) {
          throw new AssertionError("no event for " + PATIENCE + ": " + Files.readString(out));
        }
        for (Event event : events) {
          if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            return;
          } else if (event instanceof ClassPrepareEvent prepared) {
            if (!prepared.referenceType().name().contains("$$Lambda")) {
              for (Location location : prepared.referenceType().locationsOfLine(line)) {
                vm.eventRequestManager().createBreakpointRequest(location).enable();
              }
            }
          } else if (event instanceof LocatableEvent stop) {
            stopped.accept(stop);
            vm.eventRequestManager().deleteEventRequests(vm.eventRequestManager().stepRequests());
            if (left-- > 0) {
              StepRequest step =
                  vm.eventRequestManager()
                      .createStepRequest(
                          stop.thread(), StepRequest.STEP_LINE, StepRequest.STEP_OVER);
              step.addCountFilter(1);
              step.enable();
            }
          }
        }
        events.resume();
      }
    }

    /** Returns the last line that it printed. */
    String output() throws IOException, InterruptedException {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ends").isTrue();
      List<String> lines = Files.readAllLines(out);
      return lines.get(lines.size() - 1);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}

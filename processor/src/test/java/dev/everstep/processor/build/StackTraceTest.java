package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.processor.support.Driver;
import dev.everstep.processor.support.TestContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The lines in stack traces of compiled workflows are those of the plain methods. */
class StackTraceTest {
  /** Bodies that throw on the line with the comment {@code HERE}. */
  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  private static final Map<String, String> RESULTS = new HashMap<>();

  static {
    body(
        "BetweenSteps",
        "int",
        """
        int a = ctx.step(Fns::inc, n);
        if (a > 0) {
          throw new IllegalStateException("a=" + a); // HERE
        }
        return ctx.step(Fns::inc, a);
        """);
    body(
        "InALoopAfterARestoredFrame",
        "List<Integer>",
        """
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          int a = ctx.step(Fns::inc, i);
          seen.add(a);
          Fns.at(seen, i == 3 ? 9 : 0); // HERE
        }
        return seen;
        """);
    body(
        "InALambda",
        "List<Integer>",
        """
        int by = ctx.step(Fns::inc, -1);
        return List.of(1, 2).stream()
            .map(
                x ->
                    x // HERE
                        / by)
            .toList();
        """);
    body(
        "InACallOfAChain",
        "String",
        """
        int at = ctx.step(Fns::inc, 4);
        String text = "abc"
            .concat("d")
            .substring(at) // HERE
            .trim();
        return text;
        """);
    body(
        "InAnInlineStep",
        "int",
        """
        int by = ctx.step(Fns::inc, -1);
        return ctx.step("divide", () -> {
          int ten = 10;
          // a comment

          return ten / by; // HERE
        });
        """);
    body(
        "InAnInlineExpression",
        "int",
        """
        int by = ctx.step(Fns::inc, -1);
        return ctx.step(
            "divide",
            () ->
                10 // HERE
                    / by);
        """);
    body(
        "InAStep",
        "int",
        """
        ctx.step(Fns::note, "first");
        String how = "state";
        return 1
            + ctx.step(Fns::fail, how); // HERE
        """);
    body(
        "InAnArgumentOfAStep",
        "int",
        """
        List<String> all = List.of();
        ctx.step(Fns::note, "first");
        return ctx.step(
            Fns::fail,
            Fns.at(all, 0)); // HERE
        """);
    body(
        "BehindAStepOfTheSameExpression",
        "List<Integer>",
        """
        List<Integer> all = List.of();
        return List.of(
            ctx.step(Fns::inc, n),
            ctx.step(Fns::inc, n),
            Fns.at(all, 0)); // HERE
        """);
    body(
        "InFrontOfAStepOfTheSameExpression",
        "List<Integer>",
        """
        List<Integer> all = List.of();
        return List.of(
            ctx.step(Fns::inc, n),
            Fns.at(all, 0), // HERE
            ctx.step(Fns::inc, n));
        """);
    body(
        "InAConditionOverLines",
        "int",
        """
        List<String> all = List.of();
        if (ctx.step(Fns::isOdd, 1)
            && Fns.at(all, 0).isEmpty() // HERE
            && ctx.step(Fns::isOdd, 3)) {
          return 1;
        }
        return 2;
        """);
    body(
        "InATernary",
        "String",
        """
        List<String> all = List.of();
        return ctx.step(Fns::isOdd, 1)
            ? Fns.at(all, 0) // HERE
            : ctx.step(Fns::text, "x");
        """);
    body(
        "InACase",
        "int",
        """
        List<String> all = List.of();
        switch (ctx.step(Fns::inc, n)) {
          case 1:
            ctx.step(Fns::note, "one");
            Fns.at(all, 0); // HERE
            break;
          default:
            break;
        }
        return 0;
        """);
    body(
        "InAValueOfASwitch",
        "String",
        """
        List<String> all = List.of();
        String value = switch (ctx.step(Fns::inc, n)) {
          case 1 -> {
            ctx.step(Fns::note, "one");
            yield Fns.at(all, 0); // HERE
          }
          default -> ctx.step(Fns::text, "x");
        };
        return value;
        """);
    body(
        "InACatchClause",
        "int",
        """
        try {
          ctx.step(Fns::fail, "io");
        } catch (java.io.IOException e) {
          ctx.step(Fns::note, "caught");
          throw new IllegalStateException(e); // HERE
        }
        return 0;
        """);
    body(
        "InAFinallyBlock",
        "int",
        """
        int by = 0;
        try {
          ctx.step(Fns::inc, n);
        } finally {
          ctx.step(Fns::note, "last");
          by = 1 / by; // HERE
        }
        return by;
        """);
    body(
        "OutOfAFinallyBlock",
        "int",
        """
        int by = 0;
        try {
          ctx.step(Fns::inc, n);
          by = 1 / by; // HERE
        } finally {
          ctx.step(Fns::note, "last");
        }
        return by;
        """);
    body(
        "InAnUpdate",
        "int",
        """
        List<Integer> all = List.of(1);
        int sum = 0;
        for (int i = 0;
            i < 5;
            i += Fns.at(all, i)) { // HERE
          sum += ctx.step(Fns::inc, i);
        }
        return sum;
        """);
    body(
        "InAConditionOfALoop",
        "int",
        """
        List<Integer> all = List.of(1);
        int i = 0;
        while (Fns.at(all, i) > 0) { // HERE
          i = ctx.step(Fns::inc, i);
        }
        return i;
        """);
    body(
        "InADoLoopsCondition",
        "int",
        """
        List<Integer> all = List.of(1);
        int i = 0;
        do {
          i = ctx.step(Fns::inc, i);
        } while (Fns.at(all, i) > 0); // HERE
        return i;
        """);
    body(
        "InAnAnonymousClass",
        "int",
        """
        int by = ctx.step(Fns::inc, -1);
        Comparator<Integer> order = new Comparator<>() {
          @Override
          public int compare(Integer a, Integer b) {
            return a / by; // HERE
          }
        };
        return order.compare(1, 2);
        """);
    body(
        "BehindATextBlock",
        "String",
        """
        String text = \"""
            one
            two
            \""" + ctx.step(Fns::text, "x");
        int length = text.length() + \"""
            three
            \""".length();
        return text.substring(length * 2); // HERE
        """);
    body(
        "OnUnboxing",
        "int",
        """
        Integer none = ctx.step(Fns::inc, 1) > 5 ? 1 : null;
        int sum = ctx.step(Fns::inc, 1)
            + none; // HERE
        return sum;
        """);
    body(
        "InAnArrayIndex",
        "int",
        """
        int[] all = ctx.step(Fns::numbers, 2);
        all[0] += ctx.step(Fns::inc, 1);
        all[
            ctx.step(Fns::inc, 1)] = 1; // HERE
        return 0;
        """);
    body(
        "InOneOfManyBlocks",
        "int",
        IntStream.range(0, 120)
                .mapToObj(i -> "n = ctx.step(Fns::inc, n) * n;\n")
                .collect(Collectors.joining())
            + """
            Fns.at(List.of(), n); // HERE
            return ctx.step(Fns::inc, n);
            """);
  }

  private static final String FUNCTIONS =
      """
      package app;

      import dev.everstep.annotations.Function;
      import java.io.IOException;
      import java.util.List;

      @Function
      public class Fns {
        private Fns() {}

        // HotSpot leaves out the trace of what a list throws often.
        static <T> T at(List<T> list, int index) {
          if (index >= list.size()) {
            throw new IllegalArgumentException("index=" + index);
          }
          return list.get(index);
        }

        public static int inc(int n) {
          return n + 1;
        }

        public static boolean isOdd(int n) {
          return n % 2 != 0;
        }

        public static String text(String of) {
          return of;
        }

        public static int[] numbers(int count) {
          return new int[count];
        }

        public static void note(String line) {}

        public static int fail(String how) throws IOException {
          if (how.equals("io")) {
            throw new IOException("io");
          }
          throw new IllegalStateException("state");
        }
      }
      """;

  @TempDir static Path directory;

  private static URLClassLoader loader;

  private static void body(String name, String result, String statements) {
    RESULTS.put(name, result);
    BODIES.put(name, statements);
  }

  private static String source(String name) {
    return """
    package app;

    import dev.everstep.*;
    import dev.everstep.annotations.*;
    import java.util.*;

    /** A workflow. */
    @Workflow
    @SuppressWarnings({"serial", "unused"})
    public class %s {
      /** Creates a workflow. */
      public %s() {}

      public %s run(WorkflowContext ctx, int n) throws Exception {
    %s
      }
    }
    """
        .formatted(name, name, RESULTS.get(name), BODIES.get(name).indent(4).stripTrailing());
  }

  @BeforeAll
  static void compile() throws IOException {
    Build build = new Build(directory).options("-g").source("app/Fns.java", FUNCTIONS);
    BODIES.keySet().forEach(name -> build.source("app/" + name + ".java", source(name)));
    assertThat(build.run()).isEmpty();
    loader =
        new URLClassLoader(
            new URL[] {build.classes().toUri().toURL()}, StackTraceTest.class.getClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @TestFactory
  List<DynamicTest> namesTheUsersLine() {
    return BODIES.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)))
        .toList();
  }

  private static void check(String name) throws ReflectiveOperationException {
    List<Integer> here =
        IntStream.iterate(1, line -> line + 1)
            .limit(source(name).lines().count())
            .filter(line -> source(name).lines().toList().get(line - 1).contains("// HERE"))
            .boxed()
            .toList();
    Class<?> type = loader.loadClass("app." + name);

    Throwable plain = catchThrowable(() -> Driver.plain(type, "run", new TestContext(), 0));
    Throwable thrown =
        catchThrowable(() -> Driver.run(machineType(type), c -> machine(type, c), 0));

    assertThat(thrown).isNotNull().hasSameClassAs(plain);
    assertThat(lines(name, plain)).as("lines of the plain method").startsWith(here.get(0));
    assertThat(lines(name, thrown)).startsWith(here.get(0));
    assertThat(Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getFileName))
        .doesNotContain(name + "$run.java");
  }

  /** Lines of the user's file, the outermost call last. */
  private static List<Integer> lines(String name, Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> (name + ".java").equals(frame.getFileName()))
        .map(StackTraceElement::getLineNumber)
        .toList();
  }

  private static MachineType machineType(Class<?> workflow) throws ReflectiveOperationException {
    Class<?> machine = loader.loadClass(workflow.getName() + "$run");
    return (MachineType) machine.getField("TYPE").get(null);
  }

  private static Machine machine(Class<?> workflow, TestContext context) {
    try {
      Machine machine = machineType(workflow).create();
      machine.bind(workflow.getConstructor().newInstance(), context);
      return machine;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void showsTheMachinesMethodAndTheUsersLineForAStep() throws ReflectiveOperationException {
    Class<?> type = loader.loadClass("app.InAStep");

    Throwable thrown =
        catchThrowable(() -> Driver.run(machineType(type), c -> machine(type, c), 0));

    assertThat(thrown.getStackTrace()[0].toString()).endsWith("app.Fns.fail(Fns.java:41)");
    assertThat(thrown.getStackTrace()[1].toString())
        .endsWith("app.InAStep$run.call(InAStep.java:18)");
  }
}

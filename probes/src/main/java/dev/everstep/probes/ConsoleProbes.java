package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Scanner;
import java.util.function.Consumer;

/** Bodies that talk to whoever sits in front of the machine. */
@Durable
@Group("console")
public final class ConsoleProbes {
  private ConsoleProbes() {}

  @Probe(call = "java.lang.System::out", changesResult = false)
  public static void out(WorkflowContext ctx) {
    System.out.println("order placed");
  }

  @Probe(call = "java.lang.System::err", changesResult = false)
  public static void err(WorkflowContext ctx) {
    System.err.println("order refused");
  }

  @Probe(call = "java.lang.System::in", executes = false)
  public static int in(WorkflowContext ctx) throws IOException {
    return System.in.read();
  }

  @Probe(call = "java.lang.System::in", executes = false)
  public static String answer(WorkflowContext ctx) {
    Scanner scanner = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
    return scanner.nextLine();
  }

  @Probe(call = "java.lang.System#console")
  public static boolean interactive(WorkflowContext ctx) {
    return System.console() != null;
  }

  @Probe(call = "java.lang.System#setOut", changesResult = false)
  public static void redirect(WorkflowContext ctx) {
    System.setOut(System.out);
  }

  @Probe(call = "java.lang.Throwable#printStackTrace", changesResult = false)
  public static void stack(WorkflowContext ctx) {
    try {
      Integer.parseInt("twelve");
    } catch (NumberFormatException e) {
      e.printStackTrace();
    }
  }

  @Probe(call = "java.lang.System::out", by = Way.HELPER, changesResult = false)
  public static void helper(WorkflowContext ctx) {
    Screen.show("order placed");
  }

  @Probe(call = "java.lang.System::out", by = Way.LAMBDA, changesResult = false)
  public static void lambda(WorkflowContext ctx) {
    List.of("a", "b").forEach(line -> System.out.println(line));
  }

  @Probe(call = "java.lang.System::out", by = Way.METHOD_REFERENCE, changesResult = false)
  public static void reference(WorkflowContext ctx) {
    List.of("a", "b").forEach(System.out::println);
  }

  @Probe(call = "java.lang.System::out", by = Way.INTERFACE, changesResult = false)
  public static void throughInterface(WorkflowContext ctx) {
    Consumer<String> screen = new Screen.Lines();
    screen.accept("order placed");
  }

  @Probe(call = "java.lang.System#console", by = Way.REFLECTION)
  public static boolean reflected(WorkflowContext ctx) throws Exception {
    return System.class.getMethod("console").invoke(null) != null;
  }

  @Probe(call = "java.lang.System::out", by = Way.STATIC_INITIALISER, changesResult = false)
  public static boolean streamOfTheClass(WorkflowContext ctx) {
    PrintStream stream = Screen.STREAM;
    return stream.checkError();
  }
}

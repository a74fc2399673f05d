package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Bodies that start processes, or depend on their own. */
@Durable
@Group("process")
public final class ProcessProbes {
  private ProcessProbes() {}

  @Probe(call = "java.lang.ProcessBuilder#start")
  public static int starts(WorkflowContext ctx) throws Exception {
    return new ProcessBuilder("true").start().waitFor();
  }

  @Probe(call = "java.lang.Runtime#exec")
  public static boolean exec(WorkflowContext ctx) throws IOException {
    return Runtime.getRuntime().exec(new String[] {"true"}).isAlive();
  }

  @Probe(call = "java.lang.ProcessHandle#current")
  public static long pid(WorkflowContext ctx) {
    return ProcessHandle.current().pid();
  }

  @Probe(call = "java.lang.Runtime#availableProcessors")
  public static int workers(WorkflowContext ctx) {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  @Probe(call = "java.lang.System#exit", executes = false)
  public static void exit(WorkflowContext ctx) {
    System.exit(1);
  }

  @Probe(call = "java.lang.Runtime#halt", executes = false)
  public static void halt(WorkflowContext ctx) {
    Runtime.getRuntime().halt(1);
  }

  @Probe(call = "java.lang.System#loadLibrary", executes = false)
  public static void library(WorkflowContext ctx) {
    System.loadLibrary("scanner");
  }

  @Probe(call = "java.lang.System#gc", changesResult = false)
  public static void collects(WorkflowContext ctx) {
    System.gc();
  }

  @Probe(call = "java.lang.management.ManagementFactory#getRuntimeMXBean", by = Way.HELPER)
  public static String jvmName(WorkflowContext ctx) {
    return Host.name();
  }

  @Probe(call = "java.lang.ProcessBuilder#start", by = Way.HELPER)
  public static boolean convert(WorkflowContext ctx) throws Exception {
    return new Host.Tool("true").succeeds(List.of());
  }

  @Probe(call = "java.lang.Runtime#totalMemory", by = Way.LAMBDA)
  public static long lambda(WorkflowContext ctx) {
    return IntStream.range(0, 1).mapToLong(part -> Runtime.getRuntime().totalMemory()).sum();
  }

  @Probe(call = "java.lang.Runtime#freeMemory", by = Way.METHOD_REFERENCE)
  public static long reference(WorkflowContext ctx) {
    LongSupplier free = Runtime.getRuntime()::freeMemory;
    return free.getAsLong();
  }

  @Probe(call = "java.lang.Runtime#availableProcessors", by = Way.INTERFACE)
  public static int throughInterface(WorkflowContext ctx) {
    Host.Capacity capacity = new Host.Processors();
    return capacity.slots();
  }

  @Probe(call = "java.lang.Runtime#availableProcessors", by = Way.STATIC_INITIALISER)
  public static int capacityOfTheClass(WorkflowContext ctx) {
    return Host.SLOTS;
  }

  @Probe(call = "java.lang.ProcessHandle#current", by = Way.REFLECTION)
  public static String reflected(WorkflowContext ctx) throws Exception {
    return ProcessHandle.class.getMethod("current").invoke(null).toString();
  }

  @Probe(call = "java.lang.management.ManagementFactory#getOperatingSystemMXBean")
  public static double load(WorkflowContext ctx) {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}

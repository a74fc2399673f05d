package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Bodies that share what they know with all other runs of the process. */
@Durable
@Group("static")
public final class StaticProbes {
  private StaticProbes() {}

  @Probe(call = "!putstatic")
  public static int counter(WorkflowContext ctx) {
    Shared.count++;
    return Shared.count;
  }

  @Probe(call = "!putstatic", changesResult = false)
  public static void last(WorkflowContext ctx) {
    Shared.last = "order";
  }

  @Probe(call = "!getstatic-mutable")
  public static boolean flag(WorkflowContext ctx) {
    return Shared.maintenance;
  }

  @Probe(call = "!getstatic-container")
  public static int list(WorkflowContext ctx) {
    Shared.SEEN.add("order");
    return Shared.SEEN.size();
  }

  @Probe(call = "!getstatic-container")
  public static double cache(WorkflowContext ctx) {
    return Shared.RATES.computeIfAbsent("EUR", currency -> 1.08);
  }

  @Probe(call = "!getstatic-container")
  public static int atomic(WorkflowContext ctx) {
    return Shared.SEQUENCE.incrementAndGet();
  }

  @Probe(call = "!getstatic-container")
  public static int array(WorkflowContext ctx) {
    return Shared.TOTALS[0];
  }

  @Probe(call = "!putstatic", by = Way.HELPER)
  public static String helper(WorkflowContext ctx) {
    return Shared.nextId();
  }

  @Probe(call = "!getstatic-container", by = Way.LAMBDA)
  public static List<String> lambda(WorkflowContext ctx) {
    return Stream.of("a", "b").filter(name -> Shared.SEEN.add(name)).toList();
  }

  @Probe(call = "!putstatic", by = Way.METHOD_REFERENCE)
  public static int reference(WorkflowContext ctx) {
    IntSupplier next = Shared::next;
    return next.getAsInt();
  }

  @Probe(call = "!putstatic", by = Way.INTERFACE)
  public static int throughInterface(WorkflowContext ctx) {
    IntSupplier numbers = new Shared.Numbers();
    return numbers.getAsInt();
  }

  @Probe(call = "!putstatic", by = Way.REFLECTION)
  public static void reflected(WorkflowContext ctx) throws Exception {
    Shared.class.getDeclaredField("count").setInt(null, 7);
  }
}

package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Deterministic;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Function;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;

/** Forbidden calls where they belong: in steps, or where somebody answers for them. */
@Durable
public final class StepLookAlikes {
  private StepLookAlikes() {}

  @LookAlike(why = "an inline step that reads the clock")
  public static Instant inlineTime(WorkflowContext ctx) {
    return ctx.step("time", () -> Instant.now());
  }

  @LookAlike(why = "an inline step with a block, which starts a thread and reads a file")
  public static long inlineBlock(WorkflowContext ctx) throws Exception {
    String suffix = "xml";
    return ctx.step(
        "size",
        () -> {
          Thread thread = new Thread(() -> {});
          thread.start();
          thread.join();
          return Files.size(Disk.FILE) + suffix.length();
        });
  }

  @LookAlike(why = "an inline step that calls a helper, which draws")
  public static String inlineHelper(WorkflowContext ctx) {
    return ctx.step("token", () -> Draws.token(4));
  }

  @LookAlike(why = "a function that draws")
  public static UUID function(WorkflowContext ctx) {
    return ctx.step(Remote::draw);
  }

  @LookAlike(why = "a function of an object that asks the network")
  public static String instanceFunction(WorkflowContext ctx) throws IOException {
    return ctx.step(Remote::address, "localhost");
  }

  @LookAlike(why = "what is done with a step's result computes")
  public static int between(WorkflowContext ctx) {
    UUID drawn = ctx.step(Remote::draw);
    String text = drawn.toString();
    return ctx.step("length", () -> text.length()) + text.indexOf('-');
  }

  @LookAlike(why = "somebody answers for the measurement")
  public static int measured(WorkflowContext ctx) {
    return Timed.work();
  }

  /** Functions, which may do what they like. */
  public static final class Remote {
    /** Draws an id. */
    @Function
    public static UUID draw() {
      return UUID.randomUUID();
    }

    /** Asks for the address of a host. */
    @Function
    public String address(String host) throws IOException {
      return InetAddress.getByName(host).getHostAddress();
    }
  }

  /** Work whose duration is measured for the log. */
  static final class Timed {
    private Timed() {}

    @Deterministic(
        reason = "the duration goes to the log alone",
        calls = "java.lang.System#nanoTime")
    static int work() {
      long begin = System.nanoTime();
      int result = 6 * 7;
      LoggingLookAlikes.Log.LOG.debug("took {} ns", System.nanoTime() - begin);
      return result;
    }
  }
}

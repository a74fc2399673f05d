package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logging, which reads clocks, threads and files, but for nobody's result. */
@Durable
public final class LoggingLookAlikes {
  private LoggingLookAlikes() {}

  @LookAlike(why = "the logger of the run")
  public static void context(WorkflowContext ctx) {
    ctx.log().info("order {} placed", 7);
  }

  @LookAlike(why = "logs through SLF4J, with a logger made in the body")
  public static void slf4j(WorkflowContext ctx) {
    Logger log = LoggerFactory.getLogger("dev.everstep.probes.orders");
    log.warn("order {} waits", 7, new IllegalStateException("no stock"));
  }

  @LookAlike(why = "logs through SLF4J, with a logger of the class")
  public static void constant(WorkflowContext ctx) {
    Log.LOG.info("order {} placed by {}", 7, "ada");
  }

  @LookAlike(why = "logs with a context for the log alone")
  public static void mdc(WorkflowContext ctx) {
    MDC.put("order", "7");
    Log.LOG.info("order placed");
    MDC.remove("order");
  }

  @LookAlike(why = "logs through java.util.logging")
  public static void jul(WorkflowContext ctx) {
    java.util.logging.Logger log = java.util.logging.Logger.getLogger("dev.everstep.probes");
    log.log(Level.FINE, () -> "order placed");
    log.fine("done");
  }

  @LookAlike(why = "logs through System.Logger")
  public static void systemLogger(WorkflowContext ctx) {
    System.getLogger("dev.everstep.probes").log(System.Logger.Level.DEBUG, "order {0}", 7);
  }

  /** Where a project keeps its logger. */
  static final class Log {
    static final Logger LOG = LoggerFactory.getLogger(LoggingLookAlikes.class);

    private Log() {}
  }
}

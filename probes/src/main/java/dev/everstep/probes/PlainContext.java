package dev.everstep.probes;

import dev.everstep.Fn;
import dev.everstep.RunId;
import dev.everstep.WorkflowContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A context for a body that is called as a plain method: its steps run at once, its clock stands
 * still, and its random numbers are the same for each context. Confined to one thread.
 */
public final class PlainContext implements WorkflowContext {
  private static final Logger LOG = LoggerFactory.getLogger("workflow.Probes");

  private final Random random = new Random(1);

  /** Calls a function of the probes: they have one argument at most. */
  @Override
  @SuppressWarnings("unchecked")
  public <R, X extends Exception> R call(Fn function, Object[] arguments) throws X {
    if (function instanceof Fn.F0<?, ?> none) {
      return ((Fn.F0<R, X>) none).call();
    }
    if (function instanceof Fn.F2<?, ?, ?, ?> one) {
      return ((Fn.F2<Object, Object, R, X>) one).call(new StepLookAlikes.Remote(), arguments[0]);
    }
    throw new AssertionError("unhandled: " + function);
  }

  @Override
  public <R, X extends Exception> R step(String name, Fn.F0<R, X> body) throws X {
    return body.call();
  }

  @Override
  public <X extends Exception> void step(String name, Fn.V0<X> body) throws X {
    body.call();
  }

  @Override
  public void sleep(Duration duration) {
    // No time passes.
  }

  @Override
  public void sleepUntil(Instant instant) {
    // No time passes.
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  public RunId runId() {
    return new RunId("probe");
  }

  @Override
  public Logger log() {
    return LOG;
  }
}

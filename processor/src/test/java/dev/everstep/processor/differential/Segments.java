package dev.everstep.processor.differential;

import dev.everstep.Fn;
import dev.everstep.RunId;
import dev.everstep.StepContext;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Greeter;
import dev.everstep.processor.support.PlainCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time and randomness that depend on nothing but the number of suspensions so far; the context of
 * all ways to run a program. Called plainly, each step and sleep happens at once and counts as a
 * suspension.
 */
final class Segments implements WorkflowContext, StepContext {
  private static final RunId RUN = new RunId("run-1");

  private int suspensions;
  private SplittableRandom random = new SplittableRandom(0);

  /** Ends a segment. */
  void next() {
    suspensions++;
    random = new SplittableRandom(suspensions);
  }

  /** Records a pause. */
  void pause(Instant until) {
    Effects.log("sleep until " + until);
  }

  @Override
  public <R, X extends Exception> R call(Fn function, Object[] arguments) throws X {
    try {
      return PlainCalls.call(function, arguments, this, List.of(new Greeter()));
    } finally {
      next();
    }
  }

  @Override
  public <R, X extends Exception> R step(String name, Fn.F0<R, X> body) throws X {
    try {
      return body.call();
    } finally {
      next();
    }
  }

  @Override
  public <X extends Exception> void step(String name, Fn.V0<X> body) throws X {
    try {
      body.call();
    } finally {
      next();
    }
  }

  @Override
  public void sleep(Duration duration) {
    sleepUntil(now().plus(duration));
  }

  @Override
  public void sleepUntil(Instant instant) {
    pause(instant);
    next();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusSeconds(suspensions);
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
    return RUN;
  }

  @Override
  public String stepId() {
    return "step";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public String idempotencyKey() {
    return "key-" + suspensions;
  }

  @Override
  public Logger log() {
    return LoggerFactory.getLogger(Segments.class);
  }
}

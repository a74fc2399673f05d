package dev.everstep.processor.support;

import dev.everstep.Fn;
import dev.everstep.RunId;
import dev.everstep.StepContext;
import dev.everstep.WorkflowContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A context with a clock that stands still; called plainly, it runs functions at once. */
public final class TestContext implements WorkflowContext, StepContext {
  private final Random random = new Random(1);

  @Override
  public <R, X extends Exception> R call(Fn function, Object[] arguments) throws X {
    return PlainCalls.call(function, arguments, this, List.of(new Work()));
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
    Work.log("sleep " + duration);
  }

  @Override
  public void sleepUntil(Instant instant) {
    Work.log("until " + instant);
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
    return new UUID(1, 2);
  }

  @Override
  public RunId runId() {
    return new RunId("r1");
  }

  @Override
  public String stepId() {
    return "id";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public String idempotencyKey() {
    return "key";
  }

  @Override
  public Logger log() {
    return LoggerFactory.getLogger(TestContext.class);
  }
}

package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.Fn;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.WorkflowContext;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a compiled body sees of its run: time, randomness and names of the segment it is in.
 * Confined to the thread that advances the run.
 */
final class SegmentContext implements WorkflowContext {
  private final RunId run;
  private final Class<?> workflow;
  private Instant now = Instant.EPOCH;
  private SplittableRandom random = new SplittableRandom(0);

  SegmentContext(RunId run, Class<?> workflow) {
    this.run = run;
    this.workflow = workflow;
  }

  /**
   * Begins a segment.
   *
   * @param time of the event that started it
   * @param seq of the entry that records the event
   */
  void begin(Instant time, long seq) {
    now = time;
    random = new SplittableRandom(seed(run, seq));
  }

  /** Returns a seed that depends on nothing but a run and a place in it (FNV-1a, 64 bits). */
  static long seed(RunId run, long place) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < run.value().length(); i++) {
      hash = (hash ^ run.value().charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ place) * 0x100000001b3L;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public UUID uuid() {
    // RFC 9562, section 5.4: version 4 in bits 48 to 51, variant 10 in bits 64 and 65.
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }

  @Override
  public RunId runId() {
    return run;
  }

  @Override
  public Logger log() {
    return LoggerFactory.getLogger(workflow);
  }

  @Override
  public <R, X extends Exception> R call(Fn function, Object[] arguments) {
    throw notCompiled("step");
  }

  @Override
  public <R, X extends Exception> R step(String name, Fn.F0<R, X> body) {
    throw notCompiled("step");
  }

  @Override
  public <X extends Exception> void step(String name, Fn.V0<X> body) {
    throw notCompiled("step");
  }

  @Override
  public void sleep(Duration duration) {
    throw notCompiled("sleep");
  }

  @Override
  public void sleepUntil(Instant instant) {
    throw notCompiled("sleepUntil");
  }

  // The compiler turns each of these calls into a suspension point; only a context that was handed
  // on to code it does not compile gets here.
  private InvalidInputException notCompiled(String method) {
    return new InvalidInputException(
        ErrorCode.ES207,
        "ctx."
            + method
            + " was called by code that is not part of the compiled workflow: run="
            + run
            + ", workflow="
            + workflow.getName()
            + ". Call it in the body itself and hand values on, not the context.");
  }
}

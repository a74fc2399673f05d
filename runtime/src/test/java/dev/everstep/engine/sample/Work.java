package dev.everstep.engine.sample;

import dev.everstep.StepContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.OnCrash;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Functions whose behaviour a test sets. */
public final class Work {
  /** What a call does. */
  @FunctionalInterface
  public interface Behaviour {
    String handle(StepContext step, String item) throws Exception;
  }

  private final Behaviour behaviour;

  public Work(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  @Function(
      attempts = 3,
      backoff = "10s..1m",
      timeout = "1h",
      nonRetryable = FileNotFoundException.class)
  public String handle(StepContext step, String item) throws IOException {
    return call(step, item);
  }

  @Function(onCrash = OnCrash.FAIL)
  public String once(StepContext step, String item) throws IOException {
    return call(step, item);
  }

  @Function(timeout = "1s")
  public String slow(StepContext step, String item) throws IOException {
    return call(step, item);
  }

  private String call(StepContext step, String item) throws IOException {
    try {
      return behaviour.handle(step, item);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

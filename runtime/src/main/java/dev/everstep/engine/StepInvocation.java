package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.StepContext;
import dev.everstep.machine.Invocation;
import dev.everstep.state.Wait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt as the called function sees it. Confined to the attempt's thread. */
final class StepInvocation implements Invocation, StepContext {
  private final RunId run;
  private final Wait.Step step;
  private final @Nullable Object[] arguments;
  private final Instances instances;
  private final Class<?> owner;
  private @Nullable RuntimeException fault;

  StepInvocation(
      RunId run,
      Wait.Step step,
      @Nullable Object[] arguments,
      Instances instances,
      Class<?> owner) {
    this.run = run;
    this.step = step;
    this.arguments = arguments;
    this.instances = instances;
    this.owner = owner;
  }

  /** Returns what kept the function from being called; null if nothing did. */
  @Nullable RuntimeException fault() {
    return fault;
  }

  @Override
  public <T> T instance(Class<T> type) {
    try {
      return type.cast(instances.of(type));
    } catch (RuntimeException e) {
      fault = e;
      throw e;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // read by the type that the generated code declares
  public <T> T argument(int index) {
    return (T) arguments[index];
  }

  @Override
  public StepContext context() {
    return this;
  }

  @Override
  public RunId runId() {
    return run;
  }

  @Override
  public String stepId() {
    return step.point();
  }

  @Override
  public int attempt() {
    return step.attempt();
  }

  @Override
  public String idempotencyKey() {
    return run + ":" + step.op();
  }

  @Override
  public Logger log() {
    return LoggerFactory.getLogger(owner);
  }
}

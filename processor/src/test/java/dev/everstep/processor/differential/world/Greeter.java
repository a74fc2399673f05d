package dev.everstep.processor.differential.world;

import dev.everstep.StepContext;
import dev.everstep.annotations.Function;

/** Instance functions. */
@Function
public class Greeter {

  /** Returns a greeting. */
  public String greet(String name) {
    Effects.log("greet " + name);
    return "hello " + name;
  }

  /** An instance function without arguments. */
  public int tick() {
    Effects.log("tick");
    return 1;
  }

  /** An instance function without a result. */
  public void wave(String name, int times) {
    Effects.log("wave " + name + times);
  }

  /** An instance function that takes the context of the step. */
  public String signed(StepContext step, String text) {
    Effects.log("signed " + text + step.idempotencyKey());
    return text + " by " + step.runId().value() + step.attempt();
  }
}

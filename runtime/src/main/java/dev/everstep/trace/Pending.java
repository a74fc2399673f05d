package dev.everstep.trace;

import dev.everstep.journal.Payload;
import dev.everstep.state.Wait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run waits for.
 *
 * @param method the durable method that the suspension point is in; null for the entry
 * @param step the suspension point's id
 * @param function the function's name; null if this is no step
 * @param attempt the attempt that is under way or due, from 1; 0 if this is no step
 * @param input the step's arguments, a JSON array; null if this is no step
 * @param until the deadline of a sleep, or when the next attempt is due; null if work is in flight
 */
public record Pending(
    @Nullable String method,
    String step,
    @Nullable String function,
    int attempt,
    @Nullable Payload input,
    @Nullable Instant until) {

  static @Nullable Pending of(Wait waiting, @Nullable String method) {
    if (waiting instanceof Wait.Step step) {
      return new Pending(
          method, step.point(), step.function(), step.attempt(), step.input(), step.dueAt());
    }
    if (waiting instanceof Wait.Sleep sleep) {
      return new Pending(method, sleep.point(), null, 0, null, sleep.until());
    }
    if (waiting instanceof Wait.Arrived arrived) {
      return new Pending(method, arrived.point(), null, 0, null, null);
    }
    return null;
  }
}

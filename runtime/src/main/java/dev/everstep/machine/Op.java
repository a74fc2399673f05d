package dev.everstep.machine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a machine asks of the engine when its code reaches a suspension point, or that it has
 * returned.
 */
public sealed interface Op {

  /**
   * Call the function of a point and resume with its result or failure.
   *
   * @param point the suspension point's index
   * @param arguments one for each of {@link FunctionRef#arguments()}, without receiver and {@code
   *     StepContext}; owned by the receiver of this operation
   */
  record Step(int point, @Nullable Object[] arguments) implements Op {}

  /**
   * Resume at an instant.
   *
   * @param point the suspension point's index
   * @param until the absolute deadline; may be in the past
   */
  record Sleep(int point, Instant until) implements Op {}

  /**
   * Run a durable method and resume with its result or failure.
   *
   * @param point the suspension point's index
   * @param arguments one for each of the method's {@link MachineType#parameters()}; the objects
   *     themselves, since both frames are of one run
   */
  record Call(int point, @Nullable Object[] arguments) implements Op {}

  /**
   * The method has returned; the machine is not used again.
   *
   * @param value its result; null for a method without one
   */
  record Return(@Nullable Object value) implements Op {}
}

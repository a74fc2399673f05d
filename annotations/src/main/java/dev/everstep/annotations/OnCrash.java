package dev.everstep.annotations;

/**
 * What becomes of a step that was in flight when its process died: nobody knows whether its effect
 * took place.
 */
public enum OnCrash {
  /** The function runs again, with the same idempotency key. */
  RETRY,
  /** The step fails with {@code StepInterruptedException}, which the workflow may catch. */
  FAIL
}

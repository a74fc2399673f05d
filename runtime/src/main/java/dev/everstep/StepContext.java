package dev.everstep;

import org.slf4j.Logger;

/**
 * What a function may know of the step that calls it: an optional first parameter of a function.
 * Immutable and thread-safe.
 */
public interface StepContext {

  /** Returns the id of the run. */
  RunId runId();

  /**
   * Returns the step's id, as in {@code step:Articles.fetch}. A step in a loop has the same id each
   * time.
   */
  String stepId();

  /** Returns which attempt this is, from 1; an attempt cut short by a crash counts. */
  int attempt();

  /**
   * Returns a key that is unique to this execution of the step, and the same in all its attempts
   * and after a crash. Give it to external APIs which accept one, and a repeated attempt has no
   * second effect.
   */
  String idempotencyKey();

  /** Returns a logger named after the function. */
  Logger log();
}

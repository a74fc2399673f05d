package dev.everstep.verify;

/** Which findings fail a build. */
public enum FailOn {
  /** Forbidden calls. */
  FORBID,
  /** Warnings as well. */
  WARN,
  /** None. */
  NEVER
}

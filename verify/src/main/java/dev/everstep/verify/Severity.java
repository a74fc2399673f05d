package dev.everstep.verify;

/** How much a finding matters. */
public enum Severity {
  /** Must not run in a body. */
  FORBID,
  /** May make a body nondeterministic, and fails a build only if that is asked for. */
  WARN,
  /** Is not looked for; what a group of calls can be set to, and no finding has. */
  OFF
}

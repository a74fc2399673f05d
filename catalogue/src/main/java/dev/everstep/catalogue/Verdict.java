package dev.everstep.catalogue;

/** What a rule says of a call. */
public enum Verdict {
  /** Must not run in a body; belongs into a step. */
  FORBID,
  /** Must not run in a body, and the rule's replacement does the same there. */
  REPLACE,
  /** Is reported, and fails nothing unless its group is raised. */
  WARN,
  /** Is fine, though a less specific rule says otherwise. */
  ALLOW,
  /** Nothing below a frame of this method is checked. */
  EXEMPT;

  /** Returns whether the call must not run in a body. */
  public boolean forbids() {
    return this == FORBID || this == REPLACE;
  }
}

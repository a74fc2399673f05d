package dev.everstep.verify;

/** The codes of the check; one page each under {@code docs/errors}. A code is never reused. */
public enum VerifyCode {
  /** A forbidden call that a body can reach. */
  ES620("a nondeterministic call in a workflow body"),
  /** A call that may make a body nondeterministic. */
  ES621("a call that may be nondeterministic in a workflow body"),
  /** A {@code @Deterministic} that does not say why. */
  ES622("@Deterministic without a reason"),
  /** A {@code @Deterministic} or a project's rule without effect. */
  ES623("an exception that no finding needs"),
  /** A class file of which nothing could be read. */
  ES624("a class file cannot be read"),
  /** A baseline that is not one. */
  ES625("a baseline of findings cannot be used"),
  /** An entry of the baseline that is not found any more. */
  ES626("a finding of the baseline is gone"),
  /** Classes without a durable method. */
  ES627("nothing to check"),
  /** A project's catalogue that cannot be read. */
  ES628("a file of rules cannot be used"),
  /** A severity for a group that no rule is of. */
  ES629("no such group of calls");

  private final String title;

  VerifyCode(String title) {
    this.title = title;
  }

  /** Returns a few words on what happened, the title of the code's page. */
  public String title() {
    return title;
  }

  /** Returns a message: the code, what happened and its page. */
  public String message(String what) {
    return "[" + this + "] " + what + " docs/errors/" + this + ".md";
  }
}

package dev.everstep.maven;

/** The codes of the goals; one page each under {@code docs/errors}. A code is never reused. */
public enum GoalCode {
  /** The check for nondeterministic calls fails the build. */
  ES650("nondeterministic calls fail the build"),
  /** The comparison of step graphs fails the build. */
  ES651("runs that cannot go on fail the build"),
  /** {@code accept} does not write a baseline. */
  ES652("a baseline is not accepted"),
  /** A setting has a value that it cannot have. */
  ES653("a setting of a goal is wrong"),
  /** A journal is named that cannot be looked at. */
  ES654("a journal cannot be looked at"),
  /** There is no earlier step graph to compare with. */
  ES655("a workflow without a baseline"),
  /** A report or a baseline cannot be written. */
  ES656("a file of a goal cannot be written");

  private final String title;

  GoalCode(String title) {
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

package dev.everstep.processor.differential;

/** The ways to run a program; all of them must give the same outcome. */
enum Way {
  /** The method itself. */
  PLAIN,

  /** One machine from start to end; arguments, results and failures are stored and read back. */
  MACHINE,

  /**
   * A new machine after every suspension, given the live locals as they are. A difference here and
   * not in {@link #MACHINE} is one of liveness.
   */
  MOVED,

  /**
   * A new machine after every suspension, given what the stored frame says. A difference here and
   * not in {@link #MOVED} is one of the codec.
   */
  RESTORED
}

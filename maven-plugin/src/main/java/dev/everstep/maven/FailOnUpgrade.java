package dev.everstep.maven;

/** Which step graphs fail a build. */
enum FailOnUpgrade {
  /**
   * Those under which a run cannot go on: one of the journal, if there is one to look at; else one
   * that may stand at any point of the accepted graphs.
   */
  CANT,
  /** None. */
  NEVER
}

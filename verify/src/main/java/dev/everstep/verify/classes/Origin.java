package dev.everstep.verify.classes;

/** Where a class is from. */
public enum Origin {
  /** The project that is checked. */
  PROJECT,
  /** The same project, though its bodies are checked elsewhere. */
  SIBLING,
  /** Its class path. */
  LIBRARY,
  /** Everstep itself, whose calls are what a body is to use. */
  EVERSTEP,
  /** The JDK that runs the check; the catalogue says what its methods do. */
  JDK
}

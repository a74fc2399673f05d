package dev.everstep.catalogue;

/** How a guard looks at a rule's member, beside its verdict. */
public enum Attribute {
  /** Has no bytecode on some JDK, so only the place of the call can be guarded. */
  NATIVE,
  /** At run time: checked however deep inside the JDK it is called. */
  SINK,
  /** At run time: the JDK's method itself is guarded, since receivers are often typed otherwise. */
  BODY,
  /** The guard looks at what is called through it: reflection and method handles. */
  TARGET,
  /** The guard looks at receiver or argument: keys by identity, a parallel stream. */
  VALUE,
  /** For run time alone. */
  AGENT,
  /** At run time: counts only where the application's own classes call it. */
  OWN,
  /** For build time alone. */
  STATIC,
  /** Not of the JDK. */
  EXT
}

package dev.everstep.probes;

/** How a body reaches what it must not call. */
public enum Way {
  /** The body itself calls it. */
  DIRECT,
  /** A method of the project does. */
  HELPER,
  /** A lambda in the body does. */
  LAMBDA,
  /** A method reference names it. */
  METHOD_REFERENCE,
  /** The body calls an interface, whose implementation does. */
  INTERFACE,
  /** The body makes or calls something that inherits it. */
  SUBCLASS,
  /** A class initialiser has called it, or has made what calls it. */
  STATIC_INITIALISER,
  /** By {@code java.lang.reflect}. */
  REFLECTION,
  /** By a method handle. */
  METHOD_HANDLE,
  /** Code of the JDK that no rule names does. */
  JDK,
  /** A dependency does. */
  LIBRARY
}

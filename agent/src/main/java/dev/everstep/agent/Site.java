package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.util.concurrent.atomic.AtomicLong;

/** A place where the guard is called: one call in a class, or a method of the JDK. Thread-safe. */
final class Site {
  private final Kind kind;
  private final String type;
  private final String call;
  private final Rule rule;
  private final AtomicLong reports = new AtomicLong();

  /** How a call is judged that reaches the guard here. */
  enum Kind {
    /** A call that non-JDK code makes; nothing more to find out. */
    CALL,
    /** A method of the JDK that counts when non-JDK code itself calls it. */
    ENTRY,
    /** A method of the JDK that counts however deep in the JDK it is called. */
    SINK,
    /** A method of the JDK behind others of its package. */
    FAMILY,
    /** An iteration that counts if the keys' hash codes are identities. */
    KEYS,
    /** An iteration whose order is salted; it counts if there is more than one element. */
    SALTED,
    /** A call through reflection: its target counts. */
    TARGET,
    /** A lock, which must not be held when the segment ends. */
    LOCK,
    /** A read of a static field that counts if the object in it can change. */
    CONTAINER
  }

  /**
   * Creates a site.
   *
   * @param type the binary name of the class that calls the guard
   * @param call what is called, as reports name it
   */
  Site(Kind kind, String type, String call, Rule rule) {
    this.kind = kind;
    this.type = type;
    this.call = call;
    this.rule = rule;
  }

  Kind kind() {
    return kind;
  }

  String type() {
    return type;
  }

  String call() {
    return call;
  }

  Rule rule() {
    return rule;
  }

  AtomicLong reports() {
    return reports;
  }
}

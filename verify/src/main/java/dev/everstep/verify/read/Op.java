package dev.everstep.verify.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a method that the check looks at.
 *
 * @param kind what it does
 * @param mode how its method is found
 * @param owner the class of its method or field, as the bytecode names it; else the class it is
 *     about
 * @param name of its method or field; else empty
 * @param descriptor of its method or field; empty for a reflected method whose parameters are
 *     unknown
 * @param line its line; 0 if it is not known
 * @param type of a virtual call, what is known of the receiver beside {@code owner}; of a reference
 *     the functional interface; null if there is nothing
 * @param exact whether {@code type} is the receiver's very class
 * @param harmless what is done with the result shows nothing: a reference that only steps are
 *     given, a collection that is only asked what it contains, a stream that is not parallel
 * @param receiver the operations that the receiver comes from; empty if they are not all known
 * @param inputs the operations that the receiver and the arguments come from; in class initialisers
 *     alone, else empty
 */
public record Op(
    Kind kind,
    Mode mode,
    String owner,
    String name,
    String descriptor,
    int line,
    @Nullable String type,
    boolean exact,
    boolean harmless,
    List<Integer> receiver,
    List<Integer> inputs) {

  /** What an operation does. */
  public enum Kind {
    /** Calls a method or constructor. */
    CALL,
    /** Makes a lambda or method reference; the method is what it calls. */
    REFERENCE,
    /** Looks up a method or constructor by name, both constants, to call it. */
    REFLECTED,
    /** Makes an object. */
    NEW,
    /** Reads a static field. */
    GET_STATIC,
    /** Writes a static field. */
    PUT_STATIC,
    /** Changes what a static field holds. */
    CHANGE_STATIC,
    /** Enters a synchronized block. */
    MONITOR,
    /** Calls {@code toString} where the source does not: a concatenation, a formatted argument. */
    TEXT,
    /** Calls {@code hashCode} through a method of the JDK. */
    HASH,
    /** Iterates a hash table with keys of the class. */
    ITERATE
  }

  /** How a method is found. */
  public enum Mode {
    /** It is static. */
    STATIC,
    /** It is the named one: a constructor, one of a superclass, a private one. */
    SPECIAL,
    /** It is the receiver's. */
    VIRTUAL
  }

  /** Copies the lists. */
  public Op {
    receiver = List.copyOf(receiver);
    inputs = List.copyOf(inputs);
  }
}

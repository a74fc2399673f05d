package dev.everstep.processor.model;

import dev.everstep.processor.diagnostic.Place;
import javax.lang.model.type.TypeMirror;

/** A parameter, local or temporary of a durable method. Compared by identity. */
public final class Variable {
  /** Where a variable comes from. */
  public enum Kind {
    /** A parameter of the method. */
    PARAMETER,
    /** A local that the user declared. */
    LOCAL,
    /** A pattern's binding that may be used behind its statement. */
    BINDING,
    /** Made by the compiler, for a value that is needed behind a suspension point. */
    TEMPORARY
  }

  private final Kind kind;
  private final String name;
  private final TypeMirror type;
  private final Place place;

  /**
   * Creates a variable.
   *
   * @param name the user's name; a temporary's is a proposal
   * @param type the declared type, or the attributed one of {@code var}
   * @param place its declaration, or the expression whose value a temporary keeps
   */
  public Variable(Kind kind, String name, TypeMirror type, Place place) {
    this.kind = kind;
    this.name = name;
    this.type = type;
    this.place = place;
  }

  /** Returns where it comes from. */
  public Kind kind() {
    return kind;
  }

  /** Returns the user's name, not necessarily unique in the method. */
  public String name() {
    return name;
  }

  /** Returns its type. */
  public TypeMirror type() {
    return type;
  }

  /** Returns its declaration. */
  public Place place() {
    return place;
  }

  @Override
  public String toString() {
    return name;
  }
}

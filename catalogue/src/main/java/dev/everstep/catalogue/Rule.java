package dev.everstep.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a catalogue.
 *
 * @param verdict what it says
 * @param group such as {@code time}
 * @param kind what it speaks of
 * @param owner the binary name of a class; for {@code a.b.*} and {@code a.b.**} the package, {@code
 *     a.b}; {@code *} for every class; empty for a construct
 * @param reach which classes {@code owner} means
 * @param member a method's or field's name, {@code <init>}, {@code <clinit>}, {@code *} for all;
 *     the name of a construct
 * @param arguments the binary names of the parameter types, separated by commas, of one overload;
 *     null for all overloads
 * @param attributes see {@link Attribute}
 * @param since the first release of the JDK that has it; 0 for every one
 * @param until the last one that has it; 0 for none
 * @param reason why, in a few words
 * @param replacement what to write in its place; null if the group has none
 * @param line in its file, from 1
 */
public record Rule(
    Verdict verdict,
    String group,
    Kind kind,
    String owner,
    Reach reach,
    String member,
    @Nullable String arguments,
    Set<Attribute> attributes,
    int since,
    int until,
    String reason,
    @Nullable String replacement,
    int line) {

  /** What a rule speaks of. */
  public enum Kind {
    /** A method or constructor. */
    CALL,
    /** A static field that is read. */
    FIELD,
    /** Something that bytecode does, and no call: {@code putstatic}. */
    CONSTRUCT
  }

  /** Which classes a rule's owner means. */
  public enum Reach {
    /** The class; calls through its subclasses resolve to it. */
    CLASS,
    /** The class and everything that extends or implements it. */
    SUBTYPES,
    /** All classes of a package. */
    PACKAGE,
    /** All classes of a package and of those below it. */
    PACKAGES,
    /** Every class. */
    ANY
  }

  /** Copies the set. */
  public Rule {
    attributes = Set.copyOf(attributes);
  }

  /** Returns whether the rule has an attribute. */
  public boolean has(Attribute attribute) {
    return attributes.contains(attribute);
  }

  /**
   * Returns the stable name of the rule, {@code group/Owner#member(args)}; for a construct {@code
   * group/!name}.
   */
  public String id() {
    return group + "/" + api();
  }

  /** Returns what it speaks of, as the file writes it. */
  public String api() {
    String classes =
        switch (reach) {
          case CLASS, ANY -> owner;
          case SUBTYPES -> owner + "+";
          case PACKAGE -> owner + ".*";
          case PACKAGES -> owner + ".**";
        };
    return switch (kind) {
      case CALL -> classes + "#" + member + (arguments == null ? "" : "(" + arguments + ")");
      case FIELD -> classes + "::" + member;
      case CONSTRUCT -> "!" + member;
    };
  }

  /** Returns whether a release of the JDK has it. */
  public boolean isIn(int release) {
    return (since == 0 || since <= release) && (until == 0 || release <= until);
  }
}

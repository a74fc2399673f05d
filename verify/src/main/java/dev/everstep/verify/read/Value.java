package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value in a method.
 *
 * @param type its class, {@code [} before it for arrays; null for primitives and where nothing is
 *     known
 * @param exact whether it is of this very class
 * @param makers the operations that it comes from
 * @param known whether it comes from nothing else
 * @param constant a {@code String}, an {@code Integer}, a {@link Klass}, a {@link Member} or the
 *     {@link Elements} of an array; null if it is none
 */
record Value(
    @Nullable String type,
    boolean exact,
    Set<Integer> makers,
    boolean known,
    @Nullable Object constant) {
  static final Value UNKNOWN = new Value(null, false, Set.of(), false, null);

  /** {@code null}: of no class, from nowhere. */
  static final Value NULL = new Value(null, false, Set.of(), true, null);

  /** The second slot of a long or double. */
  static final Value HALF = new Value(null, false, Set.of(), false, null);

  /** A class that the code names. */
  record Klass(String name) {}

  /** A method or constructor that was looked up. {@code arguments} is null if it is not known. */
  record Member(String owner, String name, @Nullable String arguments) {}

  /** The elements of an array that is being filled. */
  static final class Elements {
    final List<Value> values = new ArrayList<>();
  }

  static Value of(@Nullable String type) {
    return type == null ? UNKNOWN : new Value(type, false, Set.of(), false, null);
  }

  static Value constant(Object constant, @Nullable String type) {
    return new Value(type, true, Set.of(), true, constant);
  }

  static Value from(int op, @Nullable String type, boolean exact) {
    return new Value(type, exact, Set.of(op), true, null);
  }

  Value with(@Nullable Object other) {
    return new Value(type, exact, makers, known, other);
  }

  /** Returns it as another type, unless its class is known better. */
  Value as(String other) {
    return exact && type != null ? this : new Value(other, false, makers, known, constant);
  }

  /** Returns a value of another type that this one, and maybe others, went into. */
  Value into(@Nullable String other) {
    return new Value(other, false, makers, false, null);
  }

  /** Returns what is known if it is either. */
  Value or(Value other) {
    if (equals(other) || this == HALF || other == HALF) {
      return this;
    }
    if (this.equals(NULL)) {
      return other;
    }
    if (other.equals(NULL)) {
      return this;
    }
    Set<Integer> both = makers;
    if (!makers.equals(other.makers)) {
      both = new TreeSet<>(makers);
      both.addAll(other.makers);
    }
    boolean same = type != null && type.equals(other.type);
    boolean equal = constant != null && constant.equals(other.constant);
    return new Value(
        same ? type : null,
        same && exact && other.exact,
        both,
        known && other.known,
        equal ? constant : null);
  }
}

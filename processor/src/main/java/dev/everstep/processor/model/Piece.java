package dev.everstep.processor.model;

import dev.everstep.processor.diagnostic.Place;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A part of {@link Code}. How a piece is written is decided when names and homes are known. */
public sealed interface Piece {

  /**
   * Java text as it stands.
   *
   * @param line of its beginning in the user's file, from 1; 0 if it is not from there
   */
  record Text(String text, int line) implements Piece {
    /** Creates text that is not the user's. */
    public Text(String text) {
      this(text, 0);
    }
  }

  /**
   * A local that plain code declares for itself, by its name; it stays as it is.
   *
   * @param declared the place of its declaration, which tells it from others of its name
   */
  record Inner(String name, Place declared) implements Piece {}

  /** A type's name; imported where it is written. */
  record TypeName(TypeMirror type) implements Piece {}

  /** The workflow object, the user's {@code this}. */
  record Self() implements Piece {}

  /** The workflow's context. */
  record Context() implements Piece {}

  /** The exception that is being handled. */
  record Thrown() implements Piece {}

  /** The value of a variable. */
  record Read(Variable variable) implements Piece {}

  /** A variable that is assigned without being read. */
  record Write(Variable variable) implements Piece {}

  /** A variable that is read and assigned, as in {@code i++}. */
  record Update(Variable variable) implements Piece {}

  /** The value of a variable inside a lambda or class body, which wants it effectively final. */
  record Capture(Variable variable) implements Piece {}

  /** A binding at the three places of {@code value instanceof Type name}. */
  record Bind(Variable variable, Part part) implements Piece {
    /** Before the value, the name itself, and after it; the last if it is a part of a record. */
    public enum Part {
      OPEN,
      NAME,
      CLOSE,
      CLOSE_PART
    }
  }

  /**
   * Leaves the statement for a label.
   *
   * @param alone whether it is not in a block of its own, so that braces are needed
   * @param kept the variable that the same statement assigned before, by {@link Keep}
   */
  record Jump(Label to, boolean alone, @Nullable Variable kept) implements Piece {}

  /**
   * {@code variable =} of a {@code yield}, up to the value. The jump that follows it goes where the
   * variable is read.
   *
   * @param alone whether the statement is not in a block of its own, so that a brace is opened
   */
  record Result(Variable variable, boolean alone) implements Piece {}

  /** The brace that {@link Result} opened. */
  record Close() implements Piece {}

  /** {@code return end(}, up to the value. */
  record Return(boolean alone) implements Piece {}

  /** The end of a return with a value, behind its semicolon. Replaced by {@code lower}. */
  record Returned(boolean alone) implements Piece {}

  /** A return without a value. Replaced by {@code lower}. */
  record ReturnNothing(boolean alone) implements Piece {}

  /** {@code variable = (}, for a value that is returned when something else was run. */
  record Keep(Variable variable, boolean alone) implements Piece {}

  /** What the suspension before this code waited for. */
  record Take(TypeMirror type) implements Piece {}

  /** The place of an operand that may have to be evaluated earlier. */
  record Hole(int operand) implements Piece {}
}

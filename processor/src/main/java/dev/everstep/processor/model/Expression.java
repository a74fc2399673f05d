package dev.everstep.processor.model;

import dev.everstep.processor.diagnostic.Place;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * An expression. All forms but {@link Plain} hold a suspension point; a form's operands are in
 * Java's order of evaluation (JLS 15.7).
 */
public sealed interface Expression {
  /** Returns the attributed type; of kind VOID for a call without a result. */
  TypeMirror type();

  /** Returns where it begins. */
  Place place();

  /**
   * An expression without a suspension point.
   *
   * @param stable whether it has the same value, and no effect, anywhere in its statement
   */
  record Plain(Code code, TypeMirror type, boolean stable, Place place) implements Expression {}

  /**
   * Any expression that evaluates its operands from left to right and then itself: a call, a binary
   * operator, an assignment, an array access.
   *
   * @param code with a hole for each operand; an operand's own code may have holes for earlier ones
   */
  record Template(Code code, List<Expression> operands, TypeMirror type, Place place)
      implements Expression {
    /** Copies the list. */
    public Template {
      operands = List.copyOf(operands);
    }
  }

  /** A suspension point. */
  record Suspension(Site site, List<Expression> arguments, TypeMirror type) implements Expression {
    /** Copies the list. */
    public Suspension {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Place place() {
      return site.place();
    }
  }

  /** {@code left && right}, or {@code left || right}. */
  record Logical(boolean and, Expression left, Expression right, TypeMirror type)
      implements Expression {
    @Override
    public Place place() {
      return left.place();
    }
  }

  /** {@code !operand}. */
  record Not(Expression operand, TypeMirror type) implements Expression {
    @Override
    public Place place() {
      return operand.place();
    }
  }

  /** {@code condition ? yes : no}. */
  record Conditional(Expression condition, Expression yes, Expression no, TypeMirror type)
      implements Expression {
    @Override
    public Place place() {
      return condition.place();
    }
  }

  /** {@code switch}; {@code value} is assigned by all of its ways. */
  record Select(Switch choice, Variable value, Place place) implements Expression {
    @Override
    public TypeMirror type() {
      return value.type();
    }
  }
}

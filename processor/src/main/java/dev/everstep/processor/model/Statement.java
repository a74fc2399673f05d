package dev.everstep.processor.model;

import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A statement. {@link Plain} and {@link Declare} aside, all forms hold a suspension point. */
public sealed interface Statement {

  /**
   * A statement without a suspension point, as the user wrote it.
   *
   * @param assigns the variable that it certainly assigns after all it reads, if it is a plain
   *     assignment
   * @param completes whether the next statement may follow (JLS 14.22)
   */
  record Plain(Code code, @Nullable Variable assigns, boolean completes, int line)
      implements Statement {}

  /** The declaration of a local; without a value where it is assigned later. */
  record Declare(Variable variable, @Nullable Expression value, int line) implements Statement {}

  /** {@code variable = value;}. */
  record Assign(Variable variable, Expression value, int line) implements Statement {}

  /** An expression for its effect. */
  record Evaluate(Expression expression, int line) implements Statement {}

  /** Statements in order. */
  record Sequence(List<Statement> statements) implements Statement {
    /** Copies the list. */
    public Sequence {
      statements = List.copyOf(statements);
    }
  }

  /** A choice. */
  record If(Expression condition, Statement yes, @Nullable Statement no, int line)
      implements Statement {}

  /**
   * {@code while}, {@code do} and the basic {@code for}, whose initialisation stands before it.
   *
   * @param condition null means for ever
   * @param testsFirst false for {@code do}
   */
  record Loop(
      Label leave,
      Label again,
      @Nullable Expression condition,
      boolean testsFirst,
      Statement body,
      List<Statement> update,
      int line)
      implements Statement {
    /** Copies the list. */
    public Loop {
      update = List.copyOf(update);
    }
  }

  /**
   * The enhanced {@code for}.
   *
   * @param element assigned anew in each round
   * @param over what is iterated
   * @param in holds it, or a copy; the variable itself if {@code over} is one that never changes
   * @param at the position of the next element
   */
  record ForEach(
      Label leave,
      Label again,
      Variable element,
      Expression over,
      Variable in,
      Variable at,
      Form form,
      Statement body,
      int line)
      implements Statement {
    /** How elements are reached. */
    public enum Form {
      /** {@code in[at]}. */
      ARRAY,
      /** {@code in.get(at)}. */
      LIST,
      /** As a list, after the elements were copied to one. */
      COPY
    }
  }

  /** A statement that {@code break} with its label leaves. */
  record Labeled(Label leave, Statement body) implements Statement {}

  /** {@code try} with catch clauses; resources and {@code finally} are statements of their own. */
  record Try(Statement body, List<Catch> catches, int line) implements Statement {
    /** Copies the list. */
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /**
   * What a {@code finally} block follows.
   *
   * @param last the block
   * @param exit the number of the jump that the block interrupted: 0 for none, 1 for a return
   * @param failure the exception that it interrupted; null for none
   * @param result what was to be returned; null if the method returns nothing
   * @param numbers of the other jumps, by where they go; runs keep them, so they stay the same when
   *     jumps are added or change places
   * @param bodyCompletes whether the body, or a catch clause in it, can complete normally
   * @param completes whether the block can complete normally (JLS 14.22)
   */
  record Finally(
      Statement body,
      Statement last,
      Variable exit,
      Variable failure,
      @Nullable Variable result,
      Map<Label, Integer> numbers,
      boolean bodyCompletes,
      boolean completes,
      int line,
      int finallyLine)
      implements Statement {
    /** Copies the map. */
    public Finally {
      numbers = Map.copyOf(numbers);
    }
  }

  /**
   * What a resource is open for; its declaration stands before it.
   *
   * @param result what was to be returned; null if the method returns nothing
   */
  record Resource(
      Variable resource, Statement body, @Nullable Variable result, boolean bodyCompletes, int line)
      implements Statement {}

  /** A catch clause; several types for a multi-catch. */
  record Catch(Variable parameter, List<TypeMirror> types, Statement body, int line) {
    /** Copies the list. */
    public Catch {
      types = List.copyOf(types);
    }
  }

  /** {@code switch}. */
  record Select(Switch choice) implements Statement {}

  /** {@code yield value;}, or the value of an arrow. */
  record Yield(Variable to, Expression value, Label leave, int line) implements Statement {}

  /** {@code break} or {@code continue} as a statement of the sequence. */
  record Jump(Label to) implements Statement {}

  /** {@code return value;}. */
  record Return(Expression value, @Nullable TypeMirror castTo, int line) implements Statement {}

  /** {@code throw value;}. */
  record Throw(Expression value, int line) implements Statement {}
}

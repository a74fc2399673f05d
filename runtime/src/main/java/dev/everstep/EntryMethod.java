package dev.everstep;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of entries that can be named in {@code everstep.start(Research::run, url)}: {@code F0}
 * to {@code F6} return a value, {@code V0} to {@code V6} return nothing. The number counts the
 * arguments behind the {@link WorkflowContext}.
 *
 * <p>Nobody implements or names these types in ordinary code; javac picks one for a method
 * reference. They are serializable so that {@code start} can read which method was named.
 */
public sealed interface EntryMethod extends Serializable {

  /** An entry with 0 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F0<W, R extends @Nullable Object, X extends Exception> extends EntryMethod {
    R call(W workflow, WorkflowContext context) throws X;
  }

  /** An entry with 0 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V0<W, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context) throws X;
  }

  /** An entry with 1 argument and a result. */
  @FunctionalInterface
  non-sealed interface F1<W, A, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a) throws X;
  }

  /** An entry with 1 argument and no result. */
  @FunctionalInterface
  non-sealed interface V1<W, A, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a) throws X;
  }

  /** An entry with 2 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F2<W, A, B, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a, B b) throws X;
  }

  /** An entry with 2 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V2<W, A, B, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a, B b) throws X;
  }

  /** An entry with 3 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F3<W, A, B, C, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a, B b, C c) throws X;
  }

  /** An entry with 3 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V3<W, A, B, C, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a, B b, C c) throws X;
  }

  /** An entry with 4 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F4<W, A, B, C, D, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a, B b, C c, D d) throws X;
  }

  /** An entry with 4 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V4<W, A, B, C, D, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a, B b, C c, D d) throws X;
  }

  /** An entry with 5 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F5<W, A, B, C, D, E, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a, B b, C c, D d, E e) throws X;
  }

  /** An entry with 5 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V5<W, A, B, C, D, E, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a, B b, C c, D d, E e) throws X;
  }

  /** An entry with 6 arguments and a result. */
  @FunctionalInterface
  non-sealed interface F6<W, A, B, C, D, E, F, R extends @Nullable Object, X extends Exception>
      extends EntryMethod {
    R call(W workflow, WorkflowContext context, A a, B b, C c, D d, E e, F f) throws X;
  }

  /** An entry with 6 arguments and no result. */
  @FunctionalInterface
  non-sealed interface V6<W, A, B, C, D, E, F, X extends Exception> extends EntryMethod {
    void call(W workflow, WorkflowContext context, A a, B b, C c, D d, E e, F f) throws X;
  }
}

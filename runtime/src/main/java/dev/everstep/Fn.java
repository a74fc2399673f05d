package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of functions that can be named in {@code ctx.step(Articles::fetch, url)}: {@code F0}
 * to {@code F8} return a value, {@code V0} to {@code V8} return nothing.
 *
 * <p>Nobody implements or names these types in ordinary code; javac picks one for a method
 * reference. The number counts every parameter of the function type: the receiver of an unbound
 * instance method and a leading {@code StepContext} included. They are not serializable: javac adds
 * to a class, for each serializable method reference in it, code that reads it back, all in one
 * method, which has room for some 450. What a step calls is known to the compiler.
 */
public sealed interface Fn {

  /** A method with 0 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F0<R extends @Nullable Object, X extends Exception> extends Fn {
    R call() throws X;
  }

  /** A method with 0 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V0<X extends Exception> extends Fn {
    void call() throws X;
  }

  /** A method with 1 parameter and a result. */
  @FunctionalInterface
  non-sealed interface F1<A, R extends @Nullable Object, X extends Exception> extends Fn {
    R call(A a) throws X;
  }

  /** A method with 1 parameter and no result. */
  @FunctionalInterface
  non-sealed interface V1<A, X extends Exception> extends Fn {
    void call(A a) throws X;
  }

  /** A method with 2 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F2<A, B, R extends @Nullable Object, X extends Exception> extends Fn {
    R call(A a, B b) throws X;
  }

  /** A method with 2 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V2<A, B, X extends Exception> extends Fn {
    void call(A a, B b) throws X;
  }

  /** A method with 3 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F3<A, B, C, R extends @Nullable Object, X extends Exception> extends Fn {
    R call(A a, B b, C c) throws X;
  }

  /** A method with 3 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V3<A, B, C, X extends Exception> extends Fn {
    void call(A a, B b, C c) throws X;
  }

  /** A method with 4 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F4<A, B, C, D, R extends @Nullable Object, X extends Exception> extends Fn {
    R call(A a, B b, C c, D d) throws X;
  }

  /** A method with 4 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V4<A, B, C, D, X extends Exception> extends Fn {
    void call(A a, B b, C c, D d) throws X;
  }

  /** A method with 5 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F5<A, B, C, D, E, R extends @Nullable Object, X extends Exception>
      extends Fn {
    R call(A a, B b, C c, D d, E e) throws X;
  }

  /** A method with 5 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V5<A, B, C, D, E, X extends Exception> extends Fn {
    void call(A a, B b, C c, D d, E e) throws X;
  }

  /** A method with 6 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F6<A, B, C, D, E, F, R extends @Nullable Object, X extends Exception>
      extends Fn {
    R call(A a, B b, C c, D d, E e, F f) throws X;
  }

  /** A method with 6 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V6<A, B, C, D, E, F, X extends Exception> extends Fn {
    void call(A a, B b, C c, D d, E e, F f) throws X;
  }

  /** A method with 7 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F7<A, B, C, D, E, F, G, R extends @Nullable Object, X extends Exception>
      extends Fn {
    R call(A a, B b, C c, D d, E e, F f, G g) throws X;
  }

  /** A method with 7 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V7<A, B, C, D, E, F, G, X extends Exception> extends Fn {
    void call(A a, B b, C c, D d, E e, F f, G g) throws X;
  }

  /** A method with 8 parameters and a result. */
  @FunctionalInterface
  non-sealed interface F8<A, B, C, D, E, F, G, H, R extends @Nullable Object, X extends Exception>
      extends Fn {
    R call(A a, B b, C c, D d, E e, F f, G g, H h) throws X;
  }

  /** A method with 8 parameters and no result. */
  @FunctionalInterface
  non-sealed interface V8<A, B, C, D, E, F, G, H, X extends Exception> extends Fn {
    void call(A a, B b, C c, D d, E e, F f, G g, H h) throws X;
  }
}

package dev.everstep;

/**
 * The forms of {@code ctx.step(Function, arguments...)}: for 0 to 6 arguments a static or an
 * unbound instance method, with or without a leading {@link StepContext}, with or without a result.
 *
 * <p>The form is chosen by javac from the method named; a caller only ever writes {@code
 * ctx.step(Articles::fetch, url)}. A static function that takes a {@code StepContext} fits the form
 * of an instance method: its receiver type is then {@code StepContext}. In a compiled workflow none
 * of these methods is executed: the processor turns each call into a suspension point. Where a body
 * is called plainly, in a unit test say, each form ends in {@link #call}.
 *
 * <p>All forms throw what the function declares, reconstructed from the journal, and {@link
 * StepFailedException} where it cannot be reconstructed.
 */
public interface StepCalls {

  /**
   * Calls a function; every form of {@code step} ends here. Its shape says what it wants: as many
   * parameters as arguments, those; one more, an object to be called on or a {@code StepContext}
   * before them; two more, both.
   *
   * @param function the method reference as passed to {@code step}
   * @param arguments the arguments after it, without receiver and {@code StepContext}; elements may
   *     be null
   * @return what the function returned; null for a function without a result
   * @throws X what the function threw
   */
  <R, X extends Exception> R call(Fn function, Object[] arguments) throws X;

  // 0 arguments

  default <R, X extends Exception> R step(Fn.F0<R, X> fn) throws X {
    return call(fn, new Object[0]);
  }

  default <X extends Exception> void step(Fn.V0<X> fn) throws X {
    call(fn, new Object[0]);
  }

  default <T, R, X extends Exception> R step(Fn.F1<T, R, X> fn) throws X {
    return call(fn, new Object[0]);
  }

  default <T, X extends Exception> void step(Fn.V1<T, X> fn) throws X {
    call(fn, new Object[0]);
  }

  default <T, R, X extends Exception> R step(Fn.F2<T, StepContext, R, X> fn) throws X {
    return call(fn, new Object[0]);
  }

  default <T, X extends Exception> void step(Fn.V2<T, StepContext, X> fn) throws X {
    call(fn, new Object[0]);
  }

  // 1 argument

  default <A, R, X extends Exception> R step(Fn.F1<A, R, X> fn, A a) throws X {
    return call(fn, new Object[] {a});
  }

  default <A, X extends Exception> void step(Fn.V1<A, X> fn, A a) throws X {
    call(fn, new Object[] {a});
  }

  default <T, A, R, X extends Exception> R step(Fn.F2<T, A, R, X> fn, A a) throws X {
    return call(fn, new Object[] {a});
  }

  default <T, A, X extends Exception> void step(Fn.V2<T, A, X> fn, A a) throws X {
    call(fn, new Object[] {a});
  }

  default <T, A, R, X extends Exception> R step(Fn.F3<T, StepContext, A, R, X> fn, A a) throws X {
    return call(fn, new Object[] {a});
  }

  default <T, A, X extends Exception> void step(Fn.V3<T, StepContext, A, X> fn, A a) throws X {
    call(fn, new Object[] {a});
  }

  // 2 arguments

  default <A, B, R, X extends Exception> R step(Fn.F2<A, B, R, X> fn, A a, B b) throws X {
    return call(fn, new Object[] {a, b});
  }

  default <A, B, X extends Exception> void step(Fn.V2<A, B, X> fn, A a, B b) throws X {
    call(fn, new Object[] {a, b});
  }

  default <T, A, B, R, X extends Exception> R step(Fn.F3<T, A, B, R, X> fn, A a, B b) throws X {
    return call(fn, new Object[] {a, b});
  }

  default <T, A, B, X extends Exception> void step(Fn.V3<T, A, B, X> fn, A a, B b) throws X {
    call(fn, new Object[] {a, b});
  }

  default <T, A, B, R, X extends Exception> R step(Fn.F4<T, StepContext, A, B, R, X> fn, A a, B b)
      throws X {
    return call(fn, new Object[] {a, b});
  }

  default <T, A, B, X extends Exception> void step(Fn.V4<T, StepContext, A, B, X> fn, A a, B b)
      throws X {
    call(fn, new Object[] {a, b});
  }

  // 3 arguments

  default <A, B, C, R, X extends Exception> R step(Fn.F3<A, B, C, R, X> fn, A a, B b, C c)
      throws X {
    return call(fn, new Object[] {a, b, c});
  }

  default <A, B, C, X extends Exception> void step(Fn.V3<A, B, C, X> fn, A a, B b, C c) throws X {
    call(fn, new Object[] {a, b, c});
  }

  default <T, A, B, C, R, X extends Exception> R step(Fn.F4<T, A, B, C, R, X> fn, A a, B b, C c)
      throws X {
    return call(fn, new Object[] {a, b, c});
  }

  default <T, A, B, C, X extends Exception> void step(Fn.V4<T, A, B, C, X> fn, A a, B b, C c)
      throws X {
    call(fn, new Object[] {a, b, c});
  }

  default <T, A, B, C, R, X extends Exception> R step(
      Fn.F5<T, StepContext, A, B, C, R, X> fn, A a, B b, C c) throws X {
    return call(fn, new Object[] {a, b, c});
  }

  default <T, A, B, C, X extends Exception> void step(
      Fn.V5<T, StepContext, A, B, C, X> fn, A a, B b, C c) throws X {
    call(fn, new Object[] {a, b, c});
  }

  // 4 arguments

  default <A, B, C, D, R, X extends Exception> R step(
      Fn.F4<A, B, C, D, R, X> fn, A a, B b, C c, D d) throws X {
    return call(fn, new Object[] {a, b, c, d});
  }

  default <A, B, C, D, X extends Exception> void step(Fn.V4<A, B, C, D, X> fn, A a, B b, C c, D d)
      throws X {
    call(fn, new Object[] {a, b, c, d});
  }

  default <T, A, B, C, D, R, X extends Exception> R step(
      Fn.F5<T, A, B, C, D, R, X> fn, A a, B b, C c, D d) throws X {
    return call(fn, new Object[] {a, b, c, d});
  }

  default <T, A, B, C, D, X extends Exception> void step(
      Fn.V5<T, A, B, C, D, X> fn, A a, B b, C c, D d) throws X {
    call(fn, new Object[] {a, b, c, d});
  }

  default <T, A, B, C, D, R, X extends Exception> R step(
      Fn.F6<T, StepContext, A, B, C, D, R, X> fn, A a, B b, C c, D d) throws X {
    return call(fn, new Object[] {a, b, c, d});
  }

  default <T, A, B, C, D, X extends Exception> void step(
      Fn.V6<T, StepContext, A, B, C, D, X> fn, A a, B b, C c, D d) throws X {
    call(fn, new Object[] {a, b, c, d});
  }

  // 5 arguments

  default <A, B, C, D, E, R, X extends Exception> R step(
      Fn.F5<A, B, C, D, E, R, X> fn, A a, B b, C c, D d, E e) throws X {
    return call(fn, new Object[] {a, b, c, d, e});
  }

  default <A, B, C, D, E, X extends Exception> void step(
      Fn.V5<A, B, C, D, E, X> fn, A a, B b, C c, D d, E e) throws X {
    call(fn, new Object[] {a, b, c, d, e});
  }

  default <T, A, B, C, D, E, R, X extends Exception> R step(
      Fn.F6<T, A, B, C, D, E, R, X> fn, A a, B b, C c, D d, E e) throws X {
    return call(fn, new Object[] {a, b, c, d, e});
  }

  default <T, A, B, C, D, E, X extends Exception> void step(
      Fn.V6<T, A, B, C, D, E, X> fn, A a, B b, C c, D d, E e) throws X {
    call(fn, new Object[] {a, b, c, d, e});
  }

  default <T, A, B, C, D, E, R, X extends Exception> R step(
      Fn.F7<T, StepContext, A, B, C, D, E, R, X> fn, A a, B b, C c, D d, E e) throws X {
    return call(fn, new Object[] {a, b, c, d, e});
  }

  default <T, A, B, C, D, E, X extends Exception> void step(
      Fn.V7<T, StepContext, A, B, C, D, E, X> fn, A a, B b, C c, D d, E e) throws X {
    call(fn, new Object[] {a, b, c, d, e});
  }

  // 6 arguments

  default <A, B, C, D, E, F, R, X extends Exception> R step(
      Fn.F6<A, B, C, D, E, F, R, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    return call(fn, new Object[] {a, b, c, d, e, f});
  }

  default <A, B, C, D, E, F, X extends Exception> void step(
      Fn.V6<A, B, C, D, E, F, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    call(fn, new Object[] {a, b, c, d, e, f});
  }

  default <T, A, B, C, D, E, F, R, X extends Exception> R step(
      Fn.F7<T, A, B, C, D, E, F, R, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    return call(fn, new Object[] {a, b, c, d, e, f});
  }

  default <T, A, B, C, D, E, F, X extends Exception> void step(
      Fn.V7<T, A, B, C, D, E, F, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    call(fn, new Object[] {a, b, c, d, e, f});
  }

  default <T, A, B, C, D, E, F, R, X extends Exception> R step(
      Fn.F8<T, StepContext, A, B, C, D, E, F, R, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    return call(fn, new Object[] {a, b, c, d, e, f});
  }

  default <T, A, B, C, D, E, F, X extends Exception> void step(
      Fn.V8<T, StepContext, A, B, C, D, E, F, X> fn, A a, B b, C c, D d, E e, F f) throws X {
    call(fn, new Object[] {a, b, c, d, e, f});
  }
}

package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * The forms of {@code everstep.start(Workflow::entry, arguments...)}: for 0 to 6 arguments, with or
 * without a result, with or without a run id.
 *
 * <p>Every form returns when the start of the run is durable and throws {@link
 * InvalidInputException} if the method named is not the entry of a compiled workflow, or an
 * argument is missing. What it throws otherwise: {@link UnstorableValueException} if an argument
 * cannot be stored or they are {@linkplain Limits above their limit}, {@link TooManyRunsException}
 * if there are as many open runs as allowed, and a {@link dev.everstep.journal.JournalException} if
 * the journal does not take it, ES308 if the disk is full. Nothing is stored then. A run id that
 * exists starts nothing: the existing run is returned.
 */
public interface StartCalls {

  /**
   * Starts a run; every form of {@code start} ends here.
   *
   * @param id names the run; null for a new random id
   * @param entry the method reference as passed to {@code start}
   * @param arguments the arguments after it; elements may be null
   */
  <R> Run<R> startRun(@Nullable RunId id, EntryMethod entry, @Nullable Object[] arguments);

  // 0 arguments
  default <W, R, X extends Exception> Run<R> start(EntryMethod.F0<W, R, X> entry) {
    return startRun(null, entry, new Object[0]);
  }

  default <W, X extends Exception> Run<Void> start(EntryMethod.V0<W, X> entry) {
    return startRun(null, entry, new Object[0]);
  }

  default <W, R, X extends Exception> Run<R> start(RunId id, EntryMethod.F0<W, R, X> entry) {
    return startRun(id, entry, new Object[0]);
  }

  default <W, X extends Exception> Run<Void> start(RunId id, EntryMethod.V0<W, X> entry) {
    return startRun(id, entry, new Object[0]);
  }

  // 1 argument
  default <W, A, R, X extends Exception> Run<R> start(EntryMethod.F1<W, A, R, X> entry, A a) {
    return startRun(null, entry, new Object[] {a});
  }

  default <W, A, X extends Exception> Run<Void> start(EntryMethod.V1<W, A, X> entry, A a) {
    return startRun(null, entry, new Object[] {a});
  }

  default <W, A, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F1<W, A, R, X> entry, A a) {
    return startRun(id, entry, new Object[] {a});
  }

  default <W, A, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V1<W, A, X> entry, A a) {
    return startRun(id, entry, new Object[] {a});
  }

  // 2 arguments
  default <W, A, B, R, X extends Exception> Run<R> start(
      EntryMethod.F2<W, A, B, R, X> entry, A a, B b) {
    return startRun(null, entry, new Object[] {a, b});
  }

  default <W, A, B, X extends Exception> Run<Void> start(
      EntryMethod.V2<W, A, B, X> entry, A a, B b) {
    return startRun(null, entry, new Object[] {a, b});
  }

  default <W, A, B, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F2<W, A, B, R, X> entry, A a, B b) {
    return startRun(id, entry, new Object[] {a, b});
  }

  default <W, A, B, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V2<W, A, B, X> entry, A a, B b) {
    return startRun(id, entry, new Object[] {a, b});
  }

  // 3 arguments
  default <W, A, B, C, R, X extends Exception> Run<R> start(
      EntryMethod.F3<W, A, B, C, R, X> entry, A a, B b, C c) {
    return startRun(null, entry, new Object[] {a, b, c});
  }

  default <W, A, B, C, X extends Exception> Run<Void> start(
      EntryMethod.V3<W, A, B, C, X> entry, A a, B b, C c) {
    return startRun(null, entry, new Object[] {a, b, c});
  }

  default <W, A, B, C, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F3<W, A, B, C, R, X> entry, A a, B b, C c) {
    return startRun(id, entry, new Object[] {a, b, c});
  }

  default <W, A, B, C, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V3<W, A, B, C, X> entry, A a, B b, C c) {
    return startRun(id, entry, new Object[] {a, b, c});
  }

  // 4 arguments
  default <W, A, B, C, D, R, X extends Exception> Run<R> start(
      EntryMethod.F4<W, A, B, C, D, R, X> entry, A a, B b, C c, D d) {
    return startRun(null, entry, new Object[] {a, b, c, d});
  }

  default <W, A, B, C, D, X extends Exception> Run<Void> start(
      EntryMethod.V4<W, A, B, C, D, X> entry, A a, B b, C c, D d) {
    return startRun(null, entry, new Object[] {a, b, c, d});
  }

  default <W, A, B, C, D, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F4<W, A, B, C, D, R, X> entry, A a, B b, C c, D d) {
    return startRun(id, entry, new Object[] {a, b, c, d});
  }

  default <W, A, B, C, D, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V4<W, A, B, C, D, X> entry, A a, B b, C c, D d) {
    return startRun(id, entry, new Object[] {a, b, c, d});
  }

  // 5 arguments
  default <W, A, B, C, D, E, R, X extends Exception> Run<R> start(
      EntryMethod.F5<W, A, B, C, D, E, R, X> entry, A a, B b, C c, D d, E e) {
    return startRun(null, entry, new Object[] {a, b, c, d, e});
  }

  default <W, A, B, C, D, E, X extends Exception> Run<Void> start(
      EntryMethod.V5<W, A, B, C, D, E, X> entry, A a, B b, C c, D d, E e) {
    return startRun(null, entry, new Object[] {a, b, c, d, e});
  }

  default <W, A, B, C, D, E, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F5<W, A, B, C, D, E, R, X> entry, A a, B b, C c, D d, E e) {
    return startRun(id, entry, new Object[] {a, b, c, d, e});
  }

  default <W, A, B, C, D, E, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V5<W, A, B, C, D, E, X> entry, A a, B b, C c, D d, E e) {
    return startRun(id, entry, new Object[] {a, b, c, d, e});
  }

  // 6 arguments
  default <W, A, B, C, D, E, F, R, X extends Exception> Run<R> start(
      EntryMethod.F6<W, A, B, C, D, E, F, R, X> entry, A a, B b, C c, D d, E e, F f) {
    return startRun(null, entry, new Object[] {a, b, c, d, e, f});
  }

  default <W, A, B, C, D, E, F, X extends Exception> Run<Void> start(
      EntryMethod.V6<W, A, B, C, D, E, F, X> entry, A a, B b, C c, D d, E e, F f) {
    return startRun(null, entry, new Object[] {a, b, c, d, e, f});
  }

  default <W, A, B, C, D, E, F, R, X extends Exception> Run<R> start(
      RunId id, EntryMethod.F6<W, A, B, C, D, E, F, R, X> entry, A a, B b, C c, D d, E e, F f) {
    return startRun(id, entry, new Object[] {a, b, c, d, e, f});
  }

  default <W, A, B, C, D, E, F, X extends Exception> Run<Void> start(
      RunId id, EntryMethod.V6<W, A, B, C, D, E, F, X> entry, A a, B b, C c, D d, E e, F f) {
    return startRun(id, entry, new Object[] {a, b, c, d, e, f});
  }
}

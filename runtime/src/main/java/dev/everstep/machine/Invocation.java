package dev.everstep.machine;

import dev.everstep.StepContext;

/** One attempt of a step, as {@link Machine#call} sees it. Confined to the attempt's thread. */
public interface Invocation {

  /**
   * Returns the instance to call an instance function on: from the user's factory, else made once
   * by the public no-arg constructor.
   */
  <T> T instance(Class<T> type);

  /**
   * Returns an argument.
   *
   * @param index from 0, into {@link FunctionRef#arguments()}
   * @param <T> the argument's type, which the generated code knows; not checked here
   */
  <T> T argument(int index);

  /** Returns the context to pass to a function that takes one. */
  StepContext context();
}

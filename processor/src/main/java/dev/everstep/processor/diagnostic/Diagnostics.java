package dev.everstep.processor.diagnostic;

/** Takes the problems of one workflow's source file. Confined to the compiler's thread. */
public interface Diagnostics {
  /**
   * Reports a problem; the compilation fails, later problems are still collected.
   *
   * @param arguments for the placeholders of {@link Problem#text()}
   */
  void report(Problem problem, Place place, Object... arguments);

  /** Returns whether anything was reported. */
  boolean hasErrors();
}

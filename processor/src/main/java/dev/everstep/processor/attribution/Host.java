package dev.everstep.processor.attribution;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The javac that runs the processor.
 *
 * @param environment javac's own, not a build tool's wrapper of it
 * @param trees its trees, for positions only: asking them for elements or scopes would spoil the
 *     compilation
 * @param task the compilation, for its events
 */
public record Host(ProcessingEnvironment environment, Trees trees, JavacTask task) {
  private static final int WRAPPERS_MAX = 5;

  /**
   * Returns the javac behind an environment.
   *
   * @throws UnsupportedHostException if it is another compiler's
   */
  public static Host of(ProcessingEnvironment given) {
    ProcessingEnvironment environment = given;
    for (int i = 0; i < WRAPPERS_MAX; i++) {
      try {
        return new Host(environment, Trees.instance(environment), JavacTask.instance(environment));
      } catch (IllegalArgumentException notJavacs) {
        environment =
            BuildToolEnvironment.unwrap(environment)
                .orElseThrow(() -> new UnsupportedHostException(given.getClass().getName()));
      }
    }
    throw new UnsupportedHostException(given.getClass().getName());
  }
}

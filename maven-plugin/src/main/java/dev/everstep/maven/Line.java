package dev.everstep.maven;

import org.apache.maven.plugin.logging.Log;

/**
 * A line for the console.
 *
 * @param level how loud it is
 * @param text without a line end
 */
record Line(Level level, String text) {

  /** How loud a line is. */
  enum Level {
    /** For who wants to know. */
    INFO,
    /** Fails nothing, and should be read. */
    WARN,
    /** Why the build fails. */
    ERROR
  }

  /** Prints the line. */
  void to(Log log) {
    switch (level) {
      case INFO -> log.info(text);
      case WARN -> log.warn(text);
      case ERROR -> log.error(text);
    }
  }
}

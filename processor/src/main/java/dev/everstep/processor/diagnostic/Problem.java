package dev.everstep.processor.diagnostic;

/**
 * Every error of the compiler, ES001 to ES099; one page each under {@code docs/errors}. A code is
 * never reused. ES001 to ES039: the shape of workflow classes and functions; ES040 to ES079: what a
 * body holds; ES080 to ES089: what it uses; ES090 and up: the compiler's surroundings.
 */
public enum Problem {
  /** A construct around a step that is not compiled yet. */
  ES040("a step inside %s is not supported. %s");

  private final String text;

  Problem(String text) {
    this.text = text;
  }

  /** Returns the text, in {@link String#format}'s notation: what is wrong, why, what to do. */
  public String text() {
    return text;
  }

  /** Returns the whole message, code first and the page last. */
  public String message(Object... arguments) {
    return "[" + name() + "] " + String.format(text, arguments) + " docs/errors/" + name() + ".md";
  }
}

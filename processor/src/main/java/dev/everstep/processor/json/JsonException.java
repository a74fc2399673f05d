package dev.everstep.processor.json;

/** Text that is not JSON. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  JsonException(int line, int column, String what) {
    super("line " + line + ", column " + column + ": " + what);
  }
}

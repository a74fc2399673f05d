package dev.everstep;

import java.util.Objects;

/**
 * Names a run: 1 to 100 characters out of letters, digits, {@code . _ : -}, beginning with a letter
 * or digit. Unique in one journal.
 *
 * @param value the text
 */
public record RunId(String value) implements Comparable<RunId> {
  private static final int LENGTH_MAX = 100;

  /**
   * Checks the form.
   *
   * @throws InvalidInputException if it is not a run id's
   */
  public RunId {
    Objects.requireNonNull(value, "value");
    if (!hasForm(value)) {
      throw new InvalidInputException(
          ErrorCode.ES101,
          "not a run id: \""
              + (value.length() <= 120 ? value : value.substring(0, 120) + "...")
              + "\". Use 1 to 100 letters, digits and . _ : -, beginning with a letter or digit.");
    }
  }

  // By hand: opening a directory makes an id for each run that waits, and a pattern is slow at it.
  private static boolean hasForm(String value) {
    if (value.isEmpty() || value.length() > LENGTH_MAX || !isLetterOrDigit(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != ':' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

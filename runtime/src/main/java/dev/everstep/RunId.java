package dev.everstep;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a run: 1 to 100 characters out of letters, digits, {@code . _ : -}, beginning with a letter
 * or digit. Unique in one journal.
 *
 * @param value the text
 */
public record RunId(String value) implements Comparable<RunId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  /**
   * Checks the form.
   *
   * @throws InvalidInputException if it is not a run id's
   */
  public RunId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new InvalidInputException(
          ErrorCode.ES101,
          "not a run id: \""
              + (value.length() <= 120 ? value : value.substring(0, 120) + "...")
              + "\". Use 1 to 100 letters, digits and . _ : -, beginning with a letter or digit.");
    }
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

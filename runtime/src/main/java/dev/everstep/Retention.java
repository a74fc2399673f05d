package dev.everstep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long finished runs are kept. A run is dropped as soon as one of the two limits says so; one
 * that is not finished never is. Immutable.
 *
 * @param age since its end, a second to 1,000 years; null for any age
 * @param count how many finished runs are kept, those that started last, at least 0; null for all
 */
public record Retention(@Nullable Duration age, @Nullable Long count) {
  private static final Duration AGE_MAX = Duration.ofDays(365_000);

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException ES107 if one is out of its range
   */
  public Retention {
    if (age != null && (age.compareTo(Duration.ofSeconds(1)) < 0 || age.compareTo(AGE_MAX) > 0)) {
      throw new InvalidInputException(
          ErrorCode.ES107,
          "the retention has age=" + age + ". Use 1 second to " + AGE_MAX.toDays() + " days.");
    }
    if (count != null && count < 0) {
      throw new InvalidInputException(
          ErrorCode.ES107, "the retention has count=" + count + ". Use 0 or more.");
    }
  }

  /** Returns the retention that keeps all runs for ever. */
  public static Retention forever() {
    return new Retention(null, null);
  }

  /** Returns the retention that drops finished runs some time after their end. */
  public static Retention ofAge(Duration age) {
    return new Retention(age, null);
  }

  /** Returns the retention that keeps so many finished runs, those that started last. */
  public static Retention ofCount(long count) {
    return new Retention(null, count);
  }

  /** Returns whether nothing is ever dropped. */
  public boolean isForever() {
    return age == null && count == null;
  }
}

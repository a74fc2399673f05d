package dev.everstep.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them, always UTC. */
final class Times {
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  static String dateAndTime(Instant instant) {
    return DATE_AND_TIME.format(instant);
  }

  /** Returns the time of day; a dash for null. */
  static String time(@Nullable Instant instant) {
    return instant == null ? "-" : TIME.format(instant);
  }

  static String duration(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.toMinutes() > 0
        ? duration.toString().substring(2).toLowerCase(Locale.ROOT)
        : String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
  }
}

package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.Locale;

/** Times that were given, and chance that is recorded. */
@Durable
public final class TimeLookAlikes {
  private TimeLookAlikes() {}

  @LookAlike(why = "the time of the run")
  public static Instant now(WorkflowContext ctx) {
    return ctx.now().plus(Duration.ofDays(1));
  }

  @LookAlike(why = "chance of the run")
  public static int chance(WorkflowContext ctx) {
    return ctx.random().nextInt(6) + Long.signum(ctx.uuid().getLeastSignificantBits());
  }

  @LookAlike(why = "a clock that stands still")
  public static LocalDate fixedClock(WorkflowContext ctx) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return LocalDate.now(clock);
  }

  @LookAlike(why = "parsing")
  public static long parsed(WorkflowContext ctx) {
    return Instant.parse("2026-03-01T10:15:30Z").getEpochSecond();
  }

  @LookAlike(why = "an explicit locale and zone")
  public static String formatted(WorkflowContext ctx) {
    return DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(Instant.EPOCH);
  }

  @LookAlike(why = "the rules of a named zone")
  public static String zoned(WorkflowContext ctx) {
    return ZonedDateTime.of(2026, 3, 29, 1, 30, 0, 0, ZoneId.of("Europe/Berlin"))
        .plusHours(1)
        .getOffset()
        .getId();
  }

  @LookAlike(why = "calendar arithmetic")
  public static String arithmetic(WorkflowContext ctx) {
    LocalDate day = LocalDate.of(2026, 1, 31).plus(Period.ofMonths(1));
    return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        + " "
        + ChronoUnit.DAYS.between(LocalDate.EPOCH, day);
  }

  @LookAlike(why = "a date made from a number, and a name in an explicit locale")
  public static String date(WorkflowContext ctx) {
    return new Date(0).toInstant()
        + DayOfWeek.MONDAY.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

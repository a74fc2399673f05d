package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Optional, java.time, BigDecimal, UUID and their like. */
// input: ["10.00"]
// input: ["1E+3"]
@Workflow
public class Library {
  public String run(WorkflowContext ctx, String amount) {
    Optional<String> full = ctx.step(Steps::maybe, "m");
    Optional<String> empty = ctx.step(Steps::maybe, "");
    BigDecimal price = ctx.step(Steps::price, amount);
    BigInteger big = BigInteger.TWO.pow(100);
    LocalDate day = ctx.step(Steps::day, 2);
    Instant instant = ctx.step(Steps::later, Instant.EPOCH, Duration.ofMillis(1500));
    UUID id = ctx.step(Steps::id, 77L);
    Duration pause = Duration.ofSeconds(90, 5);
    ZonedDateTime zoned = day.atStartOfDay(ZoneId.of("Europe/Berlin"));
    LocalDateTime local = day.atTime(1, 2, 3, 4);
    Period period = Period.ofDays(3);
    java.net.URI uri = java.net.URI.create("https://example.org/a?b");
    Locale locale = Locale.ROOT;
    OptionalInt number = OptionalInt.of(4);
    ctx.step(Steps::ping);
    return full.get() + empty.isPresent() + price + price.scale() + big + day.getDayOfMonth() + instant + id + pause
        + zoned + local + period + uri + locale + number.getAsInt();
  }
}

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

/** Times, big numbers and ids are computed with across steps. */
// input: [3]
@Workflow
public class TimeAndNumbers {
  public String run(WorkflowContext ctx, int n) {
    LocalDate day = ctx.step(Steps::day, n);
    BigDecimal price = ctx.step(Steps::price, "10.50");
    BigInteger big = BigInteger.TWO.pow(70);
    Duration wait = Duration.ofSeconds(n).plusNanos(5);
    Instant at = Instant.EPOCH;
    UUID id = ctx.step(Steps::id, 5L);
    ZonedDateTime zoned = ZonedDateTime.of(2024, 3, 31, 1, 30, 0, 0, ZoneId.of("Europe/Berlin"));
    Period period = Period.ofMonths(1);
    YearMonth month = YearMonth.of(2024, 2);
    ctx.step(Steps::ping);
    at = ctx.step(Steps::later, at, wait);
    price = price.add(ctx.step(Steps::price, "0.005"));
    return day.plus(period).getDayOfWeek() + " " + price + price.scale() + big.mod(BigInteger.valueOf(97)) + at + id.version() + zoned.plusHours(1) + month.lengthOfMonth() + wait;
  }
}

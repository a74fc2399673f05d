package dev.everstep.probes;

import com.google.common.base.Stopwatch;
import com.google.common.base.Suppliers;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.lang3.time.StopWatch;

/** Bodies that read a clock. */
@Durable
@Group("time")
public final class TimeProbes {
  private TimeProbes() {}

  @Probe(call = "java.time.Instant#now")
  public static Instant instant(WorkflowContext ctx) {
    return Instant.now();
  }

  @Probe(call = "java.lang.System#currentTimeMillis")
  public static boolean deadlinePassed(WorkflowContext ctx) {
    return System.currentTimeMillis() > 1_900_000_000_000L;
  }

  @Probe(call = "java.lang.System#nanoTime")
  public static long elapsed(WorkflowContext ctx) {
    long begin = System.nanoTime();
    String line = "-".repeat(1000);
    return (System.nanoTime() - begin) / line.length();
  }

  @Probe(call = "java.time.LocalDate#now")
  public static LocalDate dueDate(WorkflowContext ctx) {
    return LocalDate.now().plusDays(14);
  }

  @Probe(call = "java.time.ZonedDateTime#now")
  public static int hourInBerlin(WorkflowContext ctx) {
    return ZonedDateTime.now(ZoneId.of("Europe/Berlin")).getHour();
  }

  @Probe(call = "java.util.Date#<init>")
  public static long date(WorkflowContext ctx) {
    return new Date().getTime();
  }

  @Probe(call = "java.util.Calendar#getInstance")
  public static int year(WorkflowContext ctx) {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT).get(Calendar.YEAR);
  }

  @Probe(call = "java.time.Clock#systemUTC")
  public static Instant clock(WorkflowContext ctx) {
    Clock clock = Clock.systemUTC();
    return clock.instant();
  }

  @Probe(call = "java.util.zip.ZipOutputStream#putNextEntry")
  public static long archive(WorkflowContext ctx) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("order.txt"));
    }
    CRC32 sum = new CRC32();
    sum.update(bytes.toByteArray());
    return sum.getValue();
  }

  @Probe(call = "java.lang.System#currentTimeMillis", by = Way.HELPER)
  public static String fileName(WorkflowContext ctx) {
    return Stamps.fileName("report");
  }

  @Probe(call = "java.time.LocalTime#now", by = Way.HELPER)
  public static boolean officeHours(WorkflowContext ctx) {
    return new Stamps.Office(9, 17).isOpen();
  }

  @Probe(call = "java.time.LocalTime#now", by = Way.LAMBDA)
  public static List<String> stamped(WorkflowContext ctx) {
    return Stream.of("a", "b").map(line -> LocalTime.now() + " " + line).toList();
  }

  @Probe(call = "java.lang.System#nanoTime", by = Way.LAMBDA)
  public static long supplied(WorkflowContext ctx) {
    LongSupplier ticks = () -> System.nanoTime() / 1_000;
    return ticks.getAsLong();
  }

  @Probe(call = "java.time.Instant#now", by = Way.METHOD_REFERENCE)
  public static List<Instant> generated(WorkflowContext ctx) {
    return Stream.generate(Instant::now).limit(2).toList();
  }

  @Probe(call = "java.lang.System#nanoTime", by = Way.METHOD_REFERENCE)
  public static long ticks(WorkflowContext ctx) {
    LongSupplier ticks = System::nanoTime;
    return ticks.getAsLong();
  }

  @Probe(call = "java.time.Instant#now", by = Way.INTERFACE)
  public static Instant throughInterface(WorkflowContext ctx) {
    Stamps.TimeSource source = new Stamps.WallTime();
    return source.time();
  }

  @Probe(call = "java.lang.System#nanoTime", by = Way.INTERFACE)
  public static long throughProxy(WorkflowContext ctx) {
    LongSupplier ticks =
        (LongSupplier)
            Proxy.newProxyInstance(
                TimeProbes.class.getClassLoader(),
                new Class<?>[] {LongSupplier.class},
                (proxy, method, arguments) -> System.nanoTime());
    return ticks.getAsLong();
  }

  @Probe(call = "java.util.Date#<init>", by = Way.SUBCLASS)
  public static long event(WorkflowContext ctx) {
    return new Stamps.Event().getTime();
  }

  @Probe(call = "java.time.Clock#millis", by = Way.STATIC_INITIALISER)
  public static long clockOfTheClass(WorkflowContext ctx) {
    return Stamps.CLOCK.millis();
  }

  @Probe(call = "java.time.Instant#now", by = Way.STATIC_INITIALISER)
  public static Instant supplierOfTheClass(WorkflowContext ctx) {
    return Stamps.NOW.get();
  }

  @Probe(call = "java.time.Instant#now", by = Way.STATIC_INITIALISER)
  public static Instant startOfTheProcess(WorkflowContext ctx) {
    return Started.AT;
  }

  @Probe(call = "java.lang.System#nanoTime", by = Way.REFLECTION)
  public static Object reflected(WorkflowContext ctx) throws Exception {
    return (Long) System.class.getMethod("nanoTime").invoke(null);
  }

  @Probe(call = "java.lang.System#currentTimeMillis", by = Way.METHOD_HANDLE)
  public static long handled(WorkflowContext ctx) throws Throwable {
    MethodHandle time =
        MethodHandles.lookup()
            .findStatic(System.class, "currentTimeMillis", MethodType.methodType(long.class));
    return (long) time.invokeExact();
  }

  @Probe(call = "com.google.common.base.Stopwatch#createStarted", by = Way.LIBRARY)
  public static long guavaStopwatch(WorkflowContext ctx) {
    return Stopwatch.createStarted().elapsed(TimeUnit.NANOSECONDS);
  }

  @Probe(call = "org.apache.commons.lang3.time.StopWatch#start", by = Way.LIBRARY)
  public static long commonsStopWatch(WorkflowContext ctx) {
    StopWatch watch = new StopWatch();
    watch.start();
    return watch.getNanoTime();
  }

  @Probe(call = "java.lang.System#nanoTime", by = Way.LIBRARY)
  public static String memoized(WorkflowContext ctx) {
    Supplier<String> rate = Suppliers.memoizeWithExpiration(() -> "1.08", 1, TimeUnit.SECONDS)::get;
    return rate.get();
  }

  /** What a field of its own class would be. */
  static final class Started {
    static final Instant AT = Instant.now();

    private Started() {}
  }
}

package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Static fields, class initialisers and monitors. */
class StaticStateTest {
  @TempDir Path directory;

  private List<String> check(String... sources) {
    Sources all = new Sources(directory);
    for (String source : sources) {
      all.add(source);
    }
    return Sources.lines(all.check());
  }

  @Test
  void forbidsWritesOfStaticFieldsAndWarnsOfReadsOfThoseThatChange() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  static int count;
                  static final int LIMIT = Integer.parseInt("7");
                  public static int run(WorkflowContext ctx) {
                    count = 4;
                    return count + LIMIT;
                  }
                }
                """))
        .containsExactly(
            "forbid !putstatic app.Flow.count app.Flow.run:5",
            "warn !getstatic-mutable app.Flow.count app.Flow.run:6");
  }

  @Test
  void warnsOfContainersThatTheProjectChangesAndOfNoOthers() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  static final Map<String, String> CACHE = new HashMap<>();
                  static final Map<String, String> NAMES = new HashMap<>();
                  static final int[] TOTALS = new int[3];
                  static final int[] WEIGHTS = {1, 2, 3};
                  static { NAMES.put("a", "b"); }
                  public static String run(WorkflowContext ctx) {
                    TOTALS[1] += WEIGHTS[0];
                    return CACHE.computeIfAbsent("a", NAMES::get);
                  }
                }
                """))
        .containsExactly(
            "warn !getstatic-container app.Flow.TOTALS app.Flow.run:8",
            "warn !getstatic-container app.Flow.CACHE app.Flow.run:9");
  }

  @Test
  void warnsOfStaticCountersAndGenerators() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  static final java.util.concurrent.atomic.AtomicLong IDS =
                      new java.util.concurrent.atomic.AtomicLong();
                  static final Random DICE = new Random(42);
                  public static long run(WorkflowContext ctx) {
                    return IDS.incrementAndGet()
                        + DICE.nextInt();
                  }
                }
                """))
        .containsExactly(
            "warn !getstatic-container app.Flow.DICE app.Flow.run:6",
            "warn !getstatic-container app.Flow.IDS app.Flow.run:6");
  }

  @Test
  void findsWhatTheValueOfAStaticFieldIsMadeOf() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static String run(WorkflowContext ctx) {
                    return Config.REGION + Config.START + Config.FIXED + Config.isDebug();
                  }
                }
                """,
                """
                class Config {
                  static final String FIXED = "x".repeat(3);
                  static final String REGION = System.getenv("REGION").strip();
                  static final long START = Clocks.read();
                  static final String UNREAD = System.getProperty("user.name");
                  private static final boolean DEBUG = System.getenv("DEBUG") != null;
                  static boolean isDebug() { return DEBUG; }
                }
                """,
                "class Clocks { static long read() { return System.nanoTime(); } }"))
        .containsExactlyInAnyOrder(
            "forbid java.lang.System#getenv(String) app.Flow.run:3 > app.Config.<clinit>:3",
            "forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Config.<clinit>:4 >"
                + " app.Clocks.read:1",
            "forbid java.lang.System#getenv(String) app.Flow.run:3 > app.Config.isDebug:7 >"
                + " app.Config.<clinit>:6");
  }

  @Test
  void findsLambdasAndObjectsThatStaticFieldsHold() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  static final Supplier<Instant> NOW = Instant::now;
                  static final Supplier<Long> NANOS = () -> System.nanoTime();
                  static final Source SOURCE = new Bad();
                  public static void run(WorkflowContext ctx) {
                    NOW.get();
                    NANOS.get();
                    SOURCE.next();
                    Op.ADD.apply();
                  }
                }
                """,
                "interface Source { long next(); }",
                "class Bad implements Source { public long next() { return System.nanoTime(); } }",
                """
                enum Op {
                  ADD { long apply() { return System.currentTimeMillis(); } };
                  abstract long apply();
                }
                """))
        .containsExactlyInAnyOrder(
            "forbid java.time.Instant#now() app.Flow.run:6 > app.Flow.<clinit>:2",
            "forbid java.lang.System#nanoTime() app.Flow.run:7 > app.Flow.<clinit>:3 >"
                + " app.Flow.<clinit>:3",
            "forbid java.lang.System#nanoTime() app.Flow.run:8 > app.Bad.next:1",
            "forbid java.lang.System#currentTimeMillis() app.Flow.run:9 > app.Op$1.apply:2");
  }

  @Test
  void warnsOfSynchronizedBlocksAndMethods() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx, Object lock) {
                    synchronized (lock) {
                      held();
                    }
                  }
                  static synchronized int held() {
                    return 1;
                  }
                }
                """))
        .containsExactly(
            "warn !monitorenter app.Flow.run:3",
            "warn !monitorenter app.Flow.run:4 > app.Flow.held:8");
  }

  @Test
  void takesTheSwitchOverAnEnumAndAssertionsForWhatTheyAre() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  enum Colour { RED, GREEN }
                  public static int run(WorkflowContext ctx, Colour colour) {
                    assert colour != null : "none";
                    switch (colour) {
                      case RED: return Colour.values().length;
                      default: return colour.ordinal();
                    }
                  }
                }
                """))
        .isEmpty();
  }
}

package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a body reaches, and how. Lines count from that of the source's first word. */
class CallGraphTest {
  @TempDir Path directory;

  private List<String> check(String... sources) {
    Sources all = new Sources(directory);
    for (String source : sources) {
      all.add(source);
    }
    return Sources.lines(all.check());
  }

  @Test
  void looksIntoMigrationCode() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx) {}
                  record Moved(long at) {}
                  @Migrates(from = "step:a")
                  static Moved moved() { return new Moved(System.nanoTime()); }
                  static long plain() { return System.nanoTime(); }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.moved:5");
  }

  @Test
  void findsACallInTheBody() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  public long run(WorkflowContext ctx) {
                    return System.nanoTime();
                  }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.run:3");
  }

  @Test
  void findsACallThroughHelpersByTheShortestWay() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx) {
                    return far() + near();
                  }
                  static long far() {
                    return near();
                  }
                  static long near() {
                    return System.currentTimeMillis();
                  }
                }
                """))
        .containsExactly(
            "forbid java.lang.System#currentTimeMillis() app.Flow.run:3 > app.Flow.near:9");
  }

  @Test
  void findsLambdasAndMethodReferencesWhereTheyAreMade() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx, List<String> in) {
                    in.forEach(each -> System.nanoTime());
                    Supplier<Instant> now = Instant::now;
                    java.util.function.Function<String, Random> make = any -> new Random();
                    Supplier<Random> other = Random::new;
                  }
                }
                """))
        .containsExactly(
            "forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Flow.run:3",
            "forbid java.time.Instant#now() app.Flow.run:4",
            "forbid java.util.Random#<init>() app.Flow.run:5 > app.Flow.run:5",
            "forbid java.util.Random#<init>() app.Flow.run:6");
  }

  @Test
  void doesNotLookIntoSteps() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  public long run(WorkflowContext ctx) {
                    Fn.F0<Long, RuntimeException> kept = () -> System.nanoTime();
                    long a = ctx.step(Clocks::read);
                    long b = ctx.step("inline", () -> System.nanoTime());
                    return a + b + ctx.step("local", kept);
                  }
                }
                """,
                """
                public class Clocks {
                  @Function public long read() { return System.nanoTime(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void looksIntoAFunctionThatIsCalledWithoutAStep() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  public long run(WorkflowContext ctx) {
                    return new Clocks().read();
                  }
                }
                """,
                """
                public class Clocks {
                  @Function public long read() { return System.nanoTime(); }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Clocks.read:2");
  }

  @Test
  void looksIntoAStepsLambdaThatIsCalledAsWell() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  public long run(WorkflowContext ctx) {
                    Fn.F0<Long, RuntimeException> kept = () -> System.nanoTime();
                    return kept.call() + ctx.step("local", kept) + apply(kept);
                  }
                  static long apply(Fn.F0<Long, RuntimeException> fn) { return fn.call(); }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Flow.run:3");
  }

  @Test
  void leadsInterfacesToTheObjectsThatAreMade() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx) {
                    Source source = new Bad();
                    return source.next();
                  }
                }
                """,
                "interface Source { long next(); }",
                "class Good implements Source { public long next() { return 1; } }",
                "class Bad implements Source { public long next() { return System.nanoTime(); } }",
                "class Worse implements Source { public long next() { return new Random().nextLong(); } }"))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.run:4 > app.Bad.next:1");
  }

  @Test
  void leadsInterfacesWithoutAnObjectToAllThatTheProjectHas() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx, Source source) {
                    return source.next();
                  }
                }
                """,
                "interface Source { long next(); }",
                "class Good implements Source { public long next() { return 1; } }",
                "class Bad implements Source { public long next() { return System.nanoTime(); } }"))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.run:3 > app.Bad.next:1");
  }

  @Test
  void findsWhatTheJdkCallsBack() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx, List<String> in) {
                    in.sort(new ByChance());
                    in.removeIf(new Predicate<String>() {
                      public boolean test(String each) { return System.nanoTime() > 0; }
                    });
                  }
                }
                """,
                """
                class ByChance implements Comparator<String> {
                  public int compare(String a, String b) { return new Random().nextInt(); }
                }
                """))
        .containsExactly(
            "forbid java.util.Random#<init>() app.Flow.run:3 > app.ByChance.compare:2",
            "forbid java.lang.System#nanoTime() app.Flow.run:4 > app.Flow$1.test:5");
  }

  @Test
  void checksTheConstructorOfTheWorkflow() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  private final long start = System.nanoTime();
                  public long run(WorkflowContext ctx) { return start; }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Flow.<init>:2");
  }

  @Test
  void tellsOnceOfWhatABodyReachesThroughAnother() {
    assertThat(
            check(
                """
                @Workflow public class Flow {
                  public long run(WorkflowContext ctx) { return Helper.help(ctx); }
                }
                """,
                """
                @Durable public class Helper {
                  public static long help(WorkflowContext ctx) { return System.nanoTime(); }
                }
                """))
        .containsExactly("forbid java.lang.System#nanoTime() app.Helper.help:2");
  }

  @Test
  void findsOneCallOnceForEachBody() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void one(WorkflowContext ctx) { both(); both(); }
                  public static void two(WorkflowContext ctx) { both(); }
                  static void both() { System.nanoTime(); }
                }
                """))
        .containsExactly(
            "forbid java.lang.System#nanoTime() app.Flow.one:2 > app.Flow.both:4",
            "forbid java.lang.System#nanoTime() app.Flow.two:3 > app.Flow.both:4");
  }

  @Test
  void findsCallsThroughReflectionWithConstants() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx) throws Exception {
                    System.class.getMethod("nanoTime").invoke(null);
                    Class<?> type = Class.forName("java.util.UUID");
                    var method = type.getDeclaredMethod("randomUUID");
                    method.invoke(null);
                    Flow.class.getDeclaredMethod("own").invoke(null);
                    Random.class.getConstructor(long.class).newInstance(42L);
                    Random.class.getConstructor().newInstance();
                  }
                  static void own() { Thread.yield(); }
                }
                """))
        .contains(
            "forbid java.lang.System#nanoTime() app.Flow.run:3",
            "forbid java.util.UUID#randomUUID() app.Flow.run:6",
            "forbid java.lang.Thread#yield() app.Flow.run:7 > app.Flow.own:11",
            "forbid java.util.Random#<init>() app.Flow.run:9")
        .noneMatch(line -> line.contains("run:8"));
  }

  @Test
  void findsMethodHandlesWhereTheyAreMade() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx) throws Throwable {
                    return (long) java.lang.invoke.MethodHandles.lookup()
                        .findStatic(System.class, "nanoTime",
                            java.lang.invoke.MethodType.methodType(long.class))
                        .invokeExact();
                  }
                }
                """))
        .anyMatch(line -> line.startsWith("forbid java.lang.System#nanoTime() app.Flow.run:"));
  }

  @Test
  void findsTheToStringBehindAConcatenation() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static String run(WorkflowContext ctx) {
                    Token token = new Token();
                    return "token " + token;
                  }
                }
                """,
                """
                class Token {
                  public String toString() { return UUID.randomUUID().toString(); }
                }
                """))
        .containsExactly(
            "forbid java.util.UUID#randomUUID() app.Flow.run:4 > app.Token.toString:2");
  }

  @Test
  void looksIntoTheProjectsOwnImplementationInsteadOfJudgingItsInterface() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx) {
                    new Direct().execute(() -> {});
                    new Thread(() -> {}).start();
                  }
                }
                """,
                """
                class Direct implements java.util.concurrent.Executor {
                  public void execute(Runnable task) { task.run(); }
                }
                """))
        .containsExactly("forbid java.lang.Thread#start() app.Flow.run:4");
  }
}

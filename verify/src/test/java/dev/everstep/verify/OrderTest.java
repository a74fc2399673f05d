package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identity hash codes and salted collections, and what is made in an allowed way. */
class OrderTest {
  @TempDir Path directory;

  private List<String> check(String... sources) {
    Sources all = new Sources(directory);
    for (String source : sources) {
      all.add(source);
    }
    return Sources.lines(all.check());
  }

  @Test
  void warnsOfSaltedCollectionsUnlessTheyAreOnlyAsked() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  static final Set<String> STATIC = Set.of("a", "b");
                  public static Object run(WorkflowContext ctx, List<String> in) {
                    boolean a = Set.of("a", "b").contains("c");
                    boolean b = STATIC.contains("c");
                    in.removeIf(STATIC::contains);
                    in.removeAll(Set.of("a", "b"));
                    new TreeSet<>(Set.of("a", "b")).first();
                    Map<String, String> one = Map.of("a", "b");
                    for (String each : STATIC) { in.add(each); }
                    return Set.of("a", "b");
                  }
                }
                """))
        .containsExactly(
            "warn java.util.Set#of(Object,Object) app.Flow.run:10 > app.Flow.<clinit>:2",
            "warn java.util.Set#of(Object,Object) app.Flow.run:11");
  }

  @Test
  void warnsOfIdentityHashCodes() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  enum Colour { RED }
                  static class Plain {}
                  record Named(String name, int size) {}
                  record Coloured(String name, Colour colour) {}
                  static class Own { public int hashCode() { return 7; } }
                  public static int run(WorkflowContext ctx, Colour colour, Plain plain, Object any) {
                    int a = colour.hashCode();
                    int b = plain.hashCode();
                    int c = new Object().hashCode();
                    int d = new Coloured("a", colour).hashCode();
                    int e = Objects.hash("a", colour);
                    String f = "plain " + plain;
                    int g = new Named("a", 1).hashCode() + new Own().hashCode() + any.hashCode()
                        + "a".hashCode() + List.of("a").hashCode() + Objects.hash("a", 7);
                    return System.identityHashCode(plain);
                  }
                }
                """))
        .containsExactly(
            "warn app.Flow$Colour#hashCode() app.Flow.run:8",
            "warn app.Flow$Plain#hashCode() app.Flow.run:9",
            "warn java.lang.Object#hashCode() app.Flow.run:10",
            "warn app.Flow$Coloured#hashCode() app.Flow.run:11",
            "warn app.Flow$Colour#hashCode() app.Flow.run:12",
            "warn app.Flow$Plain#toString() app.Flow.run:13",
            "warn java.lang.System#identityHashCode(Object) app.Flow.run:16");
  }

  @Test
  void warnsOfIteratingHashTablesWithIdentityKeys() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  enum Colour { RED }
                  public static void run(WorkflowContext ctx, List<String> in, List<Colour> colours) {
                    Set<Colour> set = new HashSet<>(colours);
                    for (Colour each : set) { in.add(each.name()); }
                    Map<Class<?>, String> map = new HashMap<>();
                    map.put(String.class, "a");
                    map.forEach((key, value) -> in.add(value));
                    Set<Object> other = new HashSet<>();
                    other.add(Colour.RED);
                    in.add(new ArrayList<>(other).get(0).toString());
                    Set<Colour> asked = new HashSet<>(colours);
                    asked.contains(Colour.RED);
                    Set<String> strings = new HashSet<>(in);
                    in.addAll(strings);
                    Set<Colour> sorted = new TreeSet<>(colours);
                    Map<Colour, String> enums = new EnumMap<>(Colour.class);
                    for (Colour each : sorted) { in.addAll(enums.values()); }
                  }
                }
                """))
        .containsExactly(
            "warn !hash-iteration app.Flow$Colour app.Flow.run:5",
            "warn !hash-iteration java.lang.Class app.Flow.run:8",
            "warn !hash-iteration app.Flow$Colour app.Flow.run:11");
  }

  @Test
  void knowsAnObjectThroughALocalOfAWiderType() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx, List<String> in) {
                    Map<String, String> map = new IdentityHashMap<>();
                    in.addAll(map.keySet());
                    Collection<String> heap = new PriorityQueue<>(in);
                    for (String each : heap) { in.add(each); }
                  }
                }
                """))
        .containsExactly(
            "warn java.util.IdentityHashMap#keySet() app.Flow.run:4",
            "warn java.util.PriorityQueue#iterator() app.Flow.run:6");
  }

  @Test
  void allowsWhatIsMadeOfAFixedClockOrASeed() {
    assertThat(
            check(
                """
                @Durable public class Flow {
                  public static void run(WorkflowContext ctx, Clock given) {
                    Clock fixed = Clock.fixed(ctx.now(), ZoneOffset.UTC);
                    fixed.instant();
                    new Random(42).doubles();
                    java.util.stream.StreamSupport.stream(List.of("a").spliterator(), false)
                        .forEach(each -> {});
                    given.instant();
                  }
                }
                """))
        .containsExactly("warn java.time.Clock#instant() app.Flow.run:8");
  }
}

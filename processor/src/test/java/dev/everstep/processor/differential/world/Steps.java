package dev.everstep.processor.differential.world;

import dev.everstep.StepContext;
import dev.everstep.annotations.Function;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Static functions; each logs its name and arguments. */
@Function
public final class Steps {
  private Steps() {}

  public static int zero() {
    Effects.log("zero");
    return 0;
  }

  public static void ping() {
    Effects.log("ping");
  }

  public static int inc(int n) {
    Effects.log("inc " + n);
    return n + 1;
  }

  public static int add(int a, int b) {
    Effects.log("add " + a + " " + b);
    return a + b;
  }

  public static int sum6(int a, int b, int c, int d, int e, int f) {
    Effects.log("sum6 " + a + b + c + d + e + f);
    return a + 10 * (b + 10 * (c + 10 * (d + 10 * (e + 10 * f))));
  }

  public static long twice(long n) {
    Effects.log("twice " + n);
    return 2 * n;
  }

  public static double half(double n) {
    Effects.log("half " + n);
    return n / 2;
  }

  public static float third(float n) {
    Effects.log("third " + n);
    return n / 3;
  }

  public static char next(char c) {
    Effects.log("next " + c);
    return (char) (c + 1);
  }

  public static byte low(int n) {
    Effects.log("low " + n);
    return (byte) n;
  }

  public static short mid(int n) {
    Effects.log("mid " + n);
    return (short) n;
  }

  public static boolean odd(int n) {
    Effects.log("odd " + n);
    return n % 2 != 0;
  }

  public static boolean not(boolean b) {
    Effects.log("not " + b);
    return !b;
  }

  public static @Nullable Integer boxed(int n) {
    Effects.log("boxed " + n);
    return n < 0 ? null : n;
  }

  public static String text(String of) {
    Effects.log("text " + of);
    return "<" + of + ">";
  }

  public static @Nullable String orNull(@Nullable String of) {
    Effects.log("orNull " + of);
    return "null".equals(of) ? null : of;
  }

  public static void note(String of) {
    Effects.log("note " + of);
  }

  public static int[] ints(int count) {
    Effects.log("ints " + count);
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i * 10;
    }
    return all;
  }

  public static int[][] grid(int rows, int columns) {
    Effects.log("grid " + rows + " " + columns);
    int[][] all = new int[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        all[i][k] = i * 10 + k;
      }
    }
    return all;
  }

  public static int total(int[] of) {
    Effects.log("total " + Arrays.toString(of));
    return Arrays.stream(of).sum();
  }

  public static String[] parts(String of) {
    Effects.log("parts " + of);
    return of.split(",");
  }

  public static List<String> words(String of) {
    Effects.log("words " + of);
    return new ArrayList<>(List.of(of.split(",")));
  }

  public static Set<String> distinct(List<String> of) {
    Effects.log("distinct " + of);
    return new LinkedHashSet<>(of);
  }

  public static String join(List<String> of) {
    Effects.log("join " + of);
    return String.join("+", of);
  }

  public static Map<String, List<Integer>> index(List<String> of) {
    Effects.log("index " + of);
    Map<String, List<Integer>> all = new LinkedHashMap<>();
    for (int i = 0; i < of.size(); i++) {
      all.computeIfAbsent(of.get(i), word -> new ArrayList<>()).add(i);
    }
    return all;
  }

  public static List<Map<String, Item>> shelves(int count) {
    Effects.log("shelves " + count);
    List<Map<String, Item>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Item> shelf = new LinkedHashMap<>();
      shelf.put("k" + i, new Item("i" + i, i, List.of("t" + i, "u")));
      all.add(shelf);
    }
    return all;
  }

  public static Item item(String name, int count) {
    Effects.log("item " + name + " " + count);
    return new Item(name, count, List.of(name, "x"));
  }

  public static Pair<String, List<Long>> pair(String name, long n) {
    Effects.log("pair " + name + " " + n);
    return new Pair<>(name, new ArrayList<>(List.of(n, n + 1)));
  }

  public static Shape shape(String kind) {
    Effects.log("shape " + kind);
    return kind.equals("circle") ? new Shape.Circle(2) : new Shape.Box(3, 4);
  }

  public static Color color(int n) {
    Effects.log("color " + n);
    return Color.values()[Math.floorMod(n, 3)];
  }

  public static Optional<String> maybe(String of) {
    Effects.log("maybe " + of);
    return of.isEmpty() ? Optional.empty() : Optional.of(of + "?");
  }

  public static BigDecimal price(String of) {
    Effects.log("price " + of);
    return new BigDecimal(of);
  }

  public static Instant later(Instant from, Duration by) {
    Effects.log("later " + from + " " + by);
    return from.plus(by);
  }

  public static LocalDate day(int n) {
    Effects.log("day " + n);
    return LocalDate.of(2024, 2, 27).plusDays(n);
  }

  public static UUID id(long n) {
    Effects.log("id " + n);
    return new UUID(n, ~n);
  }

  public static Deque<Integer> queue(int n) {
    Effects.log("queue " + n);
    Deque<Integer> all = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      all.addFirst(i);
    }
    return all;
  }

  public static Cell cell(int value) {
    Effects.log("cell " + value);
    Cell made = new Cell();
    made.value = value;
    made.text = "c" + value;
    made.parts.add(value);
    return made;
  }

  public static String keyed(StepContext step, String of) {
    Effects.log("keyed " + of + " " + step.idempotencyKey());
    return of + step.attempt();
  }

  public static void keyedNote(StepContext step) {
    Effects.log("keyedNote " + step.idempotencyKey());
  }

  /** Fails as asked: io, file, refused, state, number; anything else succeeds. */
  public static String risky(String how) throws IOException, RefusedException {
    Effects.log("risky " + how);
    switch (how) {
      case "io":
        throw new IOException("disk", new IllegalStateException("cause"));
      case "file":
        throw new FileNotFoundException("file");
      case "refused":
        throw new RefusedException("no", 42);
      case "state":
        throw new IllegalStateException("state");
      case "number":
        throw new NumberFormatException("number");
      default:
        return "ok " + how;
    }
  }

  /** Fails as {@link #risky}, but for one checked exception only. */
  public static String disk(String how) throws IOException {
    try {
      return risky(how);
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Fails on multiples of three with a checked exception, and on 5 with an unchecked one. */
  public static int picky(int n) throws RefusedException {
    Effects.log("picky " + n);
    if (n % 3 == 0) {
      throw new RefusedException("three " + n, n);
    }
    if (n == 5) {
      throw new IllegalArgumentException("five");
    }
    return n * 2;
  }

  /** Fails below zero. */
  public static int positive(int n) {
    Effects.log("positive " + n);
    if (n < 0) {
      throw new IllegalArgumentException("negative " + n);
    }
    return n;
  }
}

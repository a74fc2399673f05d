package dev.everstep.processor.differential.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The effects of one run in their order. One run at a time, on one thread. */
public final class Effects {
  /** Stops a program that would not end by itself; no test program has so many effects. */
  private static final int LIMIT = 20_000;

  private static final List<String> LOG = new ArrayList<>();

  private Effects() {}

  /** Adds an effect. */
  public static void log(String effect) {
    if (LOG.size() >= LIMIT) {
      throw new AssertionError("more than " + LIMIT + " effects: the program does not end");
    }
    LOG.add(effect);
  }

  /** Returns its argument; the order in which plain code is evaluated is an effect too. */
  public static <T> T seen(T value) {
    log("seen " + value);
    return value;
  }

  /** As {@link #seen}, without boxing. */
  public static int at(int value) {
    log("at " + value);
    return value;
  }

  /** As {@link #seen}, without boxing. */
  public static boolean is(boolean value) {
    log("is " + value);
    return value;
  }

  /** Adds a failure that the program caught. */
  public static void caught(Throwable failure) {
    log("caught " + shown(failure));
  }

  /**
   * Returns type and message; without the message where the JVM writes it, since that names the
   * local or the machine's field.
   */
  public static String shown(Throwable failure) {
    return failure instanceof NullPointerException
        ? failure.getClass().getName()
        : failure.getClass().getName() + ": " + failure.getMessage();
  }

  /** Returns the end of a text; keeps the texts of a loop from growing without bound. */
  public static String clip(String text) {
    return text.length() <= 24 ? text : text.substring(text.length() - 24);
  }

  /** Returns the sum; a method with a variable number of arguments. */
  public static int sum(int... all) {
    log("sum " + Arrays.toString(all));
    return Arrays.stream(all).sum();
  }

  /** Returns the larger one; other than {@code Math.max} it is the only one of its name. */
  public static int larger(int a, int b) {
    return Math.max(a, b);
  }

  /** Returns the smaller one. */
  public static int smaller(int a, int b) {
    return Math.min(a, b);
  }

  /** Returns a list that can be changed. */
  public static List<Integer> list(int... all) {
    return new ArrayList<>(Arrays.stream(all).boxed().toList());
  }

  /** Returns a list that can be changed. */
  public static List<Long> longs(long... all) {
    return new ArrayList<>(Arrays.stream(all).boxed().toList());
  }

  /** Returns a list that cannot be changed. */
  public static List<String> texts(String... all) {
    return List.of(all);
  }

  /** Returns a list that can be changed. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static <T extends @Nullable Object> List<T> all(T... elements) {
    return new ArrayList<>(Arrays.asList(elements));
  }

  /** Returns a map from k and l. */
  public static Map<String, List<Integer>> map(List<Integer> k, List<Integer> l) {
    return new TreeMap<>(Map.of("k", k, "l", l));
  }

  /** Returns the text of a value, with what is in arrays and cells. */
  public static String deep(@Nullable Object value) {
    if (value instanceof int[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof Cell cell
        ? "" + cell.value + clip(cell.text) + cell.small + cell.parts + Arrays.toString(cell.slots)
        : String.valueOf(value);
  }

  /** Returns the effects since the last call. */
  public static List<String> drain() {
    List<String> all = List.copyOf(LOG);
    LOG.clear();
    return all;
  }
}

package dev.everstep.processor.corpus;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arguments of simple types, the same for the same seed. */
final class Arguments {
  private static final String[] TEXTS = {
    "",
    " ",
    "a",
    "abc",
    "aXbXc",
    "  two words ",
    "12",
    "-3.50",
    "0x1F",
    "1e5",
    "true",
    "no",
    "é§",
    "ABC",
    "a,b,,c",
    "\t\n",
    "java.lang.String",
    "int[]",
    "00042",
    "x".repeat(30),
    "\uD83D\uDE00",
    "a{b}c",
    "&amp;<x>"
  };
  private static final long[] NUMBERS = {
    0, 1, -1, 2, 3, 5, 7, 10, 16, 31, -8, 64, 97, 127, 255, 1000, -32768, 65536, 86_400_000
  };
  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          int.class,
          Integer.class,
          Object.class,
          int[].class,
          String[][].class,
          Map.class,
          Map.Entry.class,
          Number.class,
          Runnable.class,
          Thread.State.class,
          void.class);

  private final Random random;
  private final Map<String, Supplier<Object>> known = new HashMap<>();

  Arguments(long seed) {
    random = new Random(seed);
    known.put("java.lang.String", this::text);
    known.put("java.lang.CharSequence", this::text);
    known.put("java.lang.Class", () -> CLASSES.get(random.nextInt(CLASSES.size())));
    known.put("java.lang.Object", this::any);
    known.put("java.lang.Comparable", this::text);
    known.put("java.lang.Number", () -> (int) number());
    known.put(
        "java.lang.Throwable", () -> new IllegalStateException(text(), new Exception("inner")));
    known.put("java.math.BigDecimal", () -> BigDecimal.valueOf(number(), 2));
    known.put("java.math.BigInteger", () -> BigInteger.valueOf(number()));
    known.put("java.time.Duration", () -> Duration.ofMillis(number()));
    known.put("java.util.Date", () -> new Date(number() * 1_000_003));
    known.put("java.util.Locale", () -> random.nextBoolean() ? Locale.ROOT : Locale.FRANCE);
    known.put("java.nio.charset.Charset", () -> StandardCharsets.UTF_8);
    known.put("java.util.List", this::texts);
    known.put("java.util.Collection", this::texts);
    known.put("java.lang.Iterable", this::texts);
    scalar("int", "Integer", n -> (int) n.longValue());
    scalar("long", "Long", n -> n);
    scalar("short", "Short", n -> (short) n.longValue());
    scalar("byte", "Byte", n -> (byte) n.longValue());
    scalar("char", "Character", n -> (char) (n < 128 && n >= 0 ? n : 'x'));
    scalar("float", "Float", n -> n % 7 == 6 ? Float.NaN : n / 4f);
    scalar("double", "Double", n -> n % 7 == 6 ? Double.NaN : n / 8d);
    scalar("boolean", "Boolean", n -> n % 2 != 0);
  }

  private void scalar(String primitive, String box, Function<Long, Object> value) {
    known.put(primitive, () -> value.apply(number()));
    known.put("java.lang." + box, () -> value.apply(number()));
  }

  /** Returns whether there are values of a type, given by its source name. */
  boolean knows(String type) {
    return known.containsKey(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
  }

  /** Returns a value of a type. */
  @Nullable Object next(Class<?> type) {
    if (!type.isPrimitive() && random.nextInt(8) == 0) {
      return null;
    }
    if (!type.isArray()) {
      return known.get(type.getName()).get();
    }
    Object array = Array.newInstance(type.getComponentType(), random.nextInt(5));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, next(type.getComponentType()));
    }
    return array;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.add(text());
    }
    return texts;
  }

  private Object any() {
    return random.nextInt(3) == 0 ? (Object) (int) number() : text();
  }

  private long number() {
    return random.nextBoolean() ? random.nextInt(12) - 2 : NUMBERS[random.nextInt(NUMBERS.length)];
  }
}

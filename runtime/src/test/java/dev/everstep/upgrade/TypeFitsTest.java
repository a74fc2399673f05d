package dev.everstep.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.EverstepException;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What fits, against the codec: values of each type are stored, and read as each other type. */
class TypeFitsTest {
  /** In percent of all pairs: what a few samples let pass, and other values would not. */
  private static final int STRICT_MAX = 2;

  private static final FrameCodec CODEC = new FrameCodec(new ValueCodec());

  enum Color {
    RED,
    GREEN
  }

  enum Wide {
    GREEN,
    RED,
    BLUE
  }

  record Point(int x, int y) {}

  record Longs(long x, long y) {}

  record Deep(int x, int y, int z) {}

  record Noted(int x, int y, String note) {}

  record Flat(int x) {}

  record Named(String name) {}

  record MaybeNamed(Optional<String> name) {}

  record Boxed(Integer x, Integer y) {}

  record Holder(List<Point> points) {}

  record WideHolder(List<Longs> points) {}

  record Pair<A, B>(A left, B right) {}

  /** A type and values of it. */
  private record Sample(Type type, List<@Nullable Object> values) {
    @Override
    public String toString() {
      return text(type);
    }
  }

  private static Sample sample(Type type, @Nullable Object... values) {
    return new Sample(type, Arrays.asList(values));
  }

  private static final List<Sample> SAMPLES =
      List.of(
          sample(boolean.class, true, false),
          sample(Boolean.class, true, null),
          sample(byte.class, (byte) -7),
          sample(short.class, Short.MIN_VALUE),
          sample(char.class, 'x', '7'),
          sample(int.class, 0, Integer.MAX_VALUE, -1),
          sample(Integer.class, 5, null),
          sample(long.class, 1L, Long.MAX_VALUE),
          sample(Long.class, Long.MIN_VALUE, null),
          sample(float.class, 0.1f, 2f, Float.NaN),
          sample(double.class, 0.1, 1e300, 2.0, Double.NEGATIVE_INFINITY),
          sample(Double.class, 1.5, null),
          sample(BigInteger.class, BigInteger.TWO.pow(70), BigInteger.ONE),
          sample(BigDecimal.class, new BigDecimal("1.50"), BigDecimal.TEN),
          sample(String.class, "", "abc", "7", "RED", "true", null),
          sample(UUID.class, new UUID(1, 2)),
          sample(URI.class, URI.create("a:b")),
          sample(Instant.class, Instant.EPOCH),
          sample(LocalDate.class, LocalDate.EPOCH),
          sample(Duration.class, Duration.ofMillis(1500)),
          sample(Color.class, Color.RED, Color.GREEN),
          sample(Wide.class, Wide.GREEN, Wide.BLUE),
          sample(Types.of(Optional.class, String.class), Optional.of("abc"), Optional.empty()),
          sample(Types.of(Optional.class, Integer.class), Optional.of(5), Optional.empty()),
          sample(int[].class, new int[] {1, 2}),
          sample(long[].class, new long[] {1, Long.MAX_VALUE}),
          sample(byte[].class, new byte[] {1, 2, 3}),
          sample(char[].class, new char[] {'a', 'b'}),
          sample(String[].class, (Object) new String[] {"a", "b"}),
          sample(Integer[].class, (Object) new Integer[] {1, null}),
          sample(
              Types.of(List.class, Integer.class),
              List.of(1, 2),
              new ArrayList<>(List.of(1, 1)),
              new LinkedList<>(List.of(3))),
          sample(Types.of(List.class, Long.class), List.of(1L, Long.MAX_VALUE)),
          sample(Types.of(List.class, String.class), List.of("a"), new ArrayList<>(List.of("1"))),
          sample(Types.of(ArrayList.class, Integer.class), new ArrayList<>(List.of(1))),
          sample(Types.of(LinkedList.class, Integer.class), new LinkedList<>(List.of(1))),
          sample(Types.of(Collection.class, Integer.class), List.of(1), new TreeSet<>(Set.of(2))),
          sample(
              Types.of(Set.class, Integer.class),
              Set.of(1),
              new LinkedHashSet<>(List.of(2, 1)),
              new TreeSet<>(Set.of(4))),
          sample(Types.of(TreeSet.class, Integer.class), new TreeSet<>(Set.of(4, 3))),
          sample(Types.of(Deque.class, Integer.class), new ArrayDeque<>(List.of(1, 2))),
          sample(
              Types.of(Map.class, String.class, Integer.class),
              Map.of("x", 1),
              new TreeMap<>(Map.of("x", 2, "y", 3))),
          sample(Types.of(Map.class, String.class, Long.class), Map.of("x", Long.MAX_VALUE)),
          sample(Types.of(Map.class, Integer.class, Integer.class), Map.of(1, 2)),
          sample(
              Types.of(Map.class, Color.class, Integer.class), new EnumMap<>(Map.of(Color.RED, 2))),
          sample(Types.of(Set.class, Color.class), EnumSet.of(Color.GREEN)),
          sample(
              Types.of(LinkedHashMap.class, String.class, Integer.class),
              new LinkedHashMap<>(Map.of("y", 1))),
          sample(
              Types.of(TreeMap.class, String.class, Integer.class), new TreeMap<>(Map.of("y", 1))),
          sample(Point.class, new Point(1, 2)),
          sample(Longs.class, new Longs(1, Long.MAX_VALUE)),
          sample(Deep.class, new Deep(1, 2, 3)),
          sample(Noted.class, new Noted(1, 2, "n")),
          sample(Flat.class, new Flat(1)),
          sample(Named.class, new Named("n"), new Named("7")),
          sample(MaybeNamed.class, new MaybeNamed(Optional.of("n"))),
          sample(Boxed.class, new Boxed(1, null)),
          sample(Holder.class, new Holder(List.of(new Point(1, 2)))),
          sample(WideHolder.class, new WideHolder(List.of(new Longs(1, Long.MAX_VALUE)))),
          sample(Types.of(Pair.class, Integer.class, String.class), new Pair<>(1, "a")),
          sample(Types.of(Pair.class, Long.class, String.class), new Pair<>(Long.MAX_VALUE, "a")));

  private static String text(Type type) {
    if (type instanceof ParameterizedType generic) {
      return text(generic.getRawType())
          + Arrays.stream(generic.getActualTypeArguments())
              .map(TypeFitsTest::text)
              .collect(Collectors.joining(",", "<", ">"));
    }
    return type instanceof Class<?> raw ? raw.getCanonicalName() : type.getTypeName();
  }

  private static Map<String, StepGraph.Shape> shapes() {
    Map<String, StepGraph.Shape> shapes = new LinkedHashMap<>();
    for (Class<?> type : TypeFitsTest.class.getDeclaredClasses()) {
      List<StepGraph.Value> fields = new ArrayList<>();
      List<String> constants = new ArrayList<>();
      if (type.isRecord()) {
        for (RecordComponent one : type.getRecordComponents()) {
          fields.add(
              new StepGraph.Value(one.getName(), text(one.getGenericType()), null, List.of()));
        }
      } else {
        Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
      }
      List<String> parameters =
          Arrays.stream(type.getTypeParameters()).map(Object::toString).toList();
      shapes.put(
          type.getCanonicalName(),
          new StepGraph.Shape(
              type.isRecord() ? "record" : "enum",
              parameters,
              null,
              List.of(),
              List.of(),
              constants,
              fields));
    }
    return shapes;
  }

  private static final Map<String, StepGraph.Shape> SHAPES = shapes();

  private static Fit fit(Sample from, Sample to) {
    return TypeFits.of(from.toString(), SHAPES, to.toString(), SHAPES, "v");
  }

  /** Reads a value as another type; throws what a run would be stuck on. */
  private static @Nullable Object read(Sample from, @Nullable Object value, Sample to) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(value);
    Payload stored =
        CODEC.write(
            List.of(new FrameImage("run", "p", List.of(new Local("v", from.type())), values)));
    return CODEC
        .read(stored, frames -> List.of(List.of(new Local("v", to.type()))))
        .get(0)
        .values()
        .get(0);
  }

  @Test
  void whatFitsIsReadForEveryValue() {
    List<String> wrong = new ArrayList<>();
    for (Sample from : SAMPLES) {
      for (Sample to : SAMPLES) {
        if (fit(from, to).fits()) {
          for (Object value : from.values()) {
            try {
              read(from, value, to);
            } catch (EverstepException e) {
              wrong.add(from + " as " + to + ": " + e.getMessage());
            }
          }
        }
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void whatFitsWithoutANoteIsReadAsWhatItWas() {
    List<String> wrong = new ArrayList<>();
    for (Sample from : SAMPLES) {
      for (Sample to : SAMPLES) {
        Fit fit = fit(from, to);
        if (fit.fits() && fit.notes().isEmpty()) {
          for (Object value : from.values()) {
            Object read = read(from, value, to);
            if (!isKept(shown(value), shown(read))) {
              wrong.add(from + " as " + to + ": " + shown(value) + " -> " + shown(read));
            }
          }
        }
      }
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  /** A number may be written with a fraction or an exponent now, and fields may be gone. */
  private static boolean isKept(String before, String after) {
    String was = before.replaceAll("[\\[\\]]", "");
    String is = after.replaceAll("[\\[\\]]|\\.0$", "");
    return was.startsWith(is) || is.contains("E");
  }

  /** Of two types that do not fit, one value at least must be refused or come back as another. */
  @Test
  void whatDoesNotFitIsRefusedOrChangedForSomeValue() {
    List<String> strict = new ArrayList<>();
    for (Sample from : SAMPLES) {
      for (Sample to : SAMPLES) {
        if (!fit(from, to).fits() && from.values().stream().allMatch(one -> same(from, one, to))) {
          strict.add(from + " as " + to);
        }
      }
    }
    assertThat(strict.size() * 100)
        .as("%s", strict)
        .isLessThan(SAMPLES.size() * SAMPLES.size() * STRICT_MAX);
  }

  private static boolean same(Sample from, @Nullable Object value, Sample to) {
    try {
      return shown(value).equals(shown(read(from, value, to)));
    } catch (EverstepException e) {
      return false;
    }
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Record one) {
      String text = one.toString();
      return text.substring(text.indexOf('[')).replaceAll("\\w+\\[", "[");
    }
    if (value instanceof Optional<?> one) {
      return shown(one.orElse(null));
    }
    Class<?> type = value == null ? Object.class : value.getClass();
    if (value == null || !type.isArray()) {
      return String.valueOf(value).replaceAll("(Point|Longs)\\[", "[");
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(Array.get(value, i));
    }
    return elements.toString();
  }
}

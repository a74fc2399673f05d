package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.codec.Samples.Circle;
import dev.everstep.codec.Samples.Color;
import dev.everstep.codec.Samples.Holding;
import dev.everstep.codec.Samples.Shape;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random values of random declared types come back as they were. */
class RandomValuesTest {
  private static final int ROUNDS = 400;

  private final ValueCodec values = new ValueCodec();
  private final FrameCodec frames = new FrameCodec(values);

  @Test
  void valuesComeBackEqual() {
    long seed = seed();
    for (int round = 0; round < ROUNDS; round++) {
      Source source = new Source(new Random(seed + round));
      Typed typed = source.typed(3);
      Object copy = values.copy(typed.value(), typed.type());
      assertThat(new SameValue(values.mapper(), false).between(typed.value(), copy, "it"))
          .as("seed=%d, -Deverstep.seed=%d repeats it: %s", seed, seed + round, typed)
          .isNull();
    }
  }

  @Test
  void framesComeBackWithTheirClassesAndSharing() {
    long seed = seed();
    for (int round = 0; round < ROUNDS; round++) {
      Source source = new Source(new Random(seed + round));
      List<Local> locals = new ArrayList<>();
      List<@Nullable Object> held = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Typed typed = source.typed(3);
        locals.add(new Local("v" + i, typed.type()));
        held.add(typed.value());
        if (source.random.nextBoolean()) {
          locals.add(new Local("w" + i, typed.type()));
          held.add(typed.value());
        }
      }
      FrameImage image = new FrameImage("run", "p", locals, held);
      FrameImage read = frames.read(frames.write(List.of(image)), all -> List.of(locals)).get(0);
      SameValue same = new SameValue(values.mapper(), true);
      Map<Object, Object> copies = new IdentityHashMap<>();
      for (int i = 0; i < held.size(); i++) {
        String as = "seed=" + seed + ", -Deverstep.seed=" + (seed + round) + ": " + locals.get(i);
        assertThat(same.between(held.get(i), read.values().get(i), "it")).as(as).isNull();
        if (held.get(i) instanceof Collection<?> list && Containers.isMutable(list)) {
          Object before = copies.put(list, read.values().get(i));
          assertThat(before == null || before == read.values().get(i)).as(as).isTrue();
        }
      }
    }
  }

  private static long seed() {
    long seed = Long.getLong("everstep.seed", System.nanoTime());
    System.out.println("RandomValuesTest: -Deverstep.seed=" + seed);
    return seed;
  }

  private record Typed(Type type, @Nullable Object value) {}

  /** Makes types, and values for them; what it made it gives again, so that values are shared. */
  private static final class Source {
    final Random random;
    private final Map<Type, List<Object>> made = new HashMap<>();

    Source(Random random) {
      this.random = random;
    }

    Typed typed(int depth) {
      Type type = type(depth);
      return new Typed(type, value(type));
    }

    private Type type(int depth) {
      List<Type> leaves =
          List.of(
              String.class,
              Integer.class,
              Long.class,
              Double.class,
              Character.class,
              Boolean.class,
              BigDecimal.class,
              BigInteger.class,
              UUID.class,
              Instant.class,
              LocalDate.class,
              Duration.class,
              Color.class,
              Shape.class,
              Holding.class,
              int[].class,
              byte[].class);
      if (depth == 0 || random.nextInt(3) == 0) {
        return leaves.get(random.nextInt(leaves.size()));
      }
      Type inner = type(depth - 1);
      return switch (random.nextInt(7)) {
        case 0, 1 -> Types.of(List.class, inner);
        case 2 -> Types.of(Set.class, random.nextBoolean() ? String.class : Color.class);
        case 3 -> Types.of(Map.class, String.class, inner);
        case 4 -> Types.of(Deque.class, inner);
        case 5 -> Types.of(Optional.class, Types.of(List.class, inner));
        default -> Types.arrayOf(inner);
      };
    }

    private Object value(Type type) {
      List<Object> known = made.computeIfAbsent(type, any -> new ArrayList<>());
      if (!known.isEmpty() && random.nextInt(4) == 0) {
        return known.get(random.nextInt(known.size()));
      }
      Object value = fresh(type);
      known.add(value);
      return value;
    }

    private Object fresh(Type type) {
      if (type instanceof ParameterizedType generic) {
        Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == Optional.class) {
          return random.nextBoolean() ? Optional.of(value(last)) : Optional.empty();
        }
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(last));
        }
        if (raw == Map.class) {
          Map<String, Object> map = new LinkedHashMap<>();
          elements.forEach(each -> map.put(text(), each));
          return one(map, List.of(HashMap::new, LinkedHashMap::new, TreeMap::new, Map::copyOf));
        } else if (raw == Set.class) {
          return one(elements, List.of(HashSet::new, LinkedHashSet::new, Set::copyOf));
        } else if (raw == Deque.class) {
          return one(elements, List.of(ArrayDeque::new, LinkedList::new));
        }
        return one(
            elements,
            List.of(
                ArrayList::new, LinkedList::new, List::copyOf, in -> Arrays.asList(in.toArray())));
      } else if (type instanceof GenericArrayType array) {
        return array(rawOf(array.getGenericComponentType()), array.getGenericComponentType());
      }
      return leaf((Class<?>) type);
    }

    private static Class<?> rawOf(Type type) {
      if (type instanceof ParameterizedType generic) {
        return (Class<?>) generic.getRawType();
      } else if (type instanceof GenericArrayType array) {
        return rawOf(array.getGenericComponentType()).arrayType();
      }
      return (Class<?>) type;
    }

    private Object array(Class<?> raw, Type component) {
      Object array = Array.newInstance(raw, random.nextInt(3));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, value(component));
      }
      return array;
    }

    private <A> Object one(A from, List<Function<? super A, Object>> ways) {
      return ways.get(random.nextInt(ways.size())).apply(from);
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append("ab\"\\@{\u0000\u00e9\u20ac".charAt(random.nextInt(9)));
      }
      return text.toString();
    }

    private Object leaf(Class<?> type) {
      if (type.isArray() && !type.getComponentType().isPrimitive()) {
        return array(type.getComponentType(), type.getComponentType());
      } else if (type == String.class) {
        return text();
      } else if (type == Integer.class) {
        return random.nextInt();
      } else if (type == Long.class) {
        return random.nextLong();
      } else if (type == Double.class) {
        return Double.longBitsToDouble(random.nextLong());
      } else if (type == Character.class) {
        return (char) random.nextInt(0xD800);
      } else if (type == Boolean.class) {
        return random.nextBoolean();
      } else if (type == BigDecimal.class) {
        return new BigDecimal(new BigInteger(80, random), random.nextInt(60) - 30);
      } else if (type == BigInteger.class) {
        return new BigInteger(200, random).negate();
      } else if (type == UUID.class) {
        return new UUID(random.nextLong(), random.nextLong());
      } else if (type == Instant.class) {
        return Instant.ofEpochSecond(random.nextLong(1L << 40) - (1L << 39), random.nextInt(1000));
      } else if (type == LocalDate.class) {
        return LocalDate.ofEpochDay(random.nextInt());
      } else if (type == Duration.class) {
        return Duration.ofNanos(random.nextLong());
      } else if (type == Color.class) {
        return Color.values()[random.nextInt(2)];
      } else if (type == Shape.class) {
        return new Circle(random.nextDouble());
      } else if (type == Holding.class) {
        return new Holding(new ArrayList<>(List.of(text())));
      } else if (type == int[].class) {
        return random.ints(3).toArray();
      } else if (type == byte[].class) {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return bytes;
      }
      throw new AssertionError("unhandled: " + type);
    }
  }
}

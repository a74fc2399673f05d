package dev.everstep.codec;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a declared type.
 *
 * @param type Jackson's view of it
 * @param writer writes its values
 * @param reader reads them
 * @param scalar whether its values are immutable, without parts, and known to come back
 * @param closed whether each of its values comes back as it was, so that none need be tried
 */
record TypePlan(
    JavaType type, ObjectWriter writer, ObjectReader reader, boolean scalar, boolean closed) {
  private static final Set<Class<?>> SCALARS =
      Set.of(
          boolean.class,
          byte.class,
          short.class,
          char.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          Instant.class,
          LocalDate.class,
          Duration.class);

  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, ArrayList.class, Collection.class, Iterable.class, Set.class);

  static TypePlan of(JavaType type, ObjectWriter writer, ObjectReader reader, boolean standard) {
    return new TypePlan(
        type, writer, reader, standard && isScalar(type), standard && isClosed(type));
  }

  private static boolean isScalar(JavaType type) {
    return SCALARS.contains(type.getRawClass());
  }

  private static boolean isClosed(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (isScalar(type)) {
      return true;
    } else if (raw.isArray() || CONTAINERS.contains(raw)) {
      return type.getContentType() != null && isClosed(type.getContentType());
    } else if (raw == Map.class || raw == LinkedHashMap.class) {
      return type.getKeyType().hasRawClass(String.class) && isClosed(type.getContentType());
    }
    return raw == Optional.class
        && type.getContentType() != null
        && isScalar(type.getContentType());
  }
}

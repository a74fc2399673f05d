package dev.everstep.processor.differential;

import dev.everstep.processor.differential.world.Effects;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as text that is equal if and only if the values are deeply equal: with the order of
 * collections, the run-time types of scalars and arrays, and the fields of beans.
 */
final class Shown {
  private Shown() {}

  static String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      StringJoiner all = new StringJoiner(", ", type.getSimpleName() + "{", "}");
      for (int i = 0; i < Array.getLength(value); i++) {
        all.add(value(Array.get(value, i)));
      }
      return all.toString();
    }
    if (value instanceof Collection<?> collection) {
      StringJoiner all = new StringJoiner(", ", "[", "]");
      collection.forEach(one -> all.add(value(one)));
      return all.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner all = new StringJoiner(", ", "{", "}");
      map.forEach((key, one) -> all.add(value(key) + "=" + value(one)));
      return all.toString();
    }
    if (value instanceof Throwable thrown) {
      return Effects.shown(thrown) + cause(thrown);
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (type.isRecord() || type.getName().startsWith("dev.everstep.") && !type.isEnum()) {
      return parts(value, type);
    }
    return type.getSimpleName() + " " + value;
  }

  private static String cause(Throwable thrown) {
    return thrown.getCause() == null ? "" : " caused by " + value(thrown.getCause());
  }

  private static String parts(Object value, Class<?> type) {
    if (value instanceof Enum<?>) {
      return type.getSimpleName() + " " + value;
    }
    StringJoiner all = new StringJoiner(", ", type.getSimpleName() + "(", ")");
    try {
      if (type.isRecord()) {
        for (RecordComponent part : type.getRecordComponents()) {
          part.getAccessor().setAccessible(true);
          all.add(part.getName() + "=" + value(part.getAccessor().invoke(value)));
        }
      } else {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            all.add(field.getName() + "=" + value(field.get(value)));
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return all.toString();
  }
}

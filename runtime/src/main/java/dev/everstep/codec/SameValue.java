package dev.everstep.codec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value with its copy, by the fields of the classes of a program and by {@code equals}
 * for the JDK's. Confined to one thread and one comparison.
 *
 * <p>A field that is {@code transient} or marked {@code @JsonIgnore} is no part of the value: its
 * class says so. {@code equals} of a user's class is not asked, since it may look at an id alone,
 * or, in a record with an array, at identity.
 */
final class SameValue {
  /** The fields that make up a value; null where they cannot be read, in a closed module. */
  private static final ClassValue<@Nullable List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected @Nullable List<Field> computeValue(Class<?> type) {
          return fields(type);
        }
      };

  private static final ClassValue<Boolean> HAS_EQUALS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
          } catch (NoSuchMethodException e) {
            throw new AssertionError("every class has equals", e);
          }
        }
      };

  private final ObjectMapper mapper;
  private final boolean withIdentity;
  private final Map<Object, Object> copies = new IdentityHashMap<>();
  private final Map<Object, Object> originals = new IdentityHashMap<>();

  /**
   * Begins a comparison.
   *
   * @param mapper tells by JSON what cannot be told otherwise
   * @param withIdentity whether containers must be of the same class and shared objects be shared
   */
  SameValue(ObjectMapper mapper, boolean withIdentity) {
    this.mapper = mapper;
    this.withIdentity = withIdentity;
  }

  /** Returns the first difference; null if there is none. */
  @Nullable Difference between(@Nullable Object original, @Nullable Object copy, String path) {
    if (original == copy) {
      return null;
    } else if (original == null || copy == null) {
      return new Difference(path, original, copy);
    }
    Class<?> type = original.getClass();
    if (isScalar(type)) {
      return type == copy.getClass() && original.equals(copy)
          ? null
          : new Difference(path, original, copy);
    } else if (original instanceof Throwable) {
      return type == copy.getClass() ? null : new Difference(path, original, copy);
    } else if (original instanceof Optional<?> optional) {
      return copy instanceof Optional<?> other
          ? between(optional.orElse(null), other.orElse(null), path)
          : new Difference(path, original, copy);
    } else if (!type.isRecord()) {
      Object before = copies.put(original, copy);
      Object beforeOriginal = originals.put(copy, original);
      if (before == copy && beforeOriginal == original) {
        return null; // compared already, or being compared
      } else if (withIdentity
          && hasIdentity(original)
          && (before != null || beforeOriginal != null)) {
        return before == null
            ? new Difference(path, "an object of its own", "one that is also elsewhere")
            : new Difference(path, "an object that is also elsewhere", "one of its own");
      }
    }
    return content(original, copy, path);
  }

  /** Compares the fields that the classes of two exceptions add to those of the JDK's. */
  @Nullable Difference ofThrowable(Throwable original, Throwable copy) {
    List<Field> fields = FIELDS.get(original.getClass());
    return fields == null ? null : fields(fields, original, copy, "failure");
  }

  private @Nullable Difference content(Object original, Object copy, String path) {
    Class<?> type = original.getClass();
    if (type.isArray()) {
      return array(original, copy, path);
    } else if (original instanceof Map<?, ?> map) {
      return copy instanceof Map<?, ?> other && kindFits(original, copy)
          ? map(map, other, path)
          : new Difference(path, original, copy);
    } else if (original instanceof Collection<?> elements) {
      return copy instanceof Collection<?> other && kindFits(original, copy)
          ? collection(elements, other, path)
          : new Difference(path, original, copy);
    } else if (original instanceof Map.Entry<?, ?> entry && copy instanceof Map.Entry<?, ?> other) {
      // An entry of a map comes back as an entry of its own, as the iteration's variable is used.
      Difference found = between(entry.getKey(), other.getKey(), path + ".key");
      return found != null ? found : between(entry.getValue(), other.getValue(), path + ".value");
    } else if (original instanceof JsonNode) {
      return json(original, copy, path);
    } else if (type != copy.getClass()) {
      return new Difference(path, original, copy);
    } else if (type.getName().startsWith("java.")) {
      return HAS_EQUALS.get(type)
          ? original.equals(copy) ? null : new Difference(path, original, copy)
          : json(original, copy, path);
    }
    List<Field> fields = FIELDS.get(type);
    return fields == null ? json(original, copy, path) : fields(fields, original, copy, path);
  }

  private @Nullable Difference fields(
      List<Field> fields, Object original, Object copy, String path) {
    for (Field field : fields) {
      try {
        Difference found =
            between(field.get(original), field.get(copy), path + "." + field.getName());
        if (found != null) {
          return found;
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError("made accessible: " + field, e);
      }
    }
    return null;
  }

  private @Nullable Difference array(Object original, Object copy, String path) {
    if (!copy.getClass().isArray()
        || original.getClass().getComponentType().isPrimitive()
            && original.getClass() != copy.getClass()) {
      return new Difference(path, original, copy);
    }
    int length = Array.getLength(original);
    if (length != Array.getLength(copy)) {
      return new Difference(path + ".length", length, Array.getLength(copy));
    }
    if (original instanceof byte[] bytes) {
      return Arrays.equals(bytes, (byte[]) copy) ? null : new Difference(path, original, copy);
    }
    for (int i = 0; i < length; i++) {
      Difference found = between(Array.get(original, i), Array.get(copy, i), path + "[" + i + "]");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Difference collection(Collection<?> original, Collection<?> copy, String path) {
    if (original.size() != copy.size()) {
      return new Difference(path + ".size", original.size(), copy.size());
    }
    if (original instanceof Set && !withIdentity && original.equals(copy)) {
      return null; // a declared HashSet has its own order
    }
    Iterator<?> others = copy.iterator();
    int i = 0;
    for (Object element : original) {
      Difference found = between(element, others.next(), path + "[" + i + "]");
      if (found != null) {
        return found;
      }
      i++;
    }
    return null;
  }

  private @Nullable Difference map(Map<?, ?> original, Map<?, ?> copy, String path) {
    if (original.size() != copy.size()) {
      return new Difference(path + ".size", original.size(), copy.size());
    }
    Iterator<? extends Map.Entry<?, ?>> others = copy.entrySet().iterator();
    for (Map.Entry<?, ?> entry : original.entrySet()) {
      Map.Entry<?, ?> other = others.next();
      String here = path + "[" + Difference.shown(entry.getKey()) + "]";
      Object otherValue = other.getValue();
      if (between(entry.getKey(), other.getKey(), here) != null) {
        if (withIdentity || !copy.containsKey(entry.getKey())) {
          return new Difference(path + ".key", entry.getKey(), other.getKey());
        }
        otherValue = copy.get(entry.getKey()); // a declared HashMap has its own order
      }
      Difference found = between(entry.getValue(), otherValue, here);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Difference json(Object original, Object copy, String path) {
    try {
      String before = mapper.writeValueAsString(original);
      String after = mapper.writeValueAsString(copy);
      return before.equals(after)
          ? null
          : new Difference(path, Difference.shown(before), Difference.shown(after));
    } catch (JsonProcessingException e) {
      return new Difference(path, original, copy);
    }
  }

  private boolean kindFits(Object original, Object copy) {
    return !withIdentity || Containers.sameKind(original, copy);
  }

  private static boolean hasIdentity(Object value) {
    if (value.getClass().isArray() && Array.getLength(value) == 0) {
      return false; // nothing in it can change, and Jackson has one for all
    }
    return Containers.isContainer(value)
        ? Containers.isMutable(value)
        : !value.getClass().getName().startsWith("java.") && !(value instanceof JsonNode);
  }

  private static boolean isScalar(Class<?> type) {
    return type == String.class
        || type == Boolean.class
        || type == Character.class
        || Enum.class.isAssignableFrom(type) // also of a constant with a body
        || Number.class.isAssignableFrom(type)
            && type.getName().startsWith("java.")
            && HAS_EQUALS.get(type);
  }

  private static @Nullable List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> level = type;
        level != null && level != Object.class && !isJdksThrowable(level);
        level = level.getSuperclass()) {
      for (Field field : level.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers)
            || Modifier.isTransient(modifiers)
            || field.isSynthetic()
            || field.isAnnotationPresent(JsonIgnore.class)) {
          continue;
        }
        if (!field.trySetAccessible()) {
          return null;
        }
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }

  // Its fields are closed to others; serialisation keeps them.
  private static boolean isJdksThrowable(Class<?> type) {
    return Throwable.class.isAssignableFrom(type) && type.getClassLoader() == null;
  }

  /** Where a copy differs; the values are text already. */
  record Difference(String path, String original, String copy) {
    Difference(String path, @Nullable Object original, @Nullable Object copy) {
      this(path, shown(original), shown(copy));
    }

    /** Returns a short text for a value, never longer than a line; asks no user's class. */
    static String shown(@Nullable Object value) {
      if (value == null) {
        return "null";
      }
      Class<?> type = value.getClass();
      if (value instanceof CharSequence || isScalar(type)) {
        String text = value instanceof Enum<?> one ? one.name() : value.toString();
        String cut = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return value instanceof Number && type != Integer.class && type != Double.class
            ? cut + " (" + type.getSimpleName() + ")"
            : cut;
      }
      return "a " + (type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName());
    }
  }
}

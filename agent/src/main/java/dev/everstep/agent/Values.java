package dev.everstep.agent;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Looks at objects whose order or content is not the same in each process. Thread-safe. */
final class Values {
  private static final int KEYS_MAX = 8;

  /** Whether the hash code of a class's objects is an identity, or made of one. */
  private static final ClassValue<Boolean> IDENTITY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isIdentity(type, 0);
        }
      };

  private Values() {}

  /** Returns whether a collection or map has more than one element. */
  static boolean hasOrder(Object table) {
    return table instanceof Collection<?> all && all.size() > 1
        || table instanceof Map<?, ?> map && map.size() > 1;
  }

  /**
   * Returns whether the order of a hash table depends on identities: it has more than one element,
   * and one of the first has such a hash code.
   */
  static boolean orderedByIdentity(Object table) {
    Collection<?> elements =
        table instanceof Map<?, ?> map
            ? map.keySet()
            : table instanceof Collection<?> all ? all : Set.of();
    if (elements.size() < 2) {
      return false;
    }
    Iterator<?> each = elements.iterator();
    for (int i = 0; i < KEYS_MAX && each.hasNext(); i++) {
      Object key = each.next();
      if (key instanceof Map.Entry<?, ?> entry) {
        key = entry.getKey();
      }
      if (key != null && IDENTITY.get(key.getClass())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdentity(Class<?> type, int depth) {
    if (Enum.class.isAssignableFrom(type) || type == Class.class) {
      return true;
    }
    try {
      if (type.isRecord() && type.getMethod("hashCode").getDeclaringClass() == type && depth < 4) {
        for (RecordComponent component : type.getRecordComponents()) {
          Class<?> of = component.getType();
          if (Enum.class.isAssignableFrom(of)
              || of == Class.class
              || of.isArray()
              || of.isRecord() && isIdentity(of, depth + 1)) {
            return true;
          }
        }
        return false;
      }
      return type.isArray() || type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError unknown) {
      return false;
    }
  }

  /** Returns whether an object in a static field can hold something else later. */
  static boolean isMutable(Object object) {
    String type = object.getClass().getName();
    if (type.startsWith("[")) {
      return Array.getLength(object) > 0;
    }
    return !type.startsWith("java.util.ImmutableCollections$")
        && !type.startsWith("java.util.Collections$Unmodifiable")
        && !type.startsWith("java.util.Collections$Empty")
        && !type.startsWith("java.util.Collections$Singleton")
        && (object instanceof Collection<?> || object instanceof Map<?, ?> || isHolder(type))
        && !type.contains(".Immutable")
        && !type.contains("Immutable$")
        && type.startsWith("java.");
  }

  /** Returns whether the current thread holds a lock, as far as one can ask. */
  static boolean isHeldHere(Object lock) {
    if (lock instanceof ReentrantLock reentrant) {
      return reentrant.isHeldByCurrentThread();
    }
    return lock instanceof ReentrantReadWriteLock.WriteLock write && write.isHeldByCurrentThread();
  }

  /** Returns all supertypes of a class, nearer ones first. */
  static List<String> supertypes(Class<?> type) {
    Set<Class<?>> met = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.remove();
      if (next.getSuperclass() != null && met.add(next.getSuperclass())) {
        open.add(next.getSuperclass());
      }
      for (Class<?> each : next.getInterfaces()) {
        if (met.add(each)) {
          open.add(each);
        }
      }
    }
    List<String> names = new ArrayList<>();
    for (Class<?> each : met) {
      names.add(each.getName());
    }
    return names;
  }

  private static boolean isHolder(String type) {
    return type.startsWith("java.util.concurrent.atomic.")
        || type.equals("java.util.Random")
        || type.equals("java.lang.StringBuilder")
        || type.equals("java.lang.StringBuffer");
  }
}

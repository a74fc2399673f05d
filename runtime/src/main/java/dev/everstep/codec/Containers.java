package dev.everstep.codec;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's collections that a frame can hold, each with the name that stands for its class and the
 * way to make it again.
 *
 * <p>Iteration order comes first: a {@code HashMap} or {@code HashSet} comes back as its linked
 * subclass, and what {@code Set.of} made as an unmodifiable set over a linked one, since the order
 * of the originals depends on their capacity, on identity hash codes or on the process.
 */
final class Containers {
  /** The class that a JSON array is read as where nothing else is said. */
  private static final Class<?> PLAIN_LIST = ArrayList.class;

  /** The class that a JSON object is read as where nothing else is said. */
  private static final Class<?> PLAIN_MAP = LinkedHashMap.class;

  private static final Map<Class<?>, Kind> BY_CLASS = new HashMap<>();
  private static final Map<String, Kind> BY_NAME = new HashMap<>();

  static {
    mutableList("ArrayList", ArrayList::new, new ArrayList<>());
    mutableList("LinkedList", LinkedList::new, new LinkedList<>());
    mutableList("Vector", Vector::new, new Vector<>());
    mutableList("CopyOnWriteArrayList", CopyOnWriteArrayList::new, new CopyOnWriteArrayList<>());
    mutableList("Arrays.asList", in -> Arrays.asList(in.toArray()), Arrays.asList(0));
    mutableList("Stack", Containers::stack, new Stack<>());
    mutableList("HashSet", LinkedHashSet::new, new HashSet<>());
    mutableList("LinkedHashSet", LinkedHashSet::new, new LinkedHashSet<>());
    mutableList("TreeSet", TreeSet::new, new TreeSet<>());
    mutableList("ConcurrentSkipListSet", ConcurrentSkipListSet::new, new ConcurrentSkipListSet<>());
    mutableList("CopyOnWriteArraySet", CopyOnWriteArraySet::new, new CopyOnWriteArraySet<>());
    mutableList("ArrayDeque", ArrayDeque::new, new ArrayDeque<>());
    mutableList("PriorityQueue", PriorityQueue::new, new PriorityQueue<>());
    mutableList("ConcurrentLinkedQueue", ConcurrentLinkedQueue::new, new ConcurrentLinkedQueue<>());
    mutableList("ConcurrentLinkedDeque", ConcurrentLinkedDeque::new, new ConcurrentLinkedDeque<>());
    mutableList(
        "synchronizedList",
        in -> Collections.synchronizedList(new ArrayList<>(in)),
        Collections.synchronizedList(new ArrayList<>()),
        Collections.synchronizedList(new LinkedList<>()));
    mutableList(
        "synchronizedSet",
        in -> Collections.synchronizedSet(new LinkedHashSet<>(in)),
        Collections.synchronizedSet(new HashSet<>()));
    fixedList(
        "List.of",
        in -> in.stream().anyMatch(one -> one == null) ? in.stream().toList() : List.copyOf(in),
        List.of(),
        List.of(0),
        List.of(0, 1, 2));
    fixedList(
        "unmodifiableList",
        in -> Collections.unmodifiableList(new ArrayList<>(in)),
        Collections.unmodifiableList(new ArrayList<>()),
        Collections.unmodifiableList(new LinkedList<>()),
        Collections.nCopies(1, 0));
    fixedList("emptyList", in -> Collections.emptyList(), Collections.emptyList());
    fixedList(
        "singletonList",
        in -> Collections.singletonList(in.iterator().next()),
        Collections.singletonList(0));
    fixedList(
        "unmodifiableSet",
        in -> Collections.unmodifiableSet(new LinkedHashSet<>(in)),
        Collections.unmodifiableSet(new HashSet<>()),
        Set.of(),
        Set.of(0),
        Set.of(0, 1, 2));
    fixedList("emptySet", in -> Collections.emptySet(), Collections.emptySet());
    fixedList(
        "singleton", in -> Collections.singleton(in.iterator().next()), Collections.singleton(0));
    fixedList(
        "unmodifiableSortedSet",
        in -> Collections.unmodifiableSortedSet(new TreeSet<>(in)),
        Collections.unmodifiableSortedSet(new TreeSet<>()));
    fixedList(
        "unmodifiableNavigableSet",
        in -> Collections.unmodifiableNavigableSet(new TreeSet<>(in)),
        Collections.unmodifiableNavigableSet(new TreeSet<>()));
    fixedList(
        "unmodifiableCollection",
        in -> Collections.unmodifiableCollection(new ArrayList<>(in)),
        Collections.unmodifiableCollection(new ArrayList<>()));
    map(true, "HashMap", LinkedHashMap::new, new HashMap<>());
    map(true, "LinkedHashMap", LinkedHashMap::new, new LinkedHashMap<>());
    map(true, "TreeMap", TreeMap::new, new TreeMap<>());
    map(true, "ConcurrentHashMap", ConcurrentHashMap::new, new ConcurrentHashMap<>());
    map(true, "ConcurrentSkipListMap", ConcurrentSkipListMap::new, new ConcurrentSkipListMap<>());
    map(
        true,
        "synchronizedMap",
        in -> Collections.synchronizedMap(new LinkedHashMap<>(in)),
        Collections.synchronizedMap(new HashMap<>()));
    map(
        false,
        "unmodifiableMap",
        in -> Collections.unmodifiableMap(new LinkedHashMap<>(in)),
        Collections.unmodifiableMap(new HashMap<>()),
        Map.of(),
        Map.of(0, 0),
        Map.of(0, 0, 1, 1));
    map(false, "emptyMap", in -> Collections.emptyMap(), Collections.emptyMap());
    map(
        false,
        "singletonMap",
        in -> {
          Map.Entry<?, ?> one = in.entrySet().iterator().next();
          return Collections.singletonMap(one.getKey(), one.getValue());
        },
        Collections.singletonMap(0, 0));
    map(
        false,
        "unmodifiableSortedMap",
        in -> Collections.unmodifiableSortedMap(new TreeMap<>(in)),
        Collections.unmodifiableSortedMap(new TreeMap<>()));
    map(
        false,
        "unmodifiableNavigableMap",
        in -> Collections.unmodifiableNavigableMap(new TreeMap<>(in)),
        Collections.unmodifiableNavigableMap(new TreeMap<>()));
  }

  private Containers() {}

  /** Returns whether this is a collection or a map, of whatever class. */
  static boolean isContainer(Object value) {
    return value instanceof Collection || value instanceof Map;
  }

  /**
   * Returns whether an object can change and so has an identity to keep: every container but those
   * that refuse changes.
   */
  static boolean isMutable(Object container) {
    Kind kind = BY_CLASS.get(container.getClass());
    return kind == null || kind.mutable();
  }

  /**
   * Returns the name that stands for a container's class; null if JSON alone says it, or if the
   * class is not of the JDK and so must be the declared one.
   *
   * @throws UnknownContainer for the JDK's views and rarities
   */
  static @Nullable String name(Object container) throws UnknownContainer {
    Class<?> type = container.getClass();
    if (type == PLAIN_LIST || type == PLAIN_MAP) {
      return null;
    }
    Kind kind = BY_CLASS.get(type);
    if (kind != null) {
      return kind.name();
    } else if (container instanceof EnumSet) {
      return "EnumSet";
    } else if (container instanceof EnumMap) {
      return "EnumMap";
    } else if (type.getClassLoader() == null) {
      throw new UnknownContainer(type);
    }
    return null;
  }

  /** Returns the name of the plain map, for a map whose JSON would be taken for something else. */
  static String plainMapName() {
    return "LinkedHashMap";
  }

  /**
   * Returns a container of a named class with the content of one that was read by its declared
   * type.
   *
   * @param declared the type that the content was read by
   * @throws IllegalArgumentException if this version does not know the name, or it does not fit
   */
  static Object restore(String name, Object read, JavaType declared) {
    try {
      if (read instanceof Map<?, ?> map) {
        return name.equals("EnumMap") ? enumMap(map, declared) : kind(name).ofMap(map);
      } else if (read instanceof Collection<?> elements) {
        return name.equals("EnumSet") ? enumSet(elements, declared) : kind(name).ofList(elements);
      }
    } catch (ClassCastException | NullPointerException notComparable) {
      throw new IllegalArgumentException("not the content of " + name + ": " + read, notComparable);
    }
    throw new IllegalArgumentException("not a collection: " + name);
  }

  /** Returns whether a container read back has the class that its original asks for. */
  static boolean sameKind(Object original, Object copy) {
    Kind kind = BY_CLASS.get(original.getClass());
    if (kind == null) {
      return original.getClass() == copy.getClass();
    }
    Kind other = BY_CLASS.get(copy.getClass());
    return kind.equals(other)
        || other != null && other.name().equals("Linked" + kind.name())
        || isEmptyOne(kind) && isEmptyOne(other);
  }

  // Class data sharing may fold the empty ones into one object; they cannot be told apart by use.
  private static boolean isEmptyOne(@Nullable Kind kind) {
    return kind != null && kind.name().startsWith("empty");
  }

  /** Returns whether a container orders its elements by something that JSON cannot hold. */
  static boolean hasComparator(Object value) {
    if (value instanceof SortedMap<?, ?> map) {
      return map.comparator() != null;
    } else if (value instanceof SortedSet<?> set) {
      return set.comparator() != null;
    }
    return value instanceof PriorityQueue<?> queue && queue.comparator() != null;
  }

  private static Kind kind(String name) {
    Kind kind = BY_NAME.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("unknown collection: " + name);
    }
    return kind;
  }

  private static Collection<?> stack(Collection<?> in) {
    Stack<Object> stack = new Stack<>();
    stack.addAll(in);
    return stack;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the declared key type is an enum, as is checked
  private static Object enumMap(Map<?, ?> map, JavaType declared) {
    if (isTextNow(declared.getKeyType())) {
      return map;
    }
    EnumMap copy = new EnumMap(enumType(declared.getKeyType()));
    copy.putAll(map);
    return copy;
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // the declared element type is an enum, as is checked
  private static Object enumSet(Collection<?> elements, JavaType declared) {
    if (isTextNow(declared.getContentType())) {
      return elements;
    }
    EnumSet copy = EnumSet.noneOf(enumType(declared.getContentType()));
    copy.addAll(elements);
    return copy;
  }

  /** Earlier code had an enum in its place, whose constants were stored by their names. */
  private static boolean isTextNow(@Nullable JavaType declared) {
    return declared != null && declared.hasRawClass(String.class);
  }

  @SuppressWarnings("rawtypes") // EnumSet.noneOf asks for a raw enum class
  private static Class<? extends Enum> enumType(@Nullable JavaType declared) {
    if (declared == null || !declared.isEnumType()) {
      throw new IllegalArgumentException("the declared type does not name the enum: " + declared);
    }
    return declared.getRawClass().asSubclass(Enum.class);
  }

  private static void mutableList(
      String name, Function<Collection<?>, Collection<?>> make, Collection<?>... samples) {
    add(new Kind(name, true, make, null), Arrays.asList(samples));
  }

  private static void fixedList(
      String name, Function<Collection<?>, Collection<?>> make, Collection<?>... samples) {
    add(new Kind(name, false, make, null), Arrays.asList(samples));
  }

  private static void map(
      boolean mutable, String name, Function<Map<?, ?>, Map<?, ?>> make, Map<?, ?>... samples) {
    add(new Kind(name, mutable, null, make), Arrays.asList(samples));
  }

  private static void add(Kind kind, List<?> samples) {
    BY_NAME.put(kind.name(), kind);
    for (Object sample : samples) {
      BY_CLASS.putIfAbsent(sample.getClass(), kind);
    }
  }

  /** A class of containers; one of the two functions is there. */
  private record Kind(
      String name,
      boolean mutable,
      @Nullable Function<Collection<?>, Collection<?>> list,
      @Nullable Function<Map<?, ?>, Map<?, ?>> map) {

    Object ofList(Collection<?> elements) {
      if (list == null) {
        throw new IllegalArgumentException(name + " is a map");
      }
      return list.apply(elements);
    }

    Object ofMap(Map<?, ?> entries) {
      if (map == null) {
        throw new IllegalArgumentException(name + " is not a map");
      }
      return map.apply(entries);
    }
  }

  /** A class of the JDK that has no place in a frame. */
  static final class UnknownContainer extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownContainer(Class<?> type) {
      super(type.getName());
    }
  }
}

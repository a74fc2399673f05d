package dev.everstep.upgrade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the codec reads of what it wrote as another type. Types of the program are compared by what
 * they are made of, since no stored value names a class: one that was renamed or moved fits. What
 * fits only some values does not fit. The tests write with the real codec and read back.
 */
final class TypeFits {
  private static final Map<String, String> BOXES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Short", "short",
          "java.lang.Character", "char",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");

  private static final String BIG_INTEGER = "java.math.BigInteger";
  private static final String BIG_DECIMAL = "java.math.BigDecimal";
  private static final String STRING = "java.lang.String";
  private static final String OPTIONAL = "java.util.Optional";

  /** What a number may become without loss, or with the rounding that Java itself does. */
  private static final Map<String, List<String>> WIDER =
      Map.of(
          "byte",
          List.of("short", "int", "long", "float", "double", BIG_INTEGER, BIG_DECIMAL),
          "short",
          List.of("int", "long", "float", "double", BIG_INTEGER, BIG_DECIMAL),
          "int",
          List.of("long", "float", "double", BIG_INTEGER, BIG_DECIMAL),
          "long",
          List.of("float", "double", BIG_INTEGER, BIG_DECIMAL),
          "float",
          List.of("double"),
          "double",
          List.of(),
          BIG_INTEGER,
          List.of(BIG_DECIMAL));

  /** What a container is an instance of, whichever of its classes was stored. */
  private static final Map<String, List<String>> SUPERTYPES =
      Map.ofEntries(
          Map.entry("java.util.Collection", List.of("java.lang.Iterable")),
          Map.entry("java.util.List", List.of("java.util.Collection")),
          Map.entry("java.util.ArrayList", List.of("java.util.List")),
          Map.entry("java.util.LinkedList", List.of("java.util.List", "java.util.Deque")),
          Map.entry("java.util.Queue", List.of("java.util.Collection")),
          Map.entry("java.util.Deque", List.of("java.util.Queue")),
          Map.entry("java.util.ArrayDeque", List.of("java.util.Deque")),
          Map.entry("java.util.Set", List.of("java.util.Collection")),
          Map.entry("java.util.HashSet", List.of("java.util.Set")),
          Map.entry("java.util.LinkedHashSet", List.of("java.util.HashSet")),
          Map.entry("java.util.SortedSet", List.of("java.util.Set")),
          Map.entry("java.util.NavigableSet", List.of("java.util.SortedSet")),
          Map.entry("java.util.TreeSet", List.of("java.util.NavigableSet")),
          Map.entry("java.util.HashMap", List.of("java.util.Map")),
          Map.entry("java.util.LinkedHashMap", List.of("java.util.HashMap")),
          Map.entry("java.util.SortedMap", List.of("java.util.Map")),
          Map.entry("java.util.NavigableMap", List.of("java.util.SortedMap")),
          Map.entry("java.util.TreeMap", List.of("java.util.NavigableMap")));

  /** What a list of no certain class may be read as. */
  private static final Set<String> LISTS =
      Set.of("java.util.List", "java.util.ArrayList", "java.util.Collection", "java.lang.Iterable");

  /** Values of the JDK that are text in JSON, and the same text as a string. */
  private static final Set<String> TEXTS =
      Set.of(
          "char",
          "java.util.UUID",
          "java.net.URI",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.Duration",
          "java.time.Period");

  private final Map<String, StepGraph.Shape> before;
  private final Map<String, StepGraph.Shape> after;
  private final Set<String> open = new HashSet<>();

  private TypeFits(Map<String, StepGraph.Shape> before, Map<String, StepGraph.Shape> after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the types of the JDK that can become others, by their simple names. */
  static Map<String, String> simpleNames() {
    return Stream.of(
            BOXES.keySet(),
            SUPERTYPES.keySet(),
            LISTS,
            TEXTS,
            Set.of(STRING, OPTIONAL, BIG_INTEGER, BIG_DECIMAL))
        .flatMap(Set::stream)
        .distinct()
        .collect(Collectors.toMap(name -> TypeRef.of(name).simpleName(), name -> name));
  }

  /**
   * Returns whether stored values of a type fit another.
   *
   * @param before the types of the graph that {@code stored} is from
   * @param after the types of the graph that {@code wanted} is from
   * @param path names the value in what is said
   */
  static Fit of(
      String stored,
      Map<String, StepGraph.Shape> before,
      String wanted,
      Map<String, StepGraph.Shape> after,
      String path) {
    return of(TypeRef.of(stored), before, TypeRef.of(wanted), after, path);
  }

  static Fit of(
      TypeRef stored,
      Map<String, StepGraph.Shape> before,
      TypeRef wanted,
      Map<String, StepGraph.Shape> after,
      String path) {
    return new TypeFits(before, after).fit(stored, wanted, path);
  }

  private Fit fit(TypeRef stored, TypeRef wanted, String path) {
    if (stored.isArray() || wanted.isArray()) {
      return arrays(stored, wanted, path);
    }
    if (wanted.name().equals(OPTIONAL) || stored.name().equals(OPTIONAL)) {
      return optional(stored, wanted, path);
    }
    Exceptions exceptions = new Exceptions(before, after);
    if (exceptions.is(stored.name()) || exceptions.isNow(wanted.name())) {
      return exceptions.fits(stored.name(), wanted.name()) ? Fit.YES : other(stored, wanted, path);
    }
    StepGraph.Shape from = before.get(stored.name());
    StepGraph.Shape to = after.get(wanted.name());
    if (from != null && to != null) {
      return shapes(stored, from, wanted, to, path);
    }
    if (from != null || to != null) {
      return from != null && from.kind().equals("enum") && wanted.name().equals(STRING)
          ? asText(stored, path)
          : other(stored, wanted, path);
    }
    Fit scalar = scalars(stored, wanted, path);
    return scalar != null ? scalar : containers(stored, wanted, path);
  }

  /** An array is written as a list is, but for those of bytes and characters, which are text. */
  private Fit arrays(TypeRef stored, TypeRef wanted, String path) {
    if (stored.equals(wanted) && stored.dimensions() == 1 && isPrimitive(stored)) {
      return Fit.YES;
    }
    if (!stored.isArray() || isText(stored) || isText(wanted)) {
      return other(stored, wanted, path);
    }
    if (wanted.isArray()) {
      return fit(stored.component(), wanted.component(), path + "[]");
    }
    return LISTS.contains(wanted.name())
        ? fit(stored.component(), argument(wanted, 0), path + "[]")
        : other(stored, wanted, path);
  }

  private static boolean isText(TypeRef type) {
    return type.dimensions() == 1 && (type.name().equals("byte") || type.name().equals("char"));
  }

  private static Fit other(TypeRef stored, TypeRef wanted, String path) {
    return Fit.no(
        "What was stored as "
            + stored.shown()
            + " cannot be read as "
            + wanted.shown()
            + ": "
            + path
            + ".");
  }

  private static Fit some(String what, String path) {
    return Fit.no("Not every value can be read: " + what + ", at " + path + ".");
  }

  private static Fit asText(TypeRef stored, String path) {
    return Fit.with(
        Reason.Kind.READ_OTHERWISE,
        "What was stored as " + stored.shown() + " is read as its text: " + path + ".");
  }

  private Fit optional(TypeRef stored, TypeRef wanted, String path) {
    if (!stored.name().equals(OPTIONAL)) {
      return fit(stored, argument(wanted, 0), path);
    }
    if (wanted.name().equals(OPTIONAL)) {
      return fit(argument(stored, 0), argument(wanted, 0), path);
    }
    return Fit.with(
            Reason.Kind.READ_OTHERWISE,
            "An empty Optional is read as " + nothing(wanted) + ": " + path + ".")
        .and(fit(argument(stored, 0), wanted, path));
  }

  private static TypeRef argument(TypeRef type, int index) {
    return index < type.arguments().size()
        ? type.arguments().get(index)
        : new TypeRef("?", List.of(), 0);
  }

  private static boolean isPrimitive(TypeRef type) {
    return BOXES.containsValue(type.name());
  }

  private static boolean isScalar(String name) {
    return BOXES.containsValue(name)
        || WIDER.containsKey(name)
        || TEXTS.contains(name)
        || name.equals(BIG_DECIMAL)
        || name.equals(STRING);
  }

  private static @Nullable Fit scalars(TypeRef stored, TypeRef wanted, String path) {
    String from = BOXES.getOrDefault(stored.name(), stored.name());
    String to = BOXES.getOrDefault(wanted.name(), wanted.name());
    if (!isScalar(from) || !isScalar(to)) {
      return from.equals(to) && stored.arguments().isEmpty() && wanted.arguments().isEmpty()
          ? Fit.YES
          : null;
    }
    Fit unboxed =
        !isPrimitive(stored) && isPrimitive(wanted)
            ? Fit.with(
                Reason.Kind.READ_OTHERWISE,
                "A null is read as " + nothing(wanted) + ": " + path + ".")
            : Fit.YES;
    if (from.equals(to)) {
      return unboxed;
    }
    if (to.equals(STRING)) {
      return asText(stored, path);
    }
    if (to.equals(BIG_DECIMAL) && (from.equals("float") || from.equals("double"))) {
      return some("NaN and the infinities are no BigDecimal", path);
    }
    if (WIDER.getOrDefault(from, List.of()).contains(to)) {
      return from.equals("float")
          ? unboxed.and(
              Fit.with(
                  Reason.Kind.READ_OTHERWISE,
                  "A float is read by its decimal digits, 0.1f as 0.1: " + path + "."))
          : unboxed;
    }
    return other(stored, wanted, path);
  }

  /** Returns what the codec makes of nothing. */
  private static String nothing(TypeRef wanted) {
    if (!isPrimitive(wanted) || wanted.isArray()) {
      return "null";
    }
    return wanted.name().equals("boolean") ? "false" : "0";
  }

  private Fit containers(TypeRef stored, TypeRef wanted, String path) {
    boolean isSub = supertypes(stored.name()).anyMatch(wanted.name()::equals);
    if (!isSub || stored.arguments().size() != wanted.arguments().size()) {
      return other(stored, wanted, path);
    }
    Fit all = Fit.YES;
    for (int i = 0; i < stored.arguments().size(); i++) {
      boolean key = stored.arguments().size() == 2 && i == 0;
      all = all.and(fit(argument(stored, i), argument(wanted, i), path + (key ? ".key" : "[]")));
    }
    return all;
  }

  private static Stream<String> supertypes(String type) {
    return Stream.concat(
        Stream.of(type),
        SUPERTYPES.getOrDefault(type, List.of()).stream().flatMap(TypeFits::supertypes));
  }

  private Fit shapes(
      TypeRef stored, StepGraph.Shape from, TypeRef wanted, StepGraph.Shape to, String path) {
    if (!open.add(stored + " as " + wanted)) {
      return Fit.YES; // It is made of itself, and is being looked at.
    }
    if (from.kind().equals("enum") || to.kind().equals("enum")) {
      return from.kind().equals(to.kind())
          ? constants(from, to, path)
          : other(stored, wanted, path);
    }
    if (isAbstract(from) || isAbstract(to)) {
      if (!isAbstract(from) || !isAbstract(to) || isNamed(from) != isNamed(to)) {
        return other(stored, wanted, path);
      }
      return isNamed(from) ? named(stored, from, wanted, to, path) : subtypes(from, to, path);
    }
    return fields(fields(stored, from, before), fields(wanted, to, after), path);
  }

  private static boolean isAbstract(StepGraph.Shape shape) {
    return shape.kind().equals("interface") || !shape.permits().isEmpty() || isNamed(shape);
  }

  /** Returns whether values say by a name of which subtype they are. */
  private static boolean isNamed(StepGraph.Shape shape) {
    return !shape.subtypes().isEmpty();
  }

  private Fit named(
      TypeRef stored, StepGraph.Shape from, TypeRef wanted, StepGraph.Shape to, String path) {
    Fit all = Fit.YES;
    for (StepGraph.Value old : from.subtypes()) {
      StepGraph.Value now =
          to.subtypes().stream()
              .filter(one -> one.name().equals(old.name()))
              .findFirst()
              .orElse(null);
      TypeRef was = TypeRef.of(old.type());
      if (now == null) {
        all =
            all.and(
                some(
                    "the subtype " + was.simpleName() + ", stored as " + old.name() + ", is gone",
                    path));
      } else if (was.name().equals(stored.name()) && now.type().equals(wanted.name())) {
        all = all.and(fields(fields(stored, from, before), fields(wanted, to, after), path));
      } else {
        all = all.and(fit(was, TypeRef.of(now.type()), path));
      }
    }
    return all;
  }

  private static Fit constants(StepGraph.Shape from, StepGraph.Shape to, String path) {
    return from.constants().stream()
        .filter(one -> !to.constants().contains(one))
        .findFirst()
        .map(gone -> some("the constant " + gone + " is gone", path))
        .orElse(Fit.YES);
  }

  private Fit subtypes(StepGraph.Shape from, StepGraph.Shape to, String path) {
    Fit all = Fit.YES;
    for (String permitted : from.permits()) {
      TypeRef old = TypeRef.of(permitted);
      TypeRef now =
          to.permits().stream()
              .map(TypeRef::of)
              .filter(one -> one.simpleName().equals(old.simpleName()))
              .findFirst()
              .orElse(null);
      all =
          all.and(
              now == null
                  ? some("the subtype " + old.simpleName() + " is gone", path)
                  : fit(old, now, path));
    }
    return all;
  }

  /** Returns the types of what an object is made of, by name, those of its superclasses too. */
  private static Map<String, TypeRef> fields(
      TypeRef type, StepGraph.Shape shape, Map<String, StepGraph.Shape> types) {
    Map<String, TypeRef> parameters = new HashMap<>();
    for (int i = 0; i < shape.parameters().size(); i++) {
      parameters.put(shape.parameters().get(i), argument(type, i));
    }
    Map<String, TypeRef> all = new LinkedHashMap<>();
    if (shape.base() != null) {
      TypeRef base = TypeRef.of(shape.base()).with(parameters);
      StepGraph.Shape described = types.get(base.name());
      if (described != null) {
        all.putAll(fields(base, described, types));
      }
    }
    shape.fields().forEach(one -> all.put(one.name(), TypeRef.of(one.type()).with(parameters)));
    return all;
  }

  private Fit fields(Map<String, TypeRef> stored, Map<String, TypeRef> wanted, String path) {
    Fit all = Fit.YES;
    for (Map.Entry<String, TypeRef> field : wanted.entrySet()) {
      TypeRef from = stored.get(field.getKey());
      String at = path + "." + field.getKey();
      all = all.and(from == null ? missing(field.getValue(), at) : fit(from, field.getValue(), at));
    }
    return all;
  }

  private static Fit missing(TypeRef wanted, String path) {
    return Fit.with(
        Reason.Kind.DEFAULT_FIELD,
        "It lacks "
            + path
            + ", which is read as "
            + nothing(wanted)
            + " or what its class makes of that.");
  }
}

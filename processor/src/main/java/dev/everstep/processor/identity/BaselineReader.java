package dev.everstep.processor.identity;

import dev.everstep.processor.json.JsonException;
import dev.everstep.processor.json.JsonReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the baseline of a workflow from a step graph. */
public final class BaselineReader {
  private static final int FORMAT = 1;

  private BaselineReader() {}

  /**
   * Reads a step graph.
   *
   * @param workflow whose it is to be
   * @throws BaselineException if it is not a step graph of format 1, of another workflow, or names
   *     two points alike
   */
  public static Baseline read(String text, String workflow) throws BaselineException {
    Map<?, ?> root = root(text);
    kind(root, "workflow");
    String found = string(root, "workflow", "the file");
    if (!found.equals(workflow)) {
      throw new BaselineException(
          "it is of workflow " + found,
          "Name each baseline as the workflow's stored name, or remove the file.");
    }
    List<Baseline.Method> methods = methods(root, "methods", true);
    if (methods.isEmpty()) {
      throw broken("\"methods\" is empty");
    }
    return new Baseline(methods, removed(root), frames(root), migrated(root));
  }

  /**
   * Reads the step graph of a class with {@code @Durable}.
   *
   * @param type its full name
   * @throws BaselineException as {@link #read}
   */
  public static Baseline readShared(String text, String type) throws BaselineException {
    Map<?, ?> root = root(text);
    kind(root, "durable");
    String found = string(root, "class", "the file").replace('$', '.');
    if (!found.equals(type.replace('$', '.'))) {
      throw new BaselineException(
          "it is of class " + found, "Name each baseline as the class, or remove the file.");
    }
    List<Baseline.Method> methods = new ArrayList<>();
    methods.add(new Baseline.Method("", List.of(), "", List.of(), List.of()));
    methods.addAll(methods(root, "methods", true));
    return new Baseline(methods, removed(root), frames(root), migrated(root));
  }

  private static Map<String, Map<String, StoredFrame>> migrated(Map<?, ?> root)
      throws BaselineException {
    Map<String, Map<String, StoredFrame>> all = new HashMap<>();
    if (root.containsKey("migrations")) {
      for (Object one : array(root, "migrations", "the file")) {
        Map<?, ?> migration = object(one, "a migration");
        String where = "a migration";
        String from = string(migration, "from", where);
        all.computeIfAbsent(string(migration, "method", where), name -> new HashMap<>())
            .put(
                from,
                new StoredFrame(
                    from.replaceAll("[:#].*", ""),
                    types(migration, "takes", where),
                    former(migration, "takes", where),
                    types(migration, "arguments", where),
                    false));
      }
    }
    return all;
  }

  private static Map<String, Map<String, StoredFrame>> frames(Map<?, ?> root)
      throws BaselineException {
    Map<String, Map<String, StoredFrame>> all = new HashMap<>();
    for (Object one : array(root, "methods", "the file")) {
      Map<?, ?> method = object(one, "a method");
      Map<String, StoredFrame> frames =
          all.computeIfAbsent(string(method, "name", "a method"), name -> new HashMap<>());
      for (Object each : array(method, "points", "a method")) {
        Map<?, ?> point = object(each, "a point");
        String where = "point " + string(point, "id", "a point");
        frames.put(
            string(point, "id", where),
            new StoredFrame(
                string(point, "kind", where),
                types(point, "live", where),
                former(point, "live", where),
                string(point, "kind", where).equals("step")
                    ? types(point, "arguments", where)
                    : Map.of(),
                true));
      }
    }
    return all;
  }

  private static Map<String, List<String>> former(Map<?, ?> from, String field, String where)
      throws BaselineException {
    Map<String, List<String>> all = new HashMap<>();
    for (Object one : array(from, field, where)) {
      Map<?, ?> value = object(one, "a value of " + where);
      all.put(string(value, "name", where), names(value, "former", where));
    }
    return all;
  }

  private static Map<String, String> types(Map<?, ?> from, String field, String where)
      throws BaselineException {
    Map<String, String> types = new LinkedHashMap<>();
    if (from.containsKey(field)) {
      for (Object one : array(from, field, where)) {
        Map<?, ?> value = object(one, "a value of " + where);
        types.put(string(value, "name", where), string(value, "type", where));
      }
    }
    return types;
  }

  private static List<Baseline.Method> removed(Map<?, ?> root) throws BaselineException {
    return root.containsKey("removed") ? methods(root, "removed", false) : List.of();
  }

  private static void kind(Map<?, ?> root, String wanted) throws BaselineException {
    String kind = string(root, "kind", "the file");
    if (!kind.equals(wanted)) {
      throw broken("it is of kind \"" + kind + "\", not \"" + wanted + "\"");
    }
  }

  private static Map<?, ?> root(String text) throws BaselineException {
    Map<?, ?> root = object(parse(text), "the file");
    int format = number(root, "format", "the file");
    if (format != FORMAT) {
      throw new BaselineException(
          "it has format " + format + ", known is " + FORMAT,
          format > FORMAT
              ? "Compile with the version of everstep-processor that wrote it, or a newer one."
              : "Restore the file from version control.");
    }
    return root;
  }

  private static @Nullable Object parse(String text) throws BaselineException {
    try {
      return JsonReader.read(text);
    } catch (JsonException e) {
      throw broken("it is not JSON: " + e.getMessage());
    }
  }

  private static List<Baseline.Method> methods(Map<?, ?> root, String field, boolean alive)
      throws BaselineException {
    List<Baseline.Method> methods = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object one : array(root, field, "the file")) {
      Map<?, ?> method = object(one, "a method");
      String name = string(method, "name", "a method");
      String where = "method " + name;
      if (!names.add(name)) {
        throw twice(where, "the workflow");
      }
      List<Baseline.Point> points =
          alive ? points(array(method, "points", where), where, true) : List.of();
      List<Baseline.Point> retired = points(array(method, "retired", where), where, false);
      distinct(where, points, retired);
      methods.add(
          new Baseline.Method(
              name,
              names(method, "former", where),
              optional(method, "segment", where),
              points,
              retired));
    }
    return methods;
  }

  private static List<Baseline.Point> points(List<?> from, String method, boolean alive)
      throws BaselineException {
    List<Baseline.Point> points = new ArrayList<>();
    for (Object one : from) {
      Map<?, ?> point = object(one, "a point of " + method);
      String id = string(point, "id", "a point of " + method);
      String where = "point " + id;
      int index = number(point, "index", where);
      if (index < 1) {
        throw broken("\"index\" of " + where + " is " + index);
      }
      List<Baseline.Local> locals = alive ? live(point, where) : List.of();
      points.add(
          new Baseline.Point(
              id,
              index,
              new Traits(
                  point.containsKey("name") ? string(point, "name", where) : id,
                  string(point, "call", where),
                  alive ? string(point, "segment", where) : "",
                  locals.stream().map(Baseline.Local::name).collect(Collectors.toSet())),
              locals));
    }
    return points;
  }

  private static List<Baseline.Local> live(Map<?, ?> point, String where) throws BaselineException {
    List<Baseline.Local> all = new ArrayList<>();
    for (Object one : array(point, "live", where)) {
      Map<?, ?> local = object(one, "a live local of " + where);
      all.add(
          new Baseline.Local(
              string(local, "name", where),
              optional(local, "type", where),
              optional(local, "made", where),
              names(local, "former", where)));
    }
    return all;
  }

  private static String optional(Map<?, ?> from, String field, String where)
      throws BaselineException {
    return from.containsKey(field) ? string(from, field, where) : "";
  }

  private static List<String> names(Map<?, ?> from, String field, String where)
      throws BaselineException {
    List<String> names = new ArrayList<>();
    if (from.containsKey(field)) {
      for (Object one : array(from, field, where)) {
        if (!(one instanceof String name)) {
          throw broken("\"" + field + "\" of " + where + " holds what is not a string");
        }
        names.add(name);
      }
    }
    return names;
  }

  /** Two branches that both added a step gave both the same number; a merge may keep both. */
  private static void distinct(
      String where, List<Baseline.Point> points, List<Baseline.Point> retired)
      throws BaselineException {
    Set<Object> used = new HashSet<>();
    List<Baseline.Point> all = new ArrayList<>(points);
    all.addAll(retired);
    for (Baseline.Point point : all) {
      if (!used.add(point.id())) {
        throw twice("id " + point.id(), where);
      }
      if (!used.add(point.index())) {
        throw twice("index " + point.index(), where);
      }
    }
  }

  private static BaselineException twice(String what, String where) {
    return new BaselineException(
        what + " is there twice in " + where,
        "Keep the one that runs are parked at, remove the other, and accept the step graph anew.");
  }

  private static BaselineException broken(String what) {
    return new BaselineException(what, "Restore the file from version control.");
  }

  private static Map<?, ?> object(@Nullable Object value, String what) throws BaselineException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw broken(what + " is not an object");
  }

  private static List<?> array(Map<?, ?> from, String field, String where)
      throws BaselineException {
    if (from.get(field) instanceof List<?> list) {
      return list;
    }
    throw broken("\"" + field + "\" of " + where + " is not an array");
  }

  private static String string(Map<?, ?> from, String field, String where)
      throws BaselineException {
    if (from.get(field) instanceof String text) {
      return text;
    }
    throw broken("\"" + field + "\" of " + where + " is not a string");
  }

  private static int number(Map<?, ?> from, String field, String where) throws BaselineException {
    if (from.get(field) instanceof Long number
        && number >= Integer.MIN_VALUE
        && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw broken("\"" + field + "\" of " + where + " is not a whole number");
  }
}

package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.List;

/**
 * Writes scenes: an object with two names, a step, a change under one name, a look at the other.
 */
final class SharingGenerator {
  private final Place place;
  private final ValueGenerator values;

  SharingGenerator(Place place, ValueGenerator values) {
    this.place = place;
    this.values = values;
  }

  Node scene() {
    return switch (place.below(5)) {
      case 0 -> locals();
      case 1 -> map();
      case 2 -> object();
      case 3 -> captured();
      default -> rows();
    };
  }

  private Node step() {
    return Node.statement("Effects.at(#);", values.call(Kind.INT, "inc", values.small(Kind.INT)));
  }

  private static Node look(String what) {
    return Node.statement("Effects.log(\"\" + " + what + ");");
  }

  /** Returns the name of a list, and its declaration if there is none yet. */
  private Owned list() {
    List<Variable> known = place.known(Kind.LIST);
    if (!known.isEmpty()) {
      return new Owned(place.any(known).name(), Node.list());
    }
    Node value = values.of(Kind.LIST);
    Variable made = place.names().declare(Kind.LIST, Use.CAPTURED);
    return new Owned(made.name(), Node.statement("List<Integer> " + made.name() + " = #;", value));
  }

  private record Owned(String name, Node declaration) {}

  private Node locals() {
    Owned list = list();
    Variable twin = place.names().declare(Kind.LIST, Use.ASSIGNED);
    String a = list.name;
    String b = twin.name();
    return Node.list(
            list.declaration,
            Node.statement("List<Integer> " + b + " = " + a + ";"),
            step(),
            Node.statement(a + ".add(#);", values.of(Kind.INT)),
            look(b + " + (" + a + " == " + b + ")"))
        .showing(Construct.SHARED_LOCALS, Construct.IDENTITY);
  }

  /** Writes an object that a lambda captures, and changes. */
  private Node captured() {
    Owned list = list();
    Variable twin = place.names().declare(Kind.LIST, Use.CAPTURED);
    String a = list.name;
    String b = twin.name();
    return Node.list(
            list.declaration,
            Node.statement("List<Integer> " + b + " = " + a + ";"),
            step(),
            Node.statement("((Runnable) () -> " + b + ".add(#)).run();", values.captured(Kind.INT))
                .showing(Construct.LAMBDA),
            step(),
            look(a + " + (" + a + " == " + b + ")"))
        .showing(Construct.SHARED_BY_LAMBDA, Construct.IDENTITY);
  }

  private Node map() {
    Owned list = list();
    Variable map = place.names().declare(Kind.MAP, Use.ASSIGNED);
    String m = map.name();
    return Node.list(
            list.declaration,
            Node.statement(
                "Map<String, List<Integer>> " + m + " = new TreeMap<String, List<Integer>>();"),
            Node.statement(m + ".put(\"k\", " + list.name + ");"),
            Node.statement(m + ".put(\"l\", " + list.name + ");"),
            step(),
            Node.statement(m + ".get(\"k\").add(#);", values.of(Kind.INT)),
            look(m + " + " + list.name + " + (" + m + ".get(\"l\") == " + list.name + ")"))
        .showing(Construct.SHARED_IN_MAP, Construct.IDENTITY);
  }

  private Node object() {
    Owned list = list();
    Node value = values.of(Kind.CELL);
    Variable cell = place.names().declare(Kind.CELL, Use.CAPTURED);
    String all = place.names().label();
    String c = cell.name();
    return Node.list(
            list.declaration,
            Node.statement("final Cell " + c + " = #;", value),
            Node.statement(c + ".parts = " + list.name + ";"),
            Node.statement("List<Cell> " + all + " = new ArrayList<Cell>(List.of(" + c + "));"),
            Node.statement(all + ".add(" + c + ");"),
            step(),
            Node.statement(c + ".parts.add(#);", values.of(Kind.INT)),
            Node.statement(all + ".get(1).value += #;", values.of(Kind.INT)),
            look(
                "%s + %s.get(0).value + %s.value + (%s.get(0) == %s)"
                    .formatted(list.name, all, c, all, c)))
        .showing(Construct.SHARED_IN_OBJECT, Construct.IDENTITY);
  }

  private Node rows() {
    Node value = values.of(Kind.INTS);
    Variable row = place.names().declare(Kind.INTS, Use.CAPTURED);
    String grid = place.names().label();
    String r = row.name();
    return Node.list(
            Node.statement("final int[] " + r + " = #;", value),
            Node.statement("int[][] " + grid + " = {" + r + ", {1}, " + r + "};"),
            step(),
            Node.statement(grid + "[2][0] = #;", values.of(Kind.INT))
                .showing(Construct.ARRAY_TARGET),
            Node.statement(r + "[1] += #;", values.of(Kind.INT))
                .showing(Construct.COMPOUND_ELEMENT),
            look("Arrays.deepToString(%s) + (%s[0] == %s[2])".formatted(grid, grid, grid)))
        .showing(Construct.SHARED_ROWS, Construct.IDENTITY);
  }
}

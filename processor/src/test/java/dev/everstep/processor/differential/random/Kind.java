package dev.everstep.processor.differential.random;

import java.util.EnumSet;
import java.util.Set;

/** The types of values in random programs. */
enum Kind {
  INT("int", "0"),
  LONG("long", "0L"),
  BYTE("byte", "(byte) 0"),
  SHORT("short", "(short) 0"),
  CHAR("char", "'a'"),
  FLOAT("float", "0f"),
  DOUBLE("double", "0.0"),
  BOOLEAN("boolean", "true"),
  TEXT("String", "\"\""),
  BOX("Integer", "Integer.valueOf(0)"),
  INTS("int[]", "new int[3]"),
  CELL("Cell", "new Cell()"),
  LIST("List<Integer>", "new ArrayList<Integer>(List.of(1))"),
  MAP("Map<String, List<Integer>>", "new TreeMap<String, List<Integer>>()"),
  ITEM("Item", "new Item(\"i\", 0, List.of())"),
  PAIR("Pair<String, List<Long>>", "new Pair<String, List<Long>>(\"p\", List.of())"),
  COLOR("Color", "Color.RED"),
  SHAPE("Shape", "new Shape.Circle(1)"),
  OBJECT("Object", "\"o\""),

  /** The type parameter of a generic method. */
  ELEMENT("T", "null"),
  WILD("List<? extends Number>", "new ArrayList<Integer>(List.of(1))");

  /** Kinds with an identity: what changes one is seen under all its names. */
  static final Set<Kind> MUTABLE = EnumSet.of(INTS, CELL, LIST, MAP, PAIR);

  /** Kinds that {@code +} takes, the result of which is no text. */
  static final Set<Kind> NUMBERS = EnumSet.of(INT, LONG, BYTE, SHORT, CHAR, FLOAT, DOUBLE);

  private final String java;
  private final String simplest;

  Kind(String java, String simplest) {
    this.java = java;
    this.simplest = simplest;
  }

  /** Returns the type as it is written. */
  String java() {
    return java;
  }

  /** Returns a value that nothing is simpler than. */
  Node simplest() {
    return Node.value(this, simplest);
  }
}

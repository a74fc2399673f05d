package dev.everstep.processor.differential;

/** The types of locals in generated programs. */
enum Kind {
  INT("int"),
  LONG("long"),
  BYTE("byte"),
  BOOLEAN("boolean"),
  TEXT("String"),
  BOX("Integer"),
  INTS("int[]"),
  CELL("Cell"),
  LIST("List<Integer>");

  private final String java;

  Kind(String java) {
    this.java = java;
  }

  /** Returns the type as it is written. */
  String java() {
    return java;
  }
}

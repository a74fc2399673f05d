package dev.everstep.processor.differential.random;

/**
 * A durable method of a program.
 *
 * @param name its name, which overloads share
 * @param form what it takes besides the context
 * @param room where it stands
 * @param hidden whether it is private
 * @param takes the type of an overload's parameter; a number's for others
 */
record Helper(String name, Form form, Room room, boolean hidden, Kind takes) {

  /** What a durable method takes. */
  enum Form {
    /** A number that counts its calls down, and a list that all calls share. */
    COUNTING,

    /** A value of some type; others of its name take something else. */
    OVERLOAD,

    /** A list, which it changes; it returns nothing. */
    NOTHING,

    /** Any number of numbers. */
    VARARGS,

    /** What counts its calls down, a list of any type, and an element, which it returns. */
    GENERIC,

    /** What counts its calls down, and a list of any type of numbers. */
    BOUNDED
  }

  /** Where a method stands. */
  enum Room {
    /** In the workflow's objects. */
    OBJECT,

    /** In the workflow class. */
    CLASS,

    /** In a class of durable methods. */
    SHARED
  }

  /** Returns whether code in a room can call it. */
  boolean isVisible(Room from) {
    return switch (room) {
      case OBJECT -> from == Room.OBJECT;
      case CLASS -> from != Room.SHARED || !hidden;
      case SHARED -> true;
    };
  }

  /** Returns its name as code in a room must write it. */
  String name(Room from) {
    boolean own = (room == Room.SHARED) == (from == Room.SHARED);
    return own ? name : owner() + name;
  }

  /**
   * Returns what may stand in front of its name everywhere, and must stand before type arguments.
   */
  String owner() {
    return switch (room) {
      case OBJECT -> "this.";
      case CLASS -> RandomProgram.SELF + ".";
      case SHARED -> RandomProgram.SHARED + ".";
    };
  }

  String modifiers() {
    return (hidden ? "private " : "") + (room == Room.OBJECT ? "" : "static ");
  }

  boolean isStatic() {
    return room != Room.OBJECT;
  }
}

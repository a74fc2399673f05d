package dev.everstep.journal.embedded;

/** Names of the files; numbers only grow, so names sort by age. */
final class Names {
  private static final String SEGMENT = "log-";
  private static final String TABLE = "table-";

  private Names() {}

  static String segment(long number) {
    return SEGMENT + String.format("%012d", number);
  }

  static boolean isSegment(String name) {
    return name.matches(SEGMENT + "[0-9]{12}");
  }

  static String table(long number) {
    return TABLE + String.format("%012d", number);
  }

  static boolean isTable(String name) {
    return name.matches(TABLE + "[0-9]{12}");
  }

  /** Returns the name under which a damaged file is kept for people to look at. */
  static String kept(String name) {
    return "damaged-" + name;
  }

  static long number(String name) {
    return Long.parseLong(name.substring(name.indexOf('-') + 1));
  }
}

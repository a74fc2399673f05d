package dev.everstep.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text under headings, in columns as wide as they need to be. Confined to one thread. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int cellMax;

  /**
   * Begins a table.
   *
   * @param cellMax longer cells are cut to so many characters
   */
  Table(int cellMax, String... headings) {
    this.cellMax = cellMax;
    add(headings);
  }

  /** Adds a row of as many cells as there are headings. */
  void add(String... cells) {
    List<String> row = new ArrayList<>(cells.length);
    for (String cell : cells) {
      row.add(cut(cell, cellMax));
    }
    rows.add(row);
  }

  /** Returns a text on one line of no more than the given length. */
  static String cut(String text, int max) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= max ? line : line.substring(0, max - 3) + "...";
  }

  @Override
  public String toString() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}

package dev.everstep.processor.emit;

import dev.everstep.processor.lines.LineMap;
import dev.everstep.processor.model.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks in the text that JavaPoet lays out: which line of the user's file the code behind them is
 * from. They are taken out when the text is final.
 *
 * <p>A line of generated text has one origin: its first exact mark, else its last loose one, else
 * that of the line before it.
 */
final class Marks {
  // Halves of surrogate pairs without the other half: no decoded source has them in this order.
  private static final char EXACT = '\uDC01';
  private static final char LOOSE = '\uDC02';
  private static final char END = '\uDC00';
  private static final Pattern MARK = Pattern.compile("([" + EXACT + LOOSE + "])([0-9]+)" + END);

  private Marks() {}

  /** Marks what was written on a line itself. */
  static String exact(int line) {
    return EXACT + "" + line + END;
  }

  /** Marks what belongs to a statement that begins on a line. */
  static String loose(int line) {
    return LOOSE + "" + line + END;
  }

  /** Marks the machine's own code. */
  static String none() {
    return loose(0);
  }

  /** Returns the text of a piece, each of its lines marked. */
  static String text(Piece.Text piece) {
    if (piece.line() == 0) {
      return piece.text();
    }
    StringBuilder out = new StringBuilder();
    int line = piece.line();
    for (String part : piece.text().split("\n", -1)) {
      out.append(line == piece.line() ? "" : "\n").append(exact(line++)).append(part);
    }
    return out.toString();
  }

  /** Returns a text without its marks. */
  static String strip(String marked) {
    return MARK.matcher(marked).replaceAll("");
  }

  /**
   * Returns the source in a text.
   *
   * @param head the line of the method's name
   */
  static MachineSource read(String name, String origin, int head, String marked) {
    StringBuilder text = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    int last = 0;
    for (String line : marked.split("\n", -1)) {
      int exact = -1;
      int loose = -1;
      Matcher mark = MARK.matcher(line);
      int next = last;
      while (mark.find()) {
        next = Integer.parseInt(mark.group(2));
        if (mark.group(1).charAt(0) == LOOSE) {
          loose = next;
        } else if (exact < 0) {
          exact = next;
        }
      }
      lines.add(exact >= 0 ? exact : loose >= 0 ? loose : last);
      last = next;
      String stripped = strip(line);
      // Nothing but a mark: JavaPoet does not indent a line that is empty.
      boolean empty = stripped.length() < line.length() && stripped.isBlank();
      text.append(empty ? "" : stripped).append('\n');
    }
    text.setLength(text.length() - 1);
    return new MachineSource(name, text.toString(), origin, new LineMap(head, lines));
  }
}

package dev.everstep.processor.read;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Changes to a range of the source, in the order of their positions. */
final class Edits {
  private final String source;
  private final IntUnaryOperator lines;
  private final List<Edit> edits = new ArrayList<>();
  private final Set<Edit> replacements = new HashSet<>();

  private record Edit(int start, int end, List<Piece> by) {}

  /**
   * Creates an empty list.
   *
   * @param lines gives the line of a position
   */
  Edits(String source, IntUnaryOperator lines) {
    this.source = source;
    this.lines = lines;
  }

  /** Returns whether the source reads so at a position; trees that javac made up have no text. */
  boolean isText(int start, String text) {
    return start >= 0 && UnicodeEscapes.end(source, start, text) >= 0;
  }

  /** Returns where a name begins that ends at a position. */
  int startOf(String name, int end) {
    int start = end - name.length();
    while (start > 0 && UnicodeEscapes.end(source, start, name) != end) {
      start--;
    }
    return start;
  }

  void insert(int at, Piece... pieces) {
    replace(at, at, pieces);
  }

  /** Replaces a range; the same range twice is the same edit, since trees may share text. */
  void replace(int start, int end, Piece... by) {
    Edit edit = new Edit(start, end, List.of(by));
    if (start == end || replacements.add(edit)) {
      edits.add(edit);
    }
  }

  /** Returns the edited range; what its first line is indented by is taken from all lines. */
  Code apply(int start, int end) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::start));
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    for (Edit edit : sorted) {
      if (edit.start() < at || edit.end() > end) {
        // A part of a tree that shares its text with another, as the type of `int a, b`.
        continue;
      }
      text(pieces, at, edit.start(), start);
      pieces.addAll(edit.by());
      at = edit.end();
    }
    text(pieces, at, end, start);
    return new Code(pieces);
  }

  private void text(List<Piece> pieces, int from, int to, int start) {
    if (from < to) {
      String text = source.substring(from, to).replace("\r\n", "\n");
      pieces.add(new Piece.Text(dedent(text, column(start)), lines.applyAsInt(from)));
    }
  }

  /** Returns how far the line of a position is indented. */
  private int column(int position) {
    int line = source.lastIndexOf('\n', position - 1) + 1;
    int width = 0;
    for (int i = line; i < position && Character.isWhitespace(source.charAt(i)); i++) {
      width += source.charAt(i) == '\t' ? 4 : 1;
    }
    return width;
  }

  private static String dedent(String text, int by) {
    String[] lines = text.split("\n", -1);
    StringBuilder out = new StringBuilder(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      int skip = 0;
      for (int width = 0; width < by && skip < lines[i].length(); skip++) {
        char c = lines[i].charAt(skip);
        if (c != ' ' && c != '\t') {
          break;
        }
        width += c == '\t' ? 4 : 1;
      }
      out.append('\n').append(lines[i].substring(skip));
    }
    return out.toString();
  }
}

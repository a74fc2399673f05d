package dev.everstep.processor.lines;

import java.util.List;

/**
 * Which line of the user's file each line of a generated file comes from.
 *
 * @param head the line of the durable method's name
 * @param lines one for each line of the generated file, from 1; 0 for a line of the machine's own
 */
public record LineMap(int head, List<Integer> lines) {
  /** Copies the list. */
  public LineMap {
    lines = List.copyOf(lines);
  }

  /** Returns the user's line, from 1; that of the method for a line of the machine's own. */
  public int originOrHead(int generated) {
    int origin = origin(generated);
    return origin == 0 ? head : origin;
  }

  /** Returns the user's line, from 1; 0 if there is none. */
  public int origin(int generated) {
    return generated < 1 || generated > lines.size() ? 0 : lines.get(generated - 1);
  }
}

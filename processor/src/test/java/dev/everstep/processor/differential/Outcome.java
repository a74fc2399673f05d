package dev.everstep.processor.differential;

import java.util.List;

/**
 * What can be observed of a run.
 *
 * @param end the result or the exception, as {@link Shown} shows it
 * @param effects in their order
 */
record Outcome(String end, List<String> effects) {

  /** Returns what two runs of a program are compared by. */
  String observed() {
    return String.join("\n", effects) + "\n=> " + end;
  }
}

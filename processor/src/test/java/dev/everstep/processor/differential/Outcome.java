package dev.everstep.processor.differential;

import java.util.List;

/**
 * What can be observed of a run.
 *
 * @param end the result or the exception, as {@link Shown} shows it
 * @param effects in their order
 * @param suspensions how often it stopped; not observed by the program, and not compared
 */
record Outcome(String end, List<String> effects, int suspensions) {

  /** Returns what two runs of a program are compared by. */
  String observed() {
    return String.join("\n", effects) + "\n=> " + end;
  }
}

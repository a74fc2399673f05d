package dev.everstep.processor.corpus;

import java.util.List;

/**
 * A method of a library that was taken as the entry of a workflow: a copy of it in its own class.
 *
 * @param file the index of its file in the batch
 * @param owner the qualified name of the class
 * @param name of the copy, unique in the batch
 * @param mode what was done to the body
 * @param original the method's own name
 * @param isStatic whether the original is static
 * @param parameters the erased types of its parameters
 * @param position in the file where the copy is put
 * @param functions that its steps call
 * @param text the copy, and the functions
 * @param forced how many of its calls are steps
 * @param kept how many are not
 */
record Taken(
    int file,
    String owner,
    String name,
    Mode mode,
    String original,
    boolean isStatic,
    List<String> parameters,
    int position,
    String functions,
    String text,
    int forced,
    int kept) {

  /** What is done to a body. */
  enum Mode {
    /** Nothing. */
    VERBATIM,

    /** Every call that can be is a step. */
    FORCED
  }

  /** Returns how a report names the method. */
  String shown() {
    return owner + "." + original + "(" + String.join(", ", parameters) + ") " + mode;
  }
}

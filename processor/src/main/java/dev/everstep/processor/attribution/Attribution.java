package dev.everstep.processor.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the private javac made of a workflow class.
 *
 * @param workflow its trees; null if the class was not found
 * @param errors what javac says is wrong inside the class, one line each; types are not to be
 *     relied on unless it is empty
 * @param bodies of its file's methods, as they are written
 */
public record Attribution(
    @Nullable AttributedWorkflow workflow, List<String> errors, Bodies bodies) {
  /** Copies the list. */
  public Attribution {
    errors = List.copyOf(errors);
  }
}

package dev.everstep.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored failure, for people.
 *
 * @param type the exception's class name
 * @param message its message; null if it has none
 * @param stack the top stack frames as text
 * @param causes the chain of causes, the nearest first; their own causes are empty
 */
public record Failure(
    String type, @Nullable String message, List<String> stack, List<Failure> causes) {
  /** Copies the lists. */
  public Failure {
    stack = List.copyOf(stack);
    causes = List.copyOf(causes);
  }
}

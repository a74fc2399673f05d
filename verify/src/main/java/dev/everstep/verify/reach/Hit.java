package dev.everstep.verify.reach;

import dev.everstep.catalogue.Rule;
import dev.everstep.verify.classes.JavaMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with a rule, and the shortest way to it from a body.
 *
 * @param body the durable method
 * @param rule the rule
 * @param call what is called, as findings name it
 * @param way from the body to the method with the call
 * @param by the {@code @Deterministic} that covers it; null if none does
 * @param covered which of its calls that is
 */
public record Hit(
    JavaMethod body,
    Rule rule,
    String call,
    List<Step> way,
    @Nullable Declared by,
    @Nullable String covered) {

  /** Copies the list. */
  public Hit {
    way = List.copyOf(way);
  }

  /**
   * A method on the way, and the line in it from which the way goes on.
   *
   * @param line 0 if it is not known
   */
  public record Step(JavaMethod method, int line) {}

  /** Returns the method with the call, and its line. */
  public Step at() {
    return way.get(way.size() - 1);
  }
}

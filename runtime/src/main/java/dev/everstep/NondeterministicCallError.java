package dev.everstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's body made a call whose result may be another one when the segment runs again. Thrown
 * in place of the call, where the agent guards the process.
 *
 * <p>An error, so that {@code catch (Exception e)} lets it through. Catching it makes no
 * difference: the run becomes stuck with its message (ES202), keeps all it has, and goes on from
 * the last checkpoint when the body is mended. Immutable.
 */
public final class NondeterministicCallError extends Error {
  private static final long serialVersionUID = 1L;

  private final transient Details details;

  /**
   * What was called, and where.
   *
   * @param call such as {@code java.util.UUID#randomUUID()}
   * @param rule the id of the catalogue's rule, {@code group/call}
   * @param reason why it is nondeterministic, in a few words
   * @param replacement what to write in its place; null if there is nothing as simple
   * @param chain who called whom, from the caller of the call to the body's line
   * @param workflow the stored name
   * @param run the run
   */
  public record Details(
      String call,
      String rule,
      String reason,
      @Nullable String replacement,
      List<String> chain,
      String workflow,
      RunId run) {
    /** Copies the chain. */
    public Details {
      chain = List.copyOf(chain);
    }

    /** Returns the line of the body. */
    public String site() {
      return chain.isEmpty() ? "an unknown line" : chain.get(chain.size() - 1);
    }

    /** Returns all of it in a few sentences, without a code. */
    public String text() {
      StringBuilder text = new StringBuilder("nondeterministic call in a workflow body: ");
      text.append(call).append(", ").append(reason);
      text.append(": run=").append(run).append(", workflow=").append(workflow);
      text.append(", at=").append(site());
      if (chain.size() > 1) {
        text.append(", through=").append(String.join(" < ", chain.subList(0, chain.size() - 1)));
      }
      text.append(", rule=").append(rule).append('.');
      if (replacement != null) {
        text.append(" Use ").append(replacement).append('.');
      }
      return text.toString();
    }
  }

  /** Creates an error. */
  public NondeterministicCallError(Details details) {
    super(
        "[" + ErrorCode.ES601 + "] " + details.text() + " docs/errors/" + ErrorCode.ES601 + ".md");
    this.details = details;
  }

  /** Returns the stable code. */
  public ErrorCode code() {
    return ErrorCode.ES601;
  }

  /** Returns what was called, and where; null after serialization. */
  public Details details() {
    return details;
  }
}

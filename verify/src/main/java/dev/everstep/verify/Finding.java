package dev.everstep.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a body can reach and that makes it nondeterministic. There is one for each body and
 * place of a call, with the shortest way from one to the other.
 *
 * @param rule the id of the catalogue's rule, {@code group/Owner#member(args)}
 * @param group the rule's group, such as {@code time}
 * @param call what is called, {@code java.util.UUID#randomUUID()}; for a rule of no call its name,
 *     with the field: {@code !putstatic app.Counters.count}
 * @param severity {@code FORBID} or {@code WARN}
 * @param body the durable method, {@code app.Orders.place}
 * @param chain from the body, first, to the place of the call, last; starts at a constructor or a
 *     field of the workflow's class if that makes the call
 * @param reason why the call is no good in a body
 * @param replacement what to write in its place; null if there is nothing
 * @param fingerprint the same as long as the call, the method that contains it and the body keep
 *     their names, whatever their lines
 * @param known whether the baseline has it
 */
public record Finding(
    String rule,
    String group,
    String call,
    Severity severity,
    String body,
    List<Frame> chain,
    String reason,
    @Nullable String replacement,
    String fingerprint,
    boolean known) {

  /** Copies the chain. */
  public Finding {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a finding without a place");
    }
  }

  /** Returns the place of the call. */
  public Frame at() {
    return chain.get(chain.size() - 1);
  }

  /** Returns the last place on the way that is the project's own code. */
  public Frame lastOfProject() {
    for (int i = chain.size() - 1; i > 0; i--) {
      if (chain.get(i).project()) {
        return chain.get(i);
      }
    }
    return chain.get(0);
  }

  /** Returns the code under which it is reported. */
  public VerifyCode code() {
    return severity == Severity.FORBID ? VerifyCode.ES620 : VerifyCode.ES621;
  }
}

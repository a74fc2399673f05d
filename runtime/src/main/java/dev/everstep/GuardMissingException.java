package dev.everstep;

/** The agent was asked to forbid nondeterministic calls, and is not in place. */
public final class GuardMissingException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param reason why it is not, as the agent says
   */
  public GuardMissingException(String reason) {
    super(
        ErrorCode.ES602,
        "the guard is not in place, and was asked to forbid: "
            + reason
            + ". Mend that, or start the agent with warn or off.",
        null);
  }
}

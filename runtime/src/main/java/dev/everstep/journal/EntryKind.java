package dev.everstep.journal;

/**
 * What an entry records. The code is what journals store: never changed, never reused. The body of
 * each kind is described in {@code dev.everstep.trace}.
 */
public enum EntryKind {
  /** The run was started: workflow and input. */
  RUN_STARTED(1),
  /** A step returned: input, output, times, attempt. */
  STEP_COMPLETED(2),
  /** A step failed for good: input, error, times, attempt. */
  STEP_FAILED(3),
  /** An attempt of a step failed and another is due, or it was cut short by a crash. */
  ATTEMPT_FAILED(4),
  /** A sleep is over. */
  TIMER_FIRED(5),
  /** The entry method returned. */
  RUN_COMPLETED(6),
  /** The entry method threw. */
  RUN_FAILED(7),
  /** The run cannot continue on the code at hand. */
  RUN_STUCK(8),
  /** A stuck run goes on. */
  RUN_UNSTUCK(9);

  private static final EntryKind[] BY_CODE = new EntryKind[10];

  static {
    for (EntryKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;

  EntryKind(int code) {
    this.code = code;
  }

  /** Returns the stored code, 1 to 127. */
  public int code() {
    return code;
  }

  /**
   * Returns the kind with a stored code.
   *
   * @throws IllegalArgumentException if this version knows none
   */
  public static EntryKind of(int code) {
    if (code < 1 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("entry kind code=" + code);
    }
    return BY_CODE[code];
  }
}

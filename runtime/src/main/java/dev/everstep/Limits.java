package dev.everstep;

/**
 * What runs may hold, and how many there may be. What is above a limit is refused before anything
 * is written. Sizes are bytes of JSON as they are in memory, 1 KiB to 32 MiB each. Immutable; they
 * may differ from one opening to the next, and a run that is stuck on a limit goes on at an opening
 * with a higher one.
 *
 * @param runInputBytesMax all arguments of a run together; {@code start} throws {@link
 *     UnstorableValueException} (ES405)
 * @param runOutputBytesMax the result of a run, which is stuck (ES405)
 * @param stepInputBytesMax all arguments of a step together, or all locals that an inline step
 *     captures; its run is stuck (ES405) and the function is not called
 * @param stepOutputBytesMax the result of a step, which fails for good with {@link
 *     StepOutputTooLargeException} (ES210)
 * @param failureBytesMax what a step or a workflow threw, 16 KiB to 32 MiB; a larger one is kept as
 *     text that fits, and comes back as {@link StepFailedException} (ES410)
 * @param frameBytesMax all frames of a run together, with the locals in them; the run is stuck
 *     (ES405)
 * @param openRunsMax how many runs may be unfinished at a time, 1 to 100,000,000; {@code start}
 *     throws {@link TooManyRunsException} (ES108)
 */
public record Limits(
    int runInputBytesMax,
    int runOutputBytesMax,
    int stepInputBytesMax,
    int stepOutputBytesMax,
    int failureBytesMax,
    int frameBytesMax,
    long openRunsMax) {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final Limits DEFAULTS =
      new Limits(8 * MIB, 8 * MIB, 8 * MIB, 8 * MIB, 512 * KIB, 8 * MIB, 1_000_000);

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException ES107 if one is out of its range
   */
  public Limits {
    checkSize("runInputBytesMax", runInputBytesMax, KIB);
    checkSize("runOutputBytesMax", runOutputBytesMax, KIB);
    checkSize("stepInputBytesMax", stepInputBytesMax, KIB);
    checkSize("stepOutputBytesMax", stepOutputBytesMax, KIB);
    checkSize("failureBytesMax", failureBytesMax, 16 * KIB);
    checkSize("frameBytesMax", frameBytesMax, KIB);
    check("openRunsMax", openRunsMax, 1, 100_000_000);
  }

  private static void checkSize(String name, long value, long least) {
    check(name, value, least, 32 * MIB);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          ErrorCode.ES107,
          "the limit "
              + name
              + " is out of its range: "
              + value
              + ", allowed: "
              + least
              + " to "
              + most
              + ".");
    }
  }

  /** Returns 8 MiB for each size, 512 KiB for failures, and 1,000,000 open runs. */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /** Returns these limits with another one on the arguments of a run, in bytes. */
  public Limits withRunInputBytesMax(int bytes) {
    return new Limits(
        bytes,
        runOutputBytesMax,
        stepInputBytesMax,
        stepOutputBytesMax,
        failureBytesMax,
        frameBytesMax,
        openRunsMax);
  }

  /** Returns these limits with another one on the result of a run, in bytes. */
  public Limits withRunOutputBytesMax(int bytes) {
    return new Limits(
        runInputBytesMax,
        bytes,
        stepInputBytesMax,
        stepOutputBytesMax,
        failureBytesMax,
        frameBytesMax,
        openRunsMax);
  }

  /** Returns these limits with another one on the arguments of a step, in bytes. */
  public Limits withStepInputBytesMax(int bytes) {
    return new Limits(
        runInputBytesMax,
        runOutputBytesMax,
        bytes,
        stepOutputBytesMax,
        failureBytesMax,
        frameBytesMax,
        openRunsMax);
  }

  /** Returns these limits with another one on the result of a step, in bytes. */
  public Limits withStepOutputBytesMax(int bytes) {
    return new Limits(
        runInputBytesMax,
        runOutputBytesMax,
        stepInputBytesMax,
        bytes,
        failureBytesMax,
        frameBytesMax,
        openRunsMax);
  }

  /** Returns these limits with another one on what is kept of a failure, in bytes. */
  public Limits withFailureBytesMax(int bytes) {
    return new Limits(
        runInputBytesMax,
        runOutputBytesMax,
        stepInputBytesMax,
        stepOutputBytesMax,
        bytes,
        frameBytesMax,
        openRunsMax);
  }

  /** Returns these limits with another one on the frames of a run, in bytes. */
  public Limits withFrameBytesMax(int bytes) {
    return new Limits(
        runInputBytesMax,
        runOutputBytesMax,
        stepInputBytesMax,
        stepOutputBytesMax,
        failureBytesMax,
        bytes,
        openRunsMax);
  }

  /** Returns these limits with another one on the number of unfinished runs. */
  public Limits withOpenRunsMax(long runs) {
    return new Limits(
        runInputBytesMax,
        runOutputBytesMax,
        stepInputBytesMax,
        stepOutputBytesMax,
        failureBytesMax,
        frameBytesMax,
        runs);
  }

  /**
   * Returns what the largest transition within these limits may take in a journal, in bytes: a
   * finished step with its input and output, and the next one's frames and input, or the run's
   * start or end. The journal of a data directory is opened with it; give it to one of your own.
   */
  public int transitionBytesMax() {
    int outcome = Math.max(stepOutputBytesMax, failureBytesMax);
    int step = stepInputBytesMax + outcome;
    int next = frameBytesMax + Math.max(stepInputBytesMax, outcome);
    int end = Math.max(runOutputBytesMax, failureBytesMax);
    int start = Math.max(runInputBytesMax, step);
    int larger = start + Math.max(next, end);
    return larger + larger / 16 + MIB; // names, times, and the references between pieces
  }
}

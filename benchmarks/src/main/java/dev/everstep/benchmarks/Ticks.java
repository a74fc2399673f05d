package dev.everstep.benchmarks;

import dev.everstep.annotations.Function;
import java.util.function.IntConsumer;

/** The function of {@link Counter}. */
public final class Ticks {
  private final IntConsumer onCall;

  /** Creates functions that tell of each call. */
  public Ticks(IntConsumer onCall) {
    this.onCall = onCall;
  }

  /** Returns its argument. */
  @Function
  public int tick(int i) {
    onCall.accept(i);
    return i;
  }
}

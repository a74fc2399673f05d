package dev.everstep.processor.build;

import dev.everstep.annotations.Function;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A function at which runs can be parked. */
public final class Parked {
  static final List<String> CALLS = new CopyOnWriteArrayList<>();
  static volatile String parkedAt = "";
  static volatile CountDownLatch reached = new CountDownLatch(1);
  static volatile CountDownLatch released = new CountDownLatch(1);

  /** Creates an instance; the engine does. */
  public Parked() {}

  /** Records the call, and waits where the test says. */
  @Function
  public String work(String of) throws InterruptedException {
    CALLS.add(of);
    if (of.equals(parkedAt)) {
      reached.countDown();
      released.await();
    }
    return of + ".";
  }
}

package dev.everstep.benchmarks;

import dev.everstep.journal.Entry;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Transition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is committed to a journal: bodies of entries and states of heads, and what the log of
 * the embedded journal makes of them. Thread-safe.
 */
final class CommittedBytes {
  private final LongAdder transitions = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder logBytes = new LongAdder();

  /** Returns a journal whose commits are counted. */
  Journal counted(Journal journal) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Transition transition) {
                count(transition);
              }
              try {
                return method.invoke(journal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void count(Transition transition) {
    transitions.increment();
    logBytes.add(SampleRun.logBytes(transition));
    bytes.add(transition.head().state().length());
    for (Entry entry : transition.entries()) {
      bytes.add(entry.body().length());
    }
  }

  long bytes() {
    return bytes.sum();
  }

  long logBytes() {
    return logBytes.sum();
  }

  long transitions() {
    return transitions.sum();
  }
}

package dev.everstep.cli;

import dev.everstep.EverstepException;
import dev.everstep.RunId;
import dev.everstep.journal.transfer.Observer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far work on a whole journal is, and what was left out. Confined to one thread. */
final class Counter implements Observer {
  private static final long INTERVAL_NANOS = 500_000_000L;

  private final Console console;
  private final String verb;
  private final boolean isShown;
  private long shownAt = System.nanoTime();
  private long problems;

  /** Begins to count; {@code verb} says what is done with runs, as in {@code exported}. */
  Counter(Console console, String verb) {
    this(console, verb, true);
  }

  /** Begins to count; shows nothing on the way if results are printed to the same terminal. */
  Counter(Console console, String verb, boolean isShown) {
    this.console = console;
    this.verb = verb;
    this.isShown = isShown;
  }

  @Override
  public void progress(long runs, long entries) {
    long now = System.nanoTime();
    if (isShown && now - shownAt > INTERVAL_NANOS) {
      shownAt = now;
      console.status(words(verb, runs, entries));
    }
  }

  @Override
  public void problem(@Nullable RunId run, EverstepException reason) {
    problems++;
    console.error(String.valueOf(reason.getMessage()));
  }

  /** Takes what is shown away; returns the exit code. */
  int end() {
    console.status("");
    return problems == 0 ? Main.DONE : Main.FAILED;
  }

  static String words(String verb, long runs, long entries) {
    return verb
        + " "
        + number(runs, "run", "runs")
        + " with "
        + number(entries, "entry", "entries");
  }

  private static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}

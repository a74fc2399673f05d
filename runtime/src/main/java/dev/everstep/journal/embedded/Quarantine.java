package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs that damage has touched, with what is known of it. They take no commits and are not resumed;
 * all that can be read of them stays. Thread-safe.
 */
final class Quarantine {
  private static final int REASON_MAX = 2000;

  private final Map<RunId, String> reasons = new ConcurrentSkipListMap<>();
  private final Map<RunId, String> unsaved = new ConcurrentSkipListMap<>();

  /** Adds a run without a need to store that: it is stored, or would be found out again. */
  void note(RunId run, String reason) {
    reasons.putIfAbsent(run, reason);
  }

  /** Adds a run; a reason that is there already stays. */
  void add(RunId run, String reason) {
    String text = reason.length() <= REASON_MAX ? reason : reason.substring(0, REASON_MAX) + "...";
    if (reasons.putIfAbsent(run, text) == null) {
      unsaved.put(run, text);
    }
  }

  /** Returns those that are in no table, for the one who writes the next. */
  Map<RunId, String> unsaved() {
    return Map.copyOf(unsaved);
  }

  /** Says that a table has them. */
  void saved(Map<RunId, String> those) {
    unsaved.keySet().removeAll(those.keySet());
  }

  /** Returns why a run is in here, or null if it is not. */
  @Nullable String reason(RunId run) {
    return reasons.get(run);
  }

  /** Returns all, by id. */
  Map<RunId, String> all() {
    return new TreeMap<>(reasons);
  }
}

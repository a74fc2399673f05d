package dev.everstep.journal;

import dev.everstep.RunId;
import java.util.List;

/**
 * What one event did to a run; stored whole or not at all.
 *
 * @param entries what to append: at least one, with consecutive seqs that follow the stored head's,
 *     or begin at 0 for a new run
 * @param head the new head; its seq is the last entry's
 */
public record Transition(List<Entry> entries, Head head) {
  /** Checks the seqs. */
  public Transition {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("run=" + head.run() + ": a transition without entries");
    }
    for (int i = 0; i < entries.size(); i++) {
      long expected = head.seq() - entries.size() + 1 + i;
      if (entries.get(i).seq() != expected) {
        throw new IllegalArgumentException(
            "run=" + head.run() + ", seq=" + entries.get(i).seq() + ", expected=" + expected);
      }
    }
  }

  /** Returns the run. */
  public RunId run() {
    return head.run();
  }

  /** Returns the seq of the first entry; 0 means that the run is new. */
  public long firstSeq() {
    return entries.get(0).seq();
  }
}

package dev.everstep.journal.transfer;

import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The heads of runs, the newest first, read in pages. */
final class RunPages {
  private static final int PAGE_MAX = 1_000;

  private final Journal journal;
  private final Selection selection;
  private final PageSize size = new PageSize(PAGE_MAX);
  private @Nullable Head last;

  RunPages(Journal journal, Selection selection) {
    this.journal = journal;
    this.selection = selection;
  }

  /**
   * Returns the next heads; none behind the oldest.
   *
   * @throws JournalException if the next one cannot be read; all before it have been returned
   */
  List<Head> page() {
    int limit = size.limit();
    while (true) {
      try {
        return read(limit);
      } catch (JournalException e) {
        if (limit == 1) {
          throw e;
        }
        limit /= 2; // What is in front of the one that cannot be read can.
      }
    }
  }

  private List<Head> read(int limit) {
    RunQuery query = new RunQuery(selection.status(), selection.workflow(), null, limit);
    List<Head> heads = journal.runs(last == null ? query : query.after(last));
    if (!heads.isEmpty()) {
      last = heads.get(heads.size() - 1);
      size.seen(heads.size(), heads.stream().mapToLong(head -> head.state().length()).sum());
    }
    return heads;
  }
}

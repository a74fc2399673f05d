package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.RunQuery.Position;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The heads of runs, the newest first, read in pages. */
final class RunPages {
  private static final int PAGE_MAX = 200;
  private static final RunId LOWEST = new RunId("0");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final Journal journal;
  private final Selection selection;
  private final Consumer<JournalException> damaged;
  private final PageSize size = new PageSize(PAGE_MAX);
  private @Nullable Position last;

  /**
   * Begins with the newest run.
   *
   * @param damaged is told of each place that cannot be read; runs there are left out
   */
  RunPages(Journal journal, Selection selection, Consumer<JournalException> damaged) {
    this.journal = journal;
    this.selection = selection;
    this.damaged = damaged;
  }

  /**
   * Returns the next heads; none behind the oldest.
   *
   * @throws JournalException ES302 if the journal is closed
   */
  List<Head> page() {
    int limit = size.limit();
    while (true) {
      try {
        return read(limit);
      } catch (JournalException e) {
        if (e.code() == ErrorCode.ES302) {
          throw e;
        } else if (limit > 1) {
          limit /= 2; // What is in front of the one that cannot be read can.
        } else {
          damaged.accept(e);
          if (!skip()) {
            return List.of();
          }
        }
      }
    }
  }

  private List<Head> read(int limit) {
    List<Head> heads = journal.runs(query(last, limit));
    if (!heads.isEmpty()) {
      Head oldest = heads.get(heads.size() - 1);
      last = new Position(oldest.startedAt(), oldest.run());
      size.seen(heads.size(), heads.stream().mapToLong(head -> head.state().length()).sum());
    }
    return heads;
  }

  /**
   * Moves behind what cannot be read. Nothing says where that is, so this looks for the latest time
   * behind which something can; runs between two damaged ones may be passed over with them.
   */
  private boolean skip() {
    long failing = (last == null ? LATEST : last.startedAt()).toEpochMilli() + 1;
    long step = 1;
    while (!canReadBehind(failing - step)) {
      failing -= step;
      step *= 2;
      if (failing < 0) {
        return false;
      }
    }
    long readable = failing - step;
    while (failing - readable > 1) {
      long middle = readable + (failing - readable) / 2;
      if (canReadBehind(middle)) {
        readable = middle;
      } else {
        failing = middle;
      }
    }
    last = before(readable);
    return true;
  }

  private boolean canReadBehind(long millis) {
    try {
      journal.runs(query(before(millis), 1));
      return true;
    } catch (JournalException e) {
      return false;
    }
  }

  private static Position before(long millis) {
    return new Position(Instant.ofEpochMilli(millis), LOWEST);
  }

  private RunQuery query(@Nullable Position after, int limit) {
    return new RunQuery(selection.status(), selection.workflow(), after, limit);
  }
}

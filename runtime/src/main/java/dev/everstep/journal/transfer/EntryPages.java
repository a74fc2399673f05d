package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a run up to a head's, in order, read in pages. */
final class EntryPages {
  private static final int PAGE_MAX = 16;

  private final Journal journal;
  private final Head head;
  private final PageSize size = new PageSize(PAGE_MAX);
  private Iterator<Entry> page = List.<Entry>of().iterator();
  private long nextSeq;

  EntryPages(Journal journal, Head head) {
    this.journal = journal;
    this.head = head;
  }

  /**
   * Returns the next entries; none behind the head's.
   *
   * @throws JournalException ES321 if the next one is not there, or as the journal throws it
   */
  List<Entry> page() {
    if (nextSeq > head.seq()) {
      return List.of();
    }
    int limit = (int) Math.min(size.limit(), head.seq() - nextSeq + 1);
    List<Entry> entries = journal.entries(head.run(), nextSeq, limit);
    if (entries.isEmpty()) {
      throw missing();
    }
    long bytes = 0;
    for (Entry entry : entries) {
      if (entry.seq() != nextSeq) {
        throw missing();
      }
      bytes += entry.body().length();
      nextSeq++;
    }
    size.seen(entries.size(), bytes);
    return entries;
  }

  /** Returns the next entry; null behind the head's. Throws as {@link #page} does. */
  @Nullable Entry next() {
    if (!page.hasNext()) {
      page = page().iterator();
    }
    return page.hasNext() ? page.next() : null;
  }

  private JournalException missing() {
    return new JournalException(
        ErrorCode.ES321,
        "a run is not whole: run="
            + head.run()
            + ", last seq="
            + head.seq()
            + ", no entry with seq="
            + nextSeq
            + ". Other runs can be used. Restore this one from an export or a backup.",
        null);
  }
}

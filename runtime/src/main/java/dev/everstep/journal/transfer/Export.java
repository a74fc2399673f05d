package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.UnreadableValueException;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Payload;
import dev.everstep.pieces.Documents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as JSON lines. Runs may go on meanwhile: each is written as it was at one moment.
 * Changes nothing.
 */
public final class Export {
  /** What a document in full may be longer than twice its stored form without being asked for. */
  private static final int SHORT = 1_024;

  private static final int SALVAGED_PAGE = 16;

  private final Journal journal;
  private final Selection selection;
  private final boolean inFull;
  private final Observer observer;
  private long runs;
  private long entries;
  private long unreadable;

  /**
   * Prepares an export.
   *
   * @param inFull whether to write all documents that are stored in pieces also as the JSON they
   *     stand for, for people and other tools; the file may become many times larger. Without it,
   *     only those are written so that are little longer than what is stored
   */
  public Export(Journal journal, Selection selection, boolean inFull, Observer observer) {
    this.journal = journal;
    this.selection = selection;
    this.inFull = inFull;
    this.observer = observer;
  }

  /**
   * Writes the file and flushes it, without closing. A run that cannot be read is told to the
   * observer and in the file, and does not end the export.
   *
   * @param at when this is
   * @param by what writes it
   * @throws JournalException ES302 if the journal is closed; then, as after an {@link IOException},
   *     the file lacks its last line
   */
  public Totals writeTo(OutputStream file, Instant at, String by) throws IOException {
    OutputStream out = new BufferedOutputStream(file, 1 << 16);
    write(out, Lines.header(at, by));
    if (selection.runs().isEmpty()) {
      listed(out);
    } else {
      for (RunId run : selection.runs()) {
        named(out, run);
      }
    }
    Totals totals = new Totals(runs, entries, unreadable);
    write(out, Lines.end(totals));
    out.flush();
    return totals;
  }

  private void listed(OutputStream out) throws IOException {
    List<JournalException> damaged = new ArrayList<>();
    RunPages pages = new RunPages(journal, selection, damaged::add);
    List<Head> page;
    do {
      page = pages.page();
      for (JournalException reason : damaged) {
        unreadable(out, null, reason);
      }
      damaged.clear();
      for (Head head : page) {
        export(out, head);
      }
    } while (!page.isEmpty());
    Map<RunId, JournalException> quarantined = new LinkedHashMap<>();
    Quarantined.forEach(journal, quarantined::put);
    for (Map.Entry<RunId, JournalException> each : quarantined.entrySet()) {
      unreadable(out, each.getKey(), each.getValue());
      salvaged(out, each.getKey());
    }
  }

  // For people: an import passes them over.
  private void salvaged(OutputStream out, RunId run) throws IOException {
    long seq = 0;
    while (true) {
      List<Entry> entries;
      try {
        entries = journal.entries(run, seq, SALVAGED_PAGE);
      } catch (JournalException e) {
        return; // That it is damaged has been told.
      }
      if (entries.isEmpty()) {
        return;
      }
      Documents documents = new Documents(journal, run);
      for (Entry entry : entries) {
        write(out, Lines.entry(run, entry, inFull(documents, run, entry)));
        seq = entry.seq() + 1;
      }
    }
  }

  private void named(OutputStream out, RunId run) throws IOException {
    Head head;
    try {
      head = journal.head(run).orElse(null);
    } catch (JournalException e) {
      unreadable(out, run, e);
      salvaged(out, run);
      return;
    }
    if (head != null && selection.accepts(head)) {
      export(out, head);
    }
  }

  private void export(OutputStream out, Head head) throws IOException {
    write(out, Lines.run(head, inFull(head)));
    EntryPages pages = new EntryPages(journal, head);
    long written = 0;
    while (written <= head.seq()) {
      List<Entry> page;
      try {
        page = pages.page();
      } catch (JournalException e) {
        unreadable(out, head.run(), e);
        return;
      }
      // Anew for each page: it keeps the bodies that were referred to.
      Documents documents = new Documents(journal, head.run());
      for (Entry entry : page) {
        write(out, Lines.entry(head.run(), entry, inFull(documents, head.run(), entry)));
      }
      written += page.size();
      observer.progress(runs, entries + written);
    }
    runs++;
    entries += written;
    observer.progress(runs, entries);
  }

  private @Nullable Payload inFull(Head head) {
    return inFull(head.run(), head.state(), () -> Documents.state(journal, head));
  }

  private @Nullable Payload inFull(Documents documents, RunId run, Entry entry) {
    return inFull(run, entry.body(), () -> documents.entry(entry).body());
  }

  private @Nullable Payload inFull(RunId run, Payload stored, Supplier<Payload> json) {
    try {
      if (inFull || Documents.jsonLength(run, stored) <= 2L * stored.length() + SHORT) {
        Payload full = json.get();
        return full.equals(stored) ? null : full;
      }
    } catch (UnreadableValueException | JournalException e) {
      if (inFull) {
        observer.problem(run, e); // The stored bytes are written all the same.
      }
    }
    return null;
  }

  private void unreadable(OutputStream out, @Nullable RunId run, JournalException reason)
      throws IOException {
    if (reason.code() == ErrorCode.ES302) {
      throw reason; // closed: no run can be read any more
    }
    write(out, Lines.unreadable(run, String.valueOf(reason.getMessage())));
    unreadable++;
    observer.problem(run, reason);
  }

  private static void write(OutputStream out, Payload line) throws IOException {
    out.write(line.array());
    out.write('\n');
  }
}

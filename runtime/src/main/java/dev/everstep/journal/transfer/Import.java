package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the runs of an export into a journal that no engine works on. The {@link ExportFile} has
 * been read to its end before, so nothing is written if it is not whole.
 *
 * <pre>
 * the journal has                           what becomes of the run
 * no such run                                  imported
 * the same run, equal                          skipped
 * its beginning, of an import that was cut     compared as far as it goes, then imported
 * another run of this id, or a state of        refused with ES323: the journal keeps what it has
 *   it that is not the file's
 * </pre>
 *
 * <p>After a crash the same import completes what is missing. A run that needs more than one
 * transition is stuck with ES320 until its last one is there.
 */
public final class Import {
  /** What a transition of an import takes, unless one entry alone is larger. */
  public static final int PIECE_BYTES = 1 << 20;

  private static final int ENTRY_OVERHEAD = 64;

  private final Journal journal;
  private final ExportFile file;
  private final int pieceBytes;
  private final Observer observer;
  private final CommitsInFlight commits;
  private long imported;
  private long entries;
  private long skipped;
  private long refused;

  /** Prepares an import, with {@link #PIECE_BYTES}. */
  public Import(Journal journal, ExportFile file, Observer observer) {
    this(journal, file, PIECE_BYTES, observer);
  }

  /**
   * Prepares an import.
   *
   * @param pieceBytes runs up to this size are stored whole or not at all, larger ones in pieces of
   *     it; well below the journal's limit on transitions
   */
  public Import(Journal journal, ExportFile file, int pieceBytes, Observer observer) {
    this.journal = journal;
    this.file = file;
    this.pieceBytes = pieceBytes;
    this.observer = observer;
    this.commits = new CommitsInFlight(journal);
  }

  /**
   * What an import did.
   *
   * @param imported runs that are new in the journal, or complete now
   * @param entries how many entries were written
   * @param skipped runs that were there already
   * @param refused runs of which the journal has something else
   * @param unreadable runs that could not be read when the file was written
   */
  public record Imported(
      long imported, long entries, long skipped, long refused, long unreadable) {}

  /**
   * Imports the file; call it once. All is durable when it returns.
   *
   * @throws InvalidInputException ES322 if the file has changed since it was read
   * @throws JournalException if the journal refuses; what was imported until then is kept, and the
   *     same import goes on with the rest
   */
  public Imported run() throws IOException {
    file.read(new Arrival());
    commits.await();
    return new Imported(imported, entries, skipped, refused, file.totals().unreadable());
  }

  private final class Arrival implements ExportReader.Visitor {
    private @Nullable Arriving current;

    @Override
    public void run(Head head) {
      current = file.isUnreadable(head.run()) ? null : begin(head);
    }

    @Override
    public void entry(Head head, Entry entry) {
      if (current == null) {
        return;
      }
      InvalidInputException refusal = current.entry(entry);
      if (refusal != null) {
        refuse(head, refusal);
        current = null;
      } else if (entry.seq() == head.seq()) {
        if (current.isNew()) {
          imported++;
        } else {
          skipped++;
        }
        observer.progress(imported + skipped + refused, entries);
      }
    }

    @Override
    public void unreadable(@Nullable RunId run, String reason) {
      observer.problem(
          run,
          new InvalidInputException(
              ErrorCode.ES324,
              "the export lacks a run that could not be read when it was made: run="
                  + (run == null ? "unknown" : run)
                  + ". It was not imported. Look for it in an older export. Reason: "
                  + reason));
    }
  }

  private @Nullable Arriving begin(Head head) {
    commits.await(head.run());
    Optional<Head> stored;
    try {
      stored = journal.head(head.run());
    } catch (JournalException e) {
      refuse(head, unreadableThere(head, e));
      return null;
    }
    if (stored.isEmpty()) {
      return new Arriving(head, null, true);
    }
    Head there = stored.get();
    if (there.equals(head)) {
      return new Arriving(head, new EntryPages(journal, there), false);
    } else if (IncompleteImport.is(there)
        && there.seq() < head.seq()
        && there.startedAt().equals(head.startedAt())
        && there.workflow().equals(head.workflow())) {
      return new Arriving(head, new EntryPages(journal, there), true);
    }
    refuse(
        head,
        different(
            head,
            "workflow="
                + there.workflow()
                + ", status="
                + there.status()
                + ", last seq="
                + there.seq()
                + " there; "
                + head.workflow()
                + ", "
                + head.status()
                + ", "
                + head.seq()
                + " in the file"));
    return null;
  }

  private void refuse(Head head, InvalidInputException reason) {
    refused++;
    observer.problem(head.run(), reason);
  }

  private static InvalidInputException different(Head head, String how) {
    return new InvalidInputException(
        ErrorCode.ES323,
        "the journal has another run with this id, or another state of it: run="
            + head.run()
            + ", "
            + how
            + ". The journal keeps what it has. Import into another directory, or leave this run"
            + " out of the export.");
  }

  private static InvalidInputException unreadableThere(Head head, JournalException e) {
    return new InvalidInputException(
        ErrorCode.ES323,
        "the journal may have this run, but cannot read it: run="
            + head.run()
            + ". It keeps what it has. Import into another directory. Reason: "
            + e.getMessage(),
        e);
  }

  /** A run whose entries come in one by one. */
  private final class Arriving {
    private final Head head;
    private final boolean isNew;
    private @Nullable EntryPages stored;
    private List<Entry> pending = new ArrayList<>();
    private long pendingBytes;

    /**
     * Begins a run.
     *
     * @param stored what the journal has of it; null if nothing
     * @param isNew whether what comes behind that is to be written
     */
    Arriving(Head head, @Nullable EntryPages stored, boolean isNew) {
      this.head = head;
      this.stored = stored;
      this.isNew = isNew;
    }

    boolean isNew() {
      return isNew;
    }

    /** Takes the next entry; returns why the run is refused, or null. */
    @Nullable InvalidInputException entry(Entry entry) {
      if (stored != null) {
        Entry there;
        try {
          there = stored.next();
        } catch (JournalException e) {
          return unreadableThere(head, e);
        }
        if (there != null) {
          return there.equals(entry)
              ? null
              : different(head, "the entry with seq=" + entry.seq() + " is another one there");
        }
        stored = null;
      }
      write(entry);
      return null;
    }

    private void write(Entry entry) {
      boolean isLast = entry.seq() == head.seq();
      long size = ENTRY_OVERHEAD + entry.body().length() + (isLast ? head.state().length() : 0);
      if (!pending.isEmpty() && pendingBytes + size > pieceBytes) {
        commit(IncompleteImport.head(head, pending.get(pending.size() - 1)));
      }
      pending.add(entry);
      pendingBytes += size;
      if (isLast) {
        commit(head);
      }
    }

    private void commit(Head at) {
      commits.add(new Transition(pending, at), pendingBytes);
      entries += pending.size();
      observer.progress(imported + skipped + refused, entries);
      pending = new ArrayList<>();
      pendingBytes = 0;
    }
  }
}

package dev.everstep.trace;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.UnreadableValueException;
import dev.everstep.codec.Failure;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.StoredFrame;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, from its start to where it is. Immutable.
 *
 * @param run the run
 * @param workflow the workflow's stored name
 * @param status what the run is at
 * @param startedAt when the run was started
 * @param updatedAt when its last entry was made
 * @param wakeAt when it is due, if it waits for nothing but time; else null
 * @param input the run's arguments, a JSON array
 * @param result of a completed run; JSON null if the workflow returns nothing; else null
 * @param error of a failed run; else null
 * @param stuckReason of a stuck run, with its code; else null
 * @param pending what an unfinished run waits for; null if it has finished, or is stuck before it
 *     asked for anything
 * @param entries all entries in order
 */
public record Trace(
    RunId run,
    String workflow,
    RunStatus status,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant wakeAt,
    Payload input,
    @Nullable Payload result,
    @Nullable Failure error,
    @Nullable String stuckReason,
    @Nullable Pending pending,
    List<TraceEntry> entries) {
  private static final int PAGE = 1_000;

  /** Copies the list. */
  public Trace {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a run, finished or not; empty if the journal does not know it. The run may go on
   * meanwhile: what is returned is how it was at one moment.
   *
   * @throws dev.everstep.journal.JournalException if the journal cannot be read
   */
  public static Optional<Trace> read(Journal journal, RunId run) {
    return journal.head(run).map(head -> read(journal, head));
  }

  /**
   * Reads some entries of a run, in order; empty if there are none from there on.
   *
   * @param fromSeq the first seq wanted, from 0
   * @param limit how many at most, at least 1
   * @throws dev.everstep.journal.JournalException if the journal cannot be read
   */
  public static List<TraceEntry> page(Journal journal, RunId run, long fromSeq, int limit) {
    Documents documents = new Documents(journal, run);
    return journal.entries(run, fromSeq, limit).stream()
        .map(entry -> TraceEntry.read(documents.entry(entry)))
        .toList();
  }

  private static Trace read(Journal journal, Head head) {
    Documents documents = new Documents(journal, head.run());
    List<TraceEntry> entries = new ArrayList<>();
    long next = 0;
    while (next <= head.seq()) {
      int wanted = (int) Math.min(PAGE, head.seq() + 1 - next);
      List<Entry> page = journal.entries(head.run(), next, wanted);
      if (page.isEmpty()) {
        throw new IllegalStateException(
            "run=" + head.run() + ": the head's seq is " + head.seq() + ", no entry at " + next);
      }
      page.forEach(entry -> entries.add(TraceEntry.read(documents.entry(entry))));
      next += page.size();
    }
    TraceEntry last = entries.get(entries.size() - 1);
    HeadState state = HeadState.read(Documents.state(journal, head));
    return new Trace(
        head.run(),
        head.workflow(),
        head.status(),
        head.startedAt(),
        head.updatedAt(),
        head.wakeAt(),
        entries.get(0).input() == null ? Payload.utf8("[]") : entries.get(0).input(),
        last.kind() == EntryKind.RUN_COMPLETED ? last.output() : null,
        last.kind() == EntryKind.RUN_FAILED ? last.error() : null,
        state.stuck() == null ? null : state.stuck().reason(),
        state.waiting() == null ? null : Pending.of(state.waiting(), helper(state)),
        entries);
  }

  /** Returns the method of the innermost frame; null if that is the entry's. */
  private static @Nullable String helper(HeadState state) {
    if (state.frames() == null) {
      return null;
    }
    try {
      List<StoredFrame> frames = FrameCodec.parse(state.frames());
      return frames.size() < 2 ? null : frames.get(frames.size() - 1).method();
    } catch (UnreadableValueException newer) {
      return null; // The run says so itself when it is to go on.
    }
  }
}

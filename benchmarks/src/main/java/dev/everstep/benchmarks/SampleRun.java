package dev.everstep.benchmarks;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.engine.RunIds;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transitions as an engine commits them, for journals without one: an entry of 400 bytes and a
 * state of 200, about what a small step takes. Confined to one thread.
 */
final class SampleRun {
  /** Bytes of a body and a state together. */
  static final int PAYLOAD_BYTES = 600;

  private static final String WORKFLOW = "SampleFlow";
  private static final Payload BODY = json(400);
  private static final Payload STATE = json(200);

  // What the formats add, see docs/journal.md: texts with 2 bytes of length, payloads with 4.
  private static final int HEAD_BYTES = 2 + 2 + 1 + 4 * 8 + 4;
  private static final int ENTRIES_BYTES = 8 + 4;
  private static final int ENTRY_BYTES = 1 + 8 + 4;
  private static final int TRAILER_LINE_BYTES = 1 + 4 + 4 + 8;

  private final Instant startedAt = Instant.now();
  private final RunId id = RunIds.next(startedAt);
  private long seq;

  private static Payload json(int bytes) {
    return Payload.utf8("{\"text\":\"" + "x".repeat(bytes - 11) + "\"}");
  }

  /** Returns the bytes that a transition adds to a frame of the embedded journal's log. */
  static int logBytes(Transition transition) {
    Head head = transition.head();
    int bytes =
        HEAD_BYTES
            + head.run().value().length()
            + head.workflow().length()
            + head.state().length()
            + ENTRIES_BYTES
            + TRAILER_LINE_BYTES;
    for (Entry entry : transition.entries()) {
      bytes += ENTRY_BYTES + entry.body().length();
    }
    return bytes;
  }

  /** Returns the transitions of a whole run, at least 2. */
  static List<Transition> whole(int transitions) {
    SampleRun run = new SampleRun();
    List<Transition> all = new ArrayList<>();
    while (all.size() < transitions - 1) {
      all.add(run.next());
    }
    all.add(run.last());
    return all;
  }

  /** Returns the start, or else a finished step. */
  Transition next() {
    return transition(
        seq == 0 ? EntryKind.RUN_STARTED : EntryKind.STEP_COMPLETED, RunStatus.RUNNING, null);
  }

  /** Returns the end. */
  Transition last() {
    return transition(EntryKind.RUN_COMPLETED, RunStatus.COMPLETED, null);
  }

  /** Returns the start of a run that then waits for a year. */
  static Transition parked() {
    SampleRun run = new SampleRun();
    return run.transition(
        EntryKind.RUN_STARTED, RunStatus.RUNNING, run.startedAt.plus(Duration.ofDays(365)));
  }

  private Transition transition(EntryKind kind, RunStatus status, @Nullable Instant wakeAt) {
    Instant now = Instant.now();
    Entry entry = new Entry(seq, kind, now, BODY);
    return new Transition(
        List.of(entry), new Head(id, WORKFLOW, status, seq++, startedAt, now, wakeAt, STATE));
  }
}

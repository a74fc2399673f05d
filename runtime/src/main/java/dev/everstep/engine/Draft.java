package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Transition;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Point;
import dev.everstep.machine.Stack;
import dev.everstep.pieces.Packed;
import dev.everstep.pieces.Packing;
import dev.everstep.pieces.Places;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import dev.everstep.trace.TraceEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change in the making: its entries so far. Confined to one thread. */
final class Draft {
  private final String worker;
  private final RunId run;
  private final WorkflowCode code;
  private final Places places;
  private final Instant startedAt;
  private final Instant at;
  private final long firstSeq;
  private final List<Entry> entries = new ArrayList<>(2);
  private long seq;

  /**
   * Begins a change.
   *
   * @param worker names this process in entries
   * @param places where the pieces of the state before are stored
   * @param lastSeq the seq of the run's last entry; -1 if it has none
   * @param at when the event happened
   */
  Draft(
      String worker,
      RunId run,
      WorkflowCode code,
      Places places,
      Instant startedAt,
      long lastSeq,
      Instant at) {
    this.worker = worker;
    this.run = run;
    this.code = code;
    this.places = places;
    this.startedAt = startedAt;
    this.seq = lastSeq;
    this.firstSeq = lastSeq + 1;
    this.at = at;
  }

  RunId run() {
    return run;
  }

  WorkflowCode code() {
    return code;
  }

  Instant at() {
    return at;
  }

  /** Returns the seq of the first entry of the change. */
  long firstSeq() {
    return firstSeq;
  }

  /** Returns the seq of the last entry so far. */
  long lastSeq() {
    return seq;
  }

  /** Begins an entry. */
  TraceEntry.Builder next(EntryKind kind) {
    seq++;
    return TraceEntry.of(seq, kind, at).worker(worker);
  }

  /** Begins an entry on the point at which a run waits. */
  TraceEntry.Builder at(EntryKind kind, RunState state) {
    Stack stack = state.restored().stack();
    Point point = stack.innermost().point();
    FunctionRef function = point.function();
    return next(kind)
        .method(stack.helper())
        .step(
            point.id(),
            point.index(),
            function == null ? null : function.name(),
            point.line(),
            stack.innermost().method().type().sourceFile());
  }

  /** Begins an entry on an attempt of the step that a run waits for. */
  TraceEntry.Builder attempt(
      EntryKind kind,
      RunState state,
      Wait.Step step,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    return at(kind, state)
        .input(step.input())
        .attempt(step.attempt(), step.queuedAt(), startedAt, endedAt);
  }

  void add(TraceEntry.Builder entry) {
    entries.add(entry.build().stored());
  }

  /** Returns the change after which the run waits. */
  Change waiting(HeadState state, @Nullable Activation live) {
    return end(RunStatus.RUNNING, state, live);
  }

  /** Returns the change, whatever it leads to. */
  Change end(RunStatus status, HeadState state, @Nullable Activation live) {
    Instant wakeAt = status == RunStatus.RUNNING ? wakeAt(state.waiting()) : null;
    Packed packed = Packing.pack(places, entries, state.stored());
    Head head = new Head(run, code.name(), status, seq, startedAt, at, wakeAt, packed.state());
    return new Change(
        new Transition(packed.entries(), head),
        new RunState(head, state, packed.places(), code, live));
  }

  private @Nullable Instant wakeAt(@Nullable Wait waiting) {
    if (waiting instanceof Wait.Sleep sleep) {
      return sleep.until();
    }
    return waiting instanceof Wait.Step step ? step.dueAt() : null;
  }
}

package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.UnreadableValueException;
import dev.everstep.codec.FrameMismatchException;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Transition;
import dev.everstep.pieces.Documents;
import dev.everstep.pieces.Packed;
import dev.everstep.pieces.Packing;
import dev.everstep.pieces.Unpacked;
import dev.everstep.state.HeadState;
import dev.everstep.trace.TraceEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes runs stuck whose workflow cannot be had, and lets stuck runs try again. Thread-safe.
 *
 * <p>A run that is as stuck as before is left as it is; one that is stuck on something else says so
 * from then on.
 */
final class StuckRuns {
  private static final Logger LOG = LoggerFactory.getLogger(StuckRuns.class);

  private final Journal journal;
  private final Workflows workflows;
  private final Advance advance;
  private final Checkpoints checkpoints;
  private final Clock clock;
  private final String worker;

  /** The tries under way: one at a time for each run, so that none is told of a state before. */
  private final Map<RunId, CompletableFuture<Optional<HeadState.Stuck>>> tries =
      new ConcurrentHashMap<>();

  StuckRuns(
      Journal journal,
      Workflows workflows,
      Advance advance,
      Checkpoints checkpoints,
      EngineOptions options) {
    this.journal = journal;
    this.workflows = workflows;
    this.advance = advance;
    this.checkpoints = checkpoints;
    this.clock = options.clock();
    this.worker = options.worker();
  }

  /** Returns a run's state; empty if its workflow cannot be had, which makes it stuck. */
  Optional<RunState> load(Head head) {
    Unpacked stored = Documents.unpack(journal, head);
    try {
      return Optional.of(RunState.stored(head, stored, code(head)));
    } catch (InvalidInputException unusable) {
      HeadState.Stuck reason = reason(unusable);
      LOG.warn("run {} is stuck: {}", head.run(), reason.reason());
      commit(head, stored, reason);
      return Optional.empty();
    }
  }

  /**
   * Lets a stuck run try again.
   *
   * @param byPerson someone asked for it, so past crashes are forgiven
   * @return what it is stuck on all the same; empty if it goes on, or was not stuck
   */
  CompletableFuture<Optional<HeadState.Stuck>> retry(RunId run, boolean byPerson) {
    CompletableFuture<Optional<HeadState.Stuck>> own = new CompletableFuture<>();
    CompletableFuture<Optional<HeadState.Stuck>> other = tries.putIfAbsent(run, own);
    if (other != null) {
      return other.handle((done, failure) -> run).thenComposeAsync(again -> retry(again, byPerson));
    }
    CompletableFuture<Optional<HeadState.Stuck>> done;
    try {
      done =
          journal
              .head(run)
              .filter(head -> head.status() == RunStatus.STUCK)
              .map(head -> tryAgain(head, byPerson))
              .orElse(CompletableFuture.completedFuture(Optional.empty()));
    } catch (RuntimeException | Error e) {
      done = CompletableFuture.failedFuture(e);
    }
    return done.whenComplete(
        (still, failure) -> {
          tries.remove(run, own);
          own.complete(Optional.empty());
        });
  }

  private CompletableFuture<Optional<HeadState.Stuck>> tryAgain(Head head, boolean byPerson) {
    Unpacked stored = Documents.unpack(journal, head);
    HeadState before = HeadState.read(stored.json());
    HeadState.Stuck stuck = before.stuck();
    if (stuck == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    if (stuck.code() == ErrorCode.ES320 // It has no place to go on from before the rest is there.
        || stuck.code() == ErrorCode.ES205 && !byPerson) { // Its step ends the process.
      return CompletableFuture.completedFuture(Optional.of(stuck));
    }
    try {
      RunState state = RunState.stored(head, stored, code(head));
      Change change =
          advance.apply(advance.restore(state), new Event.Retried(clock.instant(), byPerson));
      if (change.next().state().equals(before)) { // The body came to the same again.
        LOG.info("run {} is still stuck: {}", head.run(), stuck.reason());
        return CompletableFuture.completedFuture(Optional.of(stuck));
      }
      return checkpoints
          .commit(state, change)
          .thenApply(done -> Optional.ofNullable(change.next().state().stuck()));
    } catch (FrameMismatchException | UnreadableValueException | InvalidInputException still) {
      HeadState.Stuck reason = reason(still);
      LOG.info("run {} is still stuck: {}", head.run(), reason.reason());
      return (reason.equals(stuck)
              ? CompletableFuture.completedFuture(null)
              : commit(head, stored, reason))
          .thenApply(done -> Optional.of(reason));
    }
  }

  private WorkflowCode code(Head head) {
    return workflows
        .named(head.workflow())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    ErrorCode.ES103,
                    "no compiled workflow named "
                        + head.workflow()
                        + " on the class path of this process. Start one that has it; the run then"
                        + " goes on."));
  }

  private static HeadState.Stuck reason(EverstepException of) {
    return new HeadState.Stuck(of.code(), String.valueOf(of.getMessage()));
  }

  private CompletableFuture<?> commit(Head head, Unpacked stored, HeadState.Stuck reason) {
    return checkpoints.commitStuck(head, stuck(head, stored, reason));
  }

  /** Returns what makes a run stuck, or changes what it is stuck on. */
  private Transition stuck(Head head, Unpacked stored, HeadState.Stuck why) {
    Instant at = clock.instant();
    long seq = head.seq();
    List<Entry> entries = new ArrayList<>();
    if (head.status() == RunStatus.STUCK) {
      entries.add(TraceEntry.of(++seq, EntryKind.RUN_UNSTUCK, at).worker(worker).build().stored());
    }
    entries.add(
        TraceEntry.of(++seq, EntryKind.RUN_STUCK, at)
            .worker(worker)
            .reason(why.reason())
            .build()
            .stored());
    HeadState stuck = HeadState.read(stored.json()).stuck(why.code(), why.reason());
    Packed packed = Packing.pack(stored.places(), entries, stuck.stored());
    return new Transition(
        packed.entries(),
        new Head(
            head.run(),
            head.workflow(),
            RunStatus.STUCK,
            seq,
            head.startedAt(),
            at,
            null,
            packed.state()));
  }
}

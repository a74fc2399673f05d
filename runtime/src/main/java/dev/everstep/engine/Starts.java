package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.StaleTransitionException;
import java.time.Clock;
import java.util.Optional;

/** Starts runs, each once, as long as there are not too many open ones. Thread-safe. */
final class Starts {
  private final Journal journal;
  private final Clock clock;
  private final OpenRuns openRuns;
  private final Advance advance;
  private final Segments segments;
  private final Checkpoints checkpoints;

  Starts(
      Journal journal,
      Clock clock,
      OpenRuns openRuns,
      Advance advance,
      Segments segments,
      Checkpoints checkpoints) {
    this.journal = journal;
    this.clock = clock;
    this.openRuns = openRuns;
    this.advance = advance;
    this.segments = segments;
    this.checkpoints = checkpoints;
  }

  /** Starts a run, as {@link Engine#start} says. */
  void start(RunId run, WorkflowCode code, Payload input) {
    Optional<Head> existing = journal.head(run);
    if (existing.isPresent()) {
      checkSame(existing.get(), code);
      return;
    }
    openRuns.opening(run);
    try {
      segments.await(
          () -> {
            Change first = advance.start(run, code, input, clock.instant());
            return journal
                .commit(first.transition())
                .thenRun(() -> checkpoints.settled(first.next()));
          });
    } catch (StaleTransitionException e) {
      openRuns.closed();
      // Another thread has started a run with this id in the meantime.
      journal.head(run).ifPresent(head -> checkSame(head, code));
    } catch (RuntimeException | Error e) {
      openRuns.closed();
      throw e;
    }
  }

  private static void checkSame(Head head, WorkflowCode code) {
    if (!head.workflow().equals(code.name())) {
      throw new InvalidInputException(
          ErrorCode.ES104,
          "a run of another workflow has this id: run="
              + head.run()
              + ", workflow="
              + head.workflow()
              + ", asked="
              + code.name()
              + ". Give the new run another id.");
    }
  }
}

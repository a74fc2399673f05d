package dev.everstep.journal;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Short forms for the transitions that tests commit. */
public final class Transitions {
  /** When all runs of tests start, unless they say otherwise. */
  public static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private Transitions() {}

  /** Returns a new run's first transition: active, started at {@link #START}. */
  public static Transition start(String run) {
    return start(run, "demo.Flow", START);
  }

  /** Returns a new run's first transition: active. */
  public static Transition start(String run, String workflow, Instant at) {
    Entry entry =
        new Entry(0, EntryKind.RUN_STARTED, at, Payload.utf8("{\"input\":\"" + run + "\"}"));
    return new Transition(
        List.of(entry),
        new Head(
            new RunId(run),
            workflow,
            RunStatus.RUNNING,
            0,
            at,
            at,
            null,
            Payload.utf8("{\"pc\":0}")));
  }

  /** Returns the transition behind {@code before} that keeps the run active. */
  public static Transition step(Transition before) {
    return next(before, 1, RunStatus.RUNNING, null, "");
  }

  /** Returns the transition behind {@code before} after which the run waits. */
  public static Transition park(Transition before, Instant wakeAt) {
    return next(before, 1, RunStatus.RUNNING, wakeAt, "");
  }

  /** Returns the transition behind {@code before} that ends the run with a status. */
  public static Transition end(Transition before, RunStatus status) {
    return next(before, 1, status, null, "");
  }

  /**
   * Returns a transition behind {@code before}.
   *
   * @param entries how many entries it has
   * @param filler goes into each entry and the head, to make them long
   */
  public static Transition next(
      Transition before, int entries, RunStatus status, @Nullable Instant wakeAt, String filler) {
    Head head = before.head();
    long seq = head.seq();
    Instant at = START.plusMillis(seq + 1);
    List<Entry> added = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      seq++;
      String body = "{\"run\":\"" + head.run() + "\",\"seq\":" + seq + ",\"x\":\"" + filler + "\"}";
      added.add(new Entry(seq, kind(status), at, Payload.utf8(body)));
    }
    return new Transition(
        added,
        new Head(
            head.run(),
            head.workflow(),
            status,
            seq,
            head.startedAt(),
            at,
            wakeAt,
            Payload.utf8("{\"pc\":" + seq + ",\"x\":\"" + filler + "\"}")));
  }

  private static EntryKind kind(RunStatus status) {
    return switch (status) {
      case RUNNING -> EntryKind.STEP_COMPLETED;
      case COMPLETED -> EntryKind.RUN_COMPLETED;
      case FAILED -> EntryKind.RUN_FAILED;
      case STUCK -> EntryKind.RUN_STUCK;
    };
  }

  /** Commits, waits, and throws what the commit failed with. */
  public static Transition commit(Journal journal, Transition transition) {
    try {
      journal.commit(transition).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
    return transition;
  }
}

package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Retention;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are dropped, when their space is free again, and what is left of them. */
class RetentionTest {
  private static final Options SMALL =
      Options.defaults().withSegmentBytes(64 * 1024).withFlushBytes(20_000);

  private final SimulatedDisk disk = new SimulatedDisk();
  private Instant now = Transitions.START;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private EmbeddedJournal open(Retention retention) {
    return EmbeddedJournal.open(disk, SMALL.withRetention(retention).withClock(clock));
  }

  private static Transition finish(EmbeddedJournal journal, String run) {
    return finish(journal, run, 0, "");
  }

  /** Commits a run that starts some seconds after others and ends 2 ms later. */
  private static Transition finish(EmbeddedJournal journal, String run, int second, String filler) {
    Transition last =
        Transitions.commit(
            journal, Transitions.start(run, "demo.Flow", Transitions.START.plusSeconds(second)));
    last = Transitions.commit(journal, Transitions.next(last, 1, RunStatus.RUNNING, null, filler));
    return Transitions.commit(
        journal, Transitions.next(last, 1, RunStatus.COMPLETED, null, filler));
  }

  private static List<String> listed(EmbeddedJournal journal) {
    return journal.runs(RunQuery.newest(1000)).stream().map(head -> head.run().value()).toList();
  }

  @Test
  void keepsAllRunsUnlessToldOtherwise() {
    try (EmbeddedJournal journal = open(Retention.forever())) {
      finish(journal, "a");
      now = now.plus(Duration.ofDays(10_000));
      journal.compact();
      assertThat(listed(journal)).containsExactly("a");
    }
  }

  @Test
  void dropsRunsOfAnAgeAfterTheirEnd() {
    try (EmbeddedJournal journal = open(Retention.ofAge(Duration.ofHours(1)))) {
      finish(journal, "a");
      Transitions.commit(journal, Transitions.start("unfinished"));
      now = now.plus(Duration.ofMinutes(59));
      journal.compact();
      assertThat(listed(journal)).containsExactly("unfinished", "a");

      now = now.plus(Duration.ofMinutes(2));
      journal.compact();
      assertThat(listed(journal)).containsExactly("unfinished");
      assertThat(journal.head(new RunId("a"))).isEmpty();
      assertThat(journal.entries(new RunId("a"), 0, 10)).isEmpty();
    }
    try (EmbeddedJournal journal = open(Retention.forever())) {
      assertThat(listed(journal)).containsExactly("unfinished");
    }
  }

  @Test
  void keepsTheRunsThatStartedLast() {
    try (EmbeddedJournal journal = open(Retention.ofCount(2))) {
      for (int i = 0; i < 5; i++) {
        finish(journal, "r" + i, i, "");
      }
      Transitions.commit(journal, Transitions.start("unfinished"));
      journal.compact();
      assertThat(listed(journal)).containsExactly("r4", "r3", "unfinished");
    }
  }

  @Test
  void dropsRunsWithoutBeingAsked() {
    try (EmbeddedJournal journal = open(Retention.ofCount(0))) {
      finish(journal, "a");
    }
    try (EmbeddedJournal journal = open(Retention.ofCount(0))) {
      Testing.await(() -> listed(journal).isEmpty());
    }
  }

  @Test
  void letsTheIdOfADroppedRunBeUsedAgainAlsoAfterACrash() {
    Retention none = Retention.ofCount(0);
    Transition second;
    try (EmbeddedJournal journal = open(none)) {
      finish(journal, "a", 0, "first");
      journal.compact();
      second = Transitions.commit(journal, Transitions.start("a"));
      second = Transitions.commit(journal, Transitions.step(second));
      assertThat(journal.head(new RunId("a"))).contains(second.head());
      assertThat(journal.entries(new RunId("a"), 0, 10)).hasSize(2);
      SimulatedDisk crashed = disk.after(SimulatedDisk.Crash.LOSE_ALL, new Random(0));
      try (EmbeddedJournal again = EmbeddedJournal.open(crashed, SMALL)) {
        assertThat(again.head(new RunId("a"))).contains(second.head());
        assertThat(again.entries(new RunId("a"), 0, 10)).hasSize(2);
      }
    }
  }

  @Test
  void letsTheIdOfARunBeUsedAgainThatNoTableSaysIsDropped() {
    try (EmbeddedJournal journal = open(Retention.forever())) {
      finish(journal, "a", 0, "x".repeat(30_000));
      Testing.awaitFlushed(journal);
    }
    try (EmbeddedJournal journal = open(Retention.ofCount(0))) {
      Testing.await(() -> listed(journal).isEmpty());
      Transition again = Transitions.commit(journal, Transitions.start("a"));
      SimulatedDisk crashed = disk.after(SimulatedDisk.Crash.KILL, new Random(0));
      try (EmbeddedJournal reopened = EmbeddedJournal.open(crashed, SMALL)) {
        assertThat(reopened.head(new RunId("a"))).contains(again.head());
        assertThat(reopened.entries(new RunId("a"), 0, 10)).isEqualTo(again.entries());
        assertThat(reopened.quarantined()).isEmpty();
      }
    }
  }

  @Test
  void givesBackTheSpaceOfDroppedRuns() {
    try (EmbeddedJournal journal = open(Retention.ofCount(0))) {
      String filler = "x".repeat(50_000);
      for (int i = 0; i < 100; i++) {
        finish(journal, "r" + i, i, filler);
      }
      Transition kept = Transitions.commit(journal, Transitions.start("kept"));
      Transitions.commit(journal, Transitions.next(kept, 1, RunStatus.RUNNING, null, filler));
      journal.compact();

      assertThat(listed(journal)).containsExactly("kept");
      long tables = disk.list().stream().filter(Names::isTable).mapToLong(disk::bytes).sum();
      assertThat(tables).isLessThan(2 << 20); // one of 1 MiB and a little, after 10 MB in many
    }
  }

  /** Writes many times what is kept; what the directory takes stays within what the docs say. */
  @Test
  void keepsTheDirectoryNearTheSizeOfWhatIsKept(@TempDir Path directory) throws IOException {
    int kept = 300;
    int runs = Soak.isOn() ? 20_000 : 2_000;
    Options options =
        Options.defaults()
            .withSegmentBytes(1 << 20)
            .withFlushBytes(1 << 20)
            .withRetention(Retention.ofCount(kept));
    String filler = "x".repeat(10_000);
    long fixed = 10L << 20; // segments, spares and a flush
    double worst = 0;
    String what = "";
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, options)) {
      for (int i = 0; i < runs; i++) {
        finish(journal, "r" + i, i, filler);
        if (i > 2 * kept && i % 100 == 0) {
          double multiple = (size(directory) - fixed) / (kept * 30_000.0);
          if (multiple > worst) {
            worst = multiple;
            what = journal.view().tables().toString();
          }
        }
      }
    }
    System.out.printf("retention: runs=%d, kept=%d, worst multiple=%.2f%n", runs, kept, worst);
    assertThat(worst).as(what).isLessThan(8); // docs/journal.md
  }

  private static long size(Path directory) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        try {
          bytes += Files.size(file);
        } catch (NoSuchFileException deleted) {
          // It takes nothing any more.
        }
      }
    }
    return bytes;
  }

  /** Any mix of runs, drops, ids used again, merges and crashes shows what a simple model shows. */
  @Test
  void showsWhatAModelShows() {
    long seed = Long.getLong("journal.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, Transition> model = new HashMap<>();
    SimulatedDisk now = disk;
    EmbeddedJournal journal = EmbeddedJournal.open(now, SMALL.withRetention(Retention.ofCount(5)));
    int second = 0;
    try {
      for (int i = 0; i < (Soak.isOn() ? 100_000 : 1500); i++) {
        String run = "r" + random.nextInt(30);
        Transition last = model.get(run);
        String filler = "x".repeat(random.nextInt(800));
        if (last == null && journal.head(new RunId(run)).isPresent()) {
          // Dropped, and back since a crash; it will be dropped again.
        } else if (last == null) {
          Instant at = Transitions.START.plusSeconds(++second);
          model.put(run, Transitions.commit(journal, Transitions.start(run, "w" + i % 3, at)));
        } else if (!last.head().status().isFinished()) {
          boolean end = random.nextInt(4) == 0;
          RunStatus status = end ? RunStatus.COMPLETED : RunStatus.RUNNING;
          model.put(
              run,
              Transitions.commit(
                  journal, Transitions.next(last, 1 + random.nextInt(2), status, null, filler)));
        }
        if (random.nextInt(100) == 0) {
          journal.compact();
          List<Transition> byStart = new ArrayList<>(model.values());
          byStart.removeIf(each -> !each.head().status().isFinished());
          byStart.sort((a, b) -> b.head().startedAt().compareTo(a.head().startedAt()));
          byStart.stream().skip(5).forEach(each -> model.remove(each.run().value()));
        }
        if (random.nextInt(150) == 0) {
          SimulatedDisk crashed =
              now.after(
                  random.nextBoolean() ? SimulatedDisk.Crash.KILL : SimulatedDisk.Crash.LOSE_ALL,
                  random);
          journal.close();
          now = crashed;
          journal = EmbeddedJournal.open(now, SMALL.withRetention(Retention.ofCount(5)));
        }
        check(journal, model, run);
      }
      for (String run : List.copyOf(model.keySet())) {
        check(journal, model, run);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Djournal.seed=" + seed, e);
    } finally {
      journal.close();
    }
  }

  /** A finished run that is not among those kept may be there still, or again, or be gone. */
  private static void check(EmbeddedJournal journal, Map<String, Transition> model, String run) {
    Transition last = model.get(run);
    Head head = journal.head(new RunId(run)).orElse(null);
    if (last == null) {
      if (head != null) {
        assertThat(head.status().isFinished()).isTrue();
      }
      return;
    }
    if (last.head().status().isFinished() && head == null) {
      model.remove(run); // a pass of the journal's own has dropped it
      return;
    }
    assertThat(head).isEqualTo(last.head());
    int entries = journal.entries(new RunId(run), 0, 1000).size();
    if (entries != last.head().seq() + 1) {
      assertThat(last.head().status().isFinished()).isTrue();
      assertThat(journal.head(new RunId(run))).isEmpty(); // dropped between the two looks
      model.remove(run);
    }
  }
}

package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only this journal does: limits, locks, reading beside a writer, merging. */
class EmbeddedJournalTest {
  @TempDir Path directory;

  /** Any mix of commits, flushes, merges and reopenings shows what a journal in memory shows. */
  @Test
  void showsWhatAJournalInMemoryShows() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    InMemoryJournal expected = new InMemoryJournal();
    List<List<Transition>> scripts = Script.many("s" + seed + ".", 30, 15, 900);
    Options options = Options.defaults().withSegmentBytes(16_384).withFlushBytes(4000);
    SimulatedDisk disk = new SimulatedDisk();
    EmbeddedJournal journal = EmbeddedJournal.open(disk, options);
    int[] next = new int[scripts.size()];
    for (int i = 0; i < 900; i++) {
      int run = random.nextInt(scripts.size());
      if (next[run] < 15) {
        Transition transition = scripts.get(run).get(next[run]++);
        Transitions.commit(expected, transition);
        Transitions.commit(journal, transition);
      }
      if (random.nextInt(60) == 0) {
        journal.close();
        journal = EmbeddedJournal.open(disk, options);
      }
      if (random.nextInt(20) == 0) {
        String as = "seed=" + seed + ", commit=" + i;
        RunId any = scripts.get(run).get(0).run();
        int from = random.nextInt(40);
        assertThat(journal.entries(any, from, 7)).as(as).isEqualTo(expected.entries(any, from, 7));
        assertThat(journal.head(any)).as(as).isEqualTo(expected.head(any));
        assertThat(journal.active(null, 99)).as(as).isEqualTo(expected.active(null, 99));
        assertThat(journal.due(Instant.MAX, 99)).as(as).isEqualTo(expected.due(Instant.MAX, 99));
        for (RunStatus status : RunStatus.values()) {
          RunQuery query = new RunQuery(status, "w1", null, 3);
          assertThat(journal.runs(query)).as(as).isEqualTo(expected.runs(query));
        }
        List<Head> page = expected.runs(RunQuery.newest(4));
        if (!page.isEmpty()) {
          RunQuery query = RunQuery.newest(5).after(page.get(page.size() - 1));
          assertThat(journal.runs(query)).as(as).isEqualTo(expected.runs(query));
        }
      }
    }
    Testing.awaitMerged(journal);
    Script.check(journal, scripts, next);
    journal.close();
  }

  @Test
  void mergesAtTheNextOpeningWhatAClosingStopped() {
    for (int i = 0; i < 20; i++) {
      try (EmbeddedJournal journal = EmbeddedJournal.open(directory, Testing.TINY)) {
        Transitions.commit(journal, Transitions.start("r" + i));
      }
    }
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, Testing.TINY)) {
      Testing.awaitMerged(journal);
      assertThat(journal.active(null, 99)).hasSize(20);
    }
  }

  @Test
  void keepsLargeValues() {
    String large = "\u00e9".repeat(1_500_000);
    Transition first;
    Transition second;
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, Testing.TINY)) {
      first = Transitions.commit(journal, Transitions.start("a"));
      second =
          Transitions.commit(journal, Transitions.next(first, 2, RunStatus.RUNNING, null, large));
      Transitions.commit(journal, Transitions.start("b"));
      Testing.awaitFlushed(journal);
    }
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, Testing.TINY)) {
      List<Entry> all = new ArrayList<>(first.entries());
      all.addAll(second.entries());
      assertThat(journal.entries(new RunId("a"), 0, 9).equals(all)).isTrue();
      assertThat(journal.head(new RunId("a")).orElseThrow().equals(second.head())).isTrue();
      assertThat(journal.head(new RunId("b"))).isPresent();
    }
  }

  @Test
  void refusesATransitionAboveTheLimit() {
    Options options = Options.defaults().withTransitionBytesMax(1024);
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, options)) {
      Transition first = Transitions.commit(journal, Transitions.start("a"));
      Transition large = Transitions.next(first, 1, RunStatus.RUNNING, null, "x".repeat(1000));

      assertThatThrownBy(() -> Transitions.commit(journal, large))
          .hasMessage(
              "[ES304] a transition is above the limit: run=a, bytes="
                  + Records.transition(large).length
                  + ", max=1024, directory="
                  + directory
                  + ". Nothing was written. Pass large data by reference, or raise"
                  + " transitionBytesMax. docs/errors/ES304.md");
      Transitions.commit(journal, Transitions.step(first));
    }
  }

  @Test
  void namesTheOwnerOfADirectoryInUse() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    try (EmbeddedJournal journal =
        EmbeddedJournal.open(directory, Options.defaults().withClock(clock))) {
      assertThatThrownBy(() -> EmbeddedJournal.open(directory))
          .hasMessage(
              "[ES305] the data directory is in use: directory="
                  + directory
                  + ", owner: this process. One process at a time may write to it; close that one,"
                  + " or use another directory. Reading is possible at any time."
                  + " docs/errors/ES305.md");
      assertThat(Files.readString(directory.resolve("lock")))
          .startsWith("pid=" + ProcessHandle.current().pid() + ", host=")
          .endsWith(", since=2026-01-02T03:04:05Z\n");
      Transitions.commit(journal, Transitions.start("b"));
    }
    EmbeddedJournal.open(directory).close();
  }

  @Test
  void readsBesideAWriter() {
    try (EmbeddedJournal writer = EmbeddedJournal.open(directory, Testing.TINY)) {
      List<List<Transition>> scripts = Script.many("r", 10, 12, 500);
      for (int i = 0; i < 12; i++) {
        int[] acknowledged = new int[10];
        List<CompletableFuture<Void>> under = new ArrayList<>();
        for (int run = 0; run < 10; run++) {
          under.add(writer.commit(scripts.get(run).get(i)));
          acknowledged[run] = i;
        }
        try (EmbeddedJournal reader = EmbeddedJournal.openReadOnly(directory)) {
          Script.check(reader, scripts, acknowledged);
          assertThatThrownBy(() -> Transitions.commit(reader, Transitions.start("x")))
              .hasMessage(
                  "[ES312] the journal is open for reading only: directory="
                      + directory
                      + ". Open it with EmbeddedJournal.open to commit. docs/errors/ES312.md");
        }
        CompletableFuture.allOf(under.toArray(CompletableFuture[]::new)).join();
      }
    }
  }

  @Test
  void findsNothingToReadInAnEmptyDirectory() {
    assertThatThrownBy(() -> EmbeddedJournal.openReadOnly(directory))
        .hasMessage(
            "[ES313] there is no journal in the directory: directory="
                + directory
                + ". Check the path; a journal is created when a process opens it for writing."
                + " docs/errors/ES313.md");
    assertThatThrownBy(() -> EmbeddedJournal.openReadOnly(directory.resolve("none")))
        .hasMessageContaining("[ES313]");
  }

  @Test
  void refusesADirectoryThatIsAFile() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> EmbeddedJournal.open(file))
        .hasMessageStartingWith(
            "[ES307] the data directory cannot be used: directory=" + file + ", reason=")
        .hasMessageEndingWith(
            ". Check that it is a directory that this user may read and write."
                + " docs/errors/ES307.md");
  }

  @Test
  void isNotHarmedByInterrupts() {
    try {
      Thread.currentThread().interrupt();
      EmbeddedJournal journal = EmbeddedJournal.open(directory, Testing.TINY);
      List<CompletableFuture<Void>> commits = new ArrayList<>();
      List<List<Transition>> scripts = Script.many("r", 5, 10, 2000);
      for (int i = 0; i < 10; i++) {
        for (List<Transition> script : scripts) {
          commits.add(journal.commit(script.get(i)));
          journal.entries(script.get(0).run(), 0, 100);
          journal.runs(RunQuery.newest(5));
        }
      }
      CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
      journal.close();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      try (EmbeddedJournal again = EmbeddedJournal.openReadOnly(directory)) {
        Script.check(again, scripts, new int[] {10, 10, 10, 10, 10});
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void goesOnAfterAFullDisk() {
    SimulatedDisk disk = new SimulatedDisk();
    Options options = Options.defaults().withSegmentBytes(8192).withFlushBytes(3000);
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, options)) {
      Transition last = Transitions.commit(journal, Transitions.start("a"));
      disk.full(true);
      String message = null;
      while (message == null) {
        Transition next = Transitions.next(last, 1, RunStatus.RUNNING, null, "x".repeat(400));
        try {
          last = Transitions.commit(journal, next);
        } catch (RuntimeException e) {
          message = e.getMessage();
        }
      }
      assertThat(message)
          .isEqualTo(
              "[ES308] the disk is full: directory=a test's disk. Nothing of this commit was"
                  + " written and nothing is lost; free some space and commit again."
                  + " docs/errors/ES308.md");
      disk.full(false);
      last = commitWithRetry(journal, Transitions.step(last));
      for (int i = 0; i < 100; i++) {
        last = Transitions.commit(journal, Transitions.step(last));
      }
      assertThat(journal.head(new RunId("a"))).contains(last.head());
    }
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, options)) {
      assertThat(journal.entries(new RunId("a"), 0, 1000).size())
          .isEqualTo(journal.head(new RunId("a")).orElseThrow().seq() + 1);
    }
  }

  /** What was refused before may have to be refused once more until space is looked for again. */
  private static Transition commitWithRetry(EmbeddedJournal journal, Transition transition) {
    RuntimeException last = null;
    for (int i = 0; i < 5; i++) {
      try {
        return Transitions.commit(journal, transition);
      } catch (RuntimeException e) {
        assertThat(e).hasMessageContaining("[ES308]");
        last = e;
      }
    }
    throw last;
  }

  @Test
  void takesNoMoreAfterAFailedWrite() {
    SimulatedDisk disk = new SimulatedDisk();
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Options.defaults())) {
      Transition first = Transitions.commit(journal, Transitions.start("a"));
      disk.crashAfter(1);

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Transitions.commit(journal, Transitions.step(first)))
            .hasMessage(
                "[ES303] a write to the journal failed, and it takes no more: directory=a test's"
                    + " disk. Find out what the disk reports (see the cause), then open the"
                    + " journal again: it keeps all that was acknowledged. docs/errors/ES303.md");
      }
      assertThat(journal.head(new RunId("a"))).contains(first.head());
    }
  }
}

package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Flipped bits, lost files and other formats: told, never skipped, and no run pays for another. */
class DamageTest {
  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(8192).withFlushBytes(50_000);

  private final List<List<Transition>> scripts = Script.many("r", 20, 10, 800);
  private final SimulatedDisk disk = new SimulatedDisk();

  /** Commits all scripts, several transitions to a frame. */
  private SimulatedDisk filled() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      for (int i = 0; i < 10; i++) {
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        for (List<Transition> script : scripts) {
          commits.add(journal.commit(script.get(i)));
        }
        CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
      }
    }
    return disk;
  }

  @Test
  void aFlippedBitAnywhereInTheLogCostsAtMostTheRunItTouches() {
    filled();
    for (String name : disk.list().stream().filter(Names::isSegment).toList()) {
      for (int at = 0; at < disk.bytes(name); at += Soak.isOn() ? 1 : 211) {
        readsRightOrNamesTheRun(name, at, 1);
      }
    }
  }

  @Test
  void aFlippedBitAnywhereInATableOrTheManifestIsHarmless() {
    filled();
    for (String name : disk.list()) {
      if (!Names.isSegment(name)) {
        int step = Names.isTable(name) ? (Soak.isOn() ? 7 : 31_337) : 3;
        for (int at = 0; at < disk.bytes(name); at += step) {
          readsRightOrNamesTheRun(name, at, 0);
        }
      }
    }
  }

  private void readsRightOrNamesTheRun(String name, int at, int quarantinedMax) {
    SimulatedDisk damaged = disk.copy();
    damaged.flip(name, at * 8 + at % 8);
    try {
      Set<RunId> quarantined = readsRightOrNamesTheRun(damaged);
      assertThat(quarantined.size()).isLessThanOrEqualTo(quarantinedMax);
      // What was found once is found again, by those who open the journal later.
      assertThat(readsRightOrNamesTheRun(damaged)).isEqualTo(quarantined);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("file=" + name + ", byte=" + at, e);
    }
  }

  private Set<RunId> readsRightOrNamesTheRun(SimulatedDisk damaged) {
    try (EmbeddedJournal journal = EmbeddedJournal.open(damaged, OPTIONS)) {
      Set<RunId> quarantined = journal.quarantined().keySet();
      List<RunId> listed =
          journal.runs(RunQuery.newest(100)).stream().map(head -> head.run()).toList();
      for (List<Transition> script : scripts) {
        Transition last = script.get(script.size() - 1);
        List<Entry> expected = new ArrayList<>();
        script.forEach(transition -> expected.addAll(transition.entries()));
        List<Entry> entries = journal.entries(last.run(), 0, 1000);
        if (quarantined.contains(last.run())) {
          assertThat(expected).startsWith(entries.toArray(Entry[]::new));
          assertThat(listed).doesNotContain(last.run());
          assertThatThrownBy(() -> journal.head(last.run()))
              .hasMessageContaining("[ES314]")
              .hasMessageContaining("run=" + last.run());
        } else {
          assertThat(entries).isEqualTo(expected);
          assertThat(journal.head(last.run())).contains(last.head());
          assertThat(listed).contains(last.run());
        }
      }
      return quarantined;
    }
  }

  @Test
  void aGarbledSectorOfTheLogCostsNoRunThatIsFinishedBefore() {
    filled();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> segments = disk.list().stream().filter(Names::isSegment).toList();
    for (int round = 0; round < 40; round++) {
      SimulatedDisk damaged = disk.copy();
      String name = segments.get(random.nextInt(segments.size()));
      int at = random.nextInt(damaged.bytes(name) / 512) * 512;
      for (int i = 0; i < 512; i++) {
        damaged.flip(name, (at + i) * 8 + random.nextInt(8));
      }
      try {
        readsRightOrNamesTheRun(damaged);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed=" + seed + ", file=" + name + ", byte=" + at, e);
      }
    }
  }

  @Test
  void aGarbledBlockOfATableIsRestoredFromItsPage() {
    filled();
    String table = disk.list().stream().filter(Names::isTable).findFirst().orElseThrow();
    for (int i = 0; i < 16 * 1024; i++) {
      disk.flip(table, i * 8 + i % 8);
    }
    assertThat(readsRightOrNamesTheRun(disk)).isEmpty();
  }

  @Test
  void leavesRunsAloneThatDamageDoesNotTouch() {
    filled();
    String table = disk.list().stream().filter(Names::isTable).findFirst().orElseThrow();
    disk.flip(table, 20_000 * 8); // among the chunks, behind the keys of the page
    disk.flip(table, 900_000 * 8); // and one more in the page, so that its parity is of no use

    int damaged = 0;
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      for (List<Transition> script : scripts) {
        String run = script.get(0).run().value();
        try {
          assertThat(journal.entries(script.get(0).run(), 0, 1000)).isNotEmpty();
        } catch (JournalException e) {
          damaged++;
          assertThat(e)
              .hasMessage(
                  "[ES311] a table of the journal is damaged: run="
                      + run
                      + ", file="
                      + table
                      + ", directory=a test's disk. Other runs can be used. Restore the file from"
                      + " a backup, or see everstep journal repair. docs/errors/ES311.md");
        }
      }
    }
    assertThat(damaged).isBetween(1, scripts.size() - 1);
  }

  @Test
  void putsARunInQuarantineWhoseTransitionInTheLogIsDamaged() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      Transitions.commit(journal, Transitions.start("a"));
      Transitions.commit(journal, Transitions.start("b"));
    }
    disk.flip(Names.segment(1), 60 * 8);

    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      assertThat(journal.quarantined())
          .containsExactly(
              Map.entry(
                  new RunId("a"), "a transition is damaged, segment=log-000000000001, offset=0"));
      assertThat(journal.active(null, 10)).containsExactly(new RunId("b"));
      assertThatThrownBy(() -> Transitions.commit(journal, Transitions.start("a")))
          .hasMessage(
              "[ES314] the run is in quarantine, since the journal is damaged: run=a, reason=a"
                  + " transition is damaged, segment=log-000000000001, offset=0, directory=a"
                  + " test's disk. Its entries up to there can be read, other runs go on. Restore"
                  + " the directory from a backup, or see everstep journal repair."
                  + " docs/errors/ES314.md");
      Transitions.commit(journal, Transitions.start("c"));
    }
    assertThat(disk.list()).contains("damaged-" + Names.segment(1));
  }

  @Test
  void noticesALostEndAfterACleanClose() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      Transition a = Transitions.commit(journal, Transitions.start("a"));
      Transitions.commit(journal, Transitions.start("b"));
      Transitions.commit(journal, Transitions.step(a));
    }
    int size = disk.bytes(Names.segment(1));
    for (int at = 400; at < size; at++) { // all of the last frame and more
      disk.zero(Names.segment(1), at);
    }

    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      assertThat(journal.quarantined()).isNotEmpty();
    }
  }

  @Test
  void refusesALogWithAFileMissing() throws IOException {
    filled();
    // Those below are spares, which nobody needs.
    String first = Names.segment(Manifest.read(disk, new Errors("")).segment());
    disk.delete(first);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessageContaining("[ES309] the journal's log is damaged")
        .hasMessageContaining("missing=" + first);
  }

  @Test
  void refusesAManifestOfWhichBothCopiesAreDamaged() {
    filled();
    disk.flip(Manifest.NAME, 8 * 30);
    disk.flip(Manifest.NAME, 8 * (disk.bytes(Manifest.NAME) / 2 + 30));

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES310] the journal's manifest is damaged: directory=a test's disk, checksum. It"
                + " names the files that count, so nothing was opened or changed. Restore the"
                + " directory from a backup. docs/errors/ES310.md");
  }

  @Test
  void refusesToBeginAnewWhenTheManifestIsGone() throws IOException {
    filled();
    disk.delete(Manifest.NAME);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessageContaining("[ES310]")
        .hasMessageContaining("it is missing, but there is a file log-");
  }

  @Test
  void refusesOtherFormats() throws IOException {
    filled();
    writeManifest("everstep-journal 3\nunknown\n");
    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES306] the data directory was written by a newer version: directory=a test's disk,"
                + " format=3, known=2. Use that version of Everstep or a later one; nothing was"
                + " changed. docs/errors/ES306.md");

    writeManifest("everstep-journal 1\nunknown\n");
    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES306] the data directory was written by an older version: directory=a test's disk,"
                + " format=1, known=2. Use that version of Everstep; nothing was changed."
                + " docs/errors/ES306.md");
  }

  private void writeManifest(String text) throws IOException {
    try (Disk.DiskFile file = disk.create(Manifest.NAME)) {
      file.write(0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}

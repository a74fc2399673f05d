package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
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
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Flipped bits, lost files and newer formats: told, never skipped. */
class DamageTest {
  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(8192).withFlushBytes(50_000);
  private static final Set<ErrorCode> DAMAGE =
      Set.of(ErrorCode.ES306, ErrorCode.ES309, ErrorCode.ES310, ErrorCode.ES311);

  private final List<List<Transition>> scripts = Script.many("r", 20, 10, 800);
  private final int[] all = new int[20];

  private SimulatedDisk filled() {
    SimulatedDisk disk = new SimulatedDisk();
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      for (int i = 0; i < 10; i++) {
        for (int run = 0; run < scripts.size(); run++) {
          Transitions.commit(journal, scripts.get(run).get(i));
          all[run] = i + 1;
        }
      }
    }
    return disk;
  }

  @Test
  void noticesEveryFlippedBit() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    SimulatedDisk disk = filled();
    List<String> names = disk.list();
    assertThat(names).anyMatch(Names::isTable).anyMatch(Names::isSegment).contains(Manifest.NAME);

    for (String name : names) {
      for (int i = 0; i < 60; i++) {
        SimulatedDisk damaged = disk.copy();
        int bit = random.nextInt(damaged.size(name) * 8);
        damaged.flip(name, bit);
        try {
          readsRightOrRefuses(damaged);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed=" + seed + ", file=" + name + ", bit=" + bit, e);
        }
      }
    }
  }

  /** Unused bytes may be flipped without harm; all else must be refused with a code. */
  private void readsRightOrRefuses(SimulatedDisk damaged) {
    try (EmbeddedJournal journal = EmbeddedJournal.open(damaged, OPTIONS)) {
      for (List<Transition> script : scripts) {
        Transition last = script.get(script.size() - 1);
        try {
          assertThat(journal.head(last.run())).contains(last.head());
          List<Entry> expected = new ArrayList<>();
          script.forEach(transition -> expected.addAll(transition.entries()));
          assertThat(journal.entries(last.run(), 0, 1000)).isEqualTo(expected);
        } catch (JournalException e) {
          assertThat(e.code()).isEqualTo(ErrorCode.ES311);
          assertThat(e).hasMessageContaining("run=" + last.run() + ", file=table-");
        }
      }
      try {
        assertThat(journal.runs(RunQuery.newest(100))).hasSize(scripts.size());
      } catch (JournalException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.ES311);
      }
    } catch (JournalException e) {
      assertThat(e.code()).isIn(DAMAGE);
    }
  }

  @Test
  void leavesRunsAloneThatDamageDoesNotTouch() {
    SimulatedDisk disk = filled();
    String table = disk.list().stream().filter(Names::isTable).findFirst().orElseThrow();
    disk.flip(table, 20_000 * 8); // among the chunks, behind the keys of the page

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
                      + " a backup. docs/errors/ES311.md");
        }
      }
    }
    assertThat(damaged).isBetween(1, scripts.size() - 1);
  }

  @Test
  void refusesAFrameBehindABadOne() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      Transitions.commit(journal, Transitions.start("a"));
      Transitions.commit(journal, Transitions.start("b"));
    }
    int second = Frames.end(ByteBuffer.wrap(disk.read(Names.segment(1))), 0);
    disk.flip(Names.segment(1), 200);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES309] the journal's log is damaged: directory=a test's disk,"
                + " segment=log-000000000001, offset=0, whole frame behind it at="
                + second
                + ". Acknowledged transitions are missing or unreadable; nothing was changed."
                + " Restore the directory from a backup. docs/errors/ES309.md");
  }

  @Test
  void refusesALostEndAfterACleanClose() {
    SimulatedDisk disk = new SimulatedDisk();
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      Transitions.commit(journal, Transitions.start("a"));
    }
    disk.flip(Names.segment(1), 200);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessageContaining("[ES309]")
        .hasMessageContaining("lsn=0, but all below lsn=1 was durable");
  }

  @Test
  void refusesALogWithAFileMissing() throws IOException {
    SimulatedDisk disk = filled();
    List<String> segments = disk.list().stream().filter(Names::isSegment).toList();
    disk.delete(segments.get(0));

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessageContaining("[ES309] the journal's log is damaged")
        .hasMessageContaining("missing=" + segments.get(0));
  }

  @Test
  void refusesADamagedManifest() {
    SimulatedDisk disk = filled();
    disk.flip(Manifest.NAME, 8 * 30);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES310] the journal's manifest is damaged: directory=a test's disk, checksum. It"
                + " names the files that count, so nothing was opened or changed. Restore the"
                + " directory from a backup. docs/errors/ES310.md");
  }

  @Test
  void refusesToBeginAnewWhenTheManifestIsGone() throws IOException {
    SimulatedDisk disk = filled();
    disk.delete(Manifest.NAME);

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessageContaining("[ES310]")
        .hasMessageContaining("it is missing, but there is a file log-");
  }

  @Test
  void refusesANewerFormat() throws IOException {
    SimulatedDisk disk = filled();
    try (Disk.DiskFile file = disk.create(Manifest.NAME)) {
      file.write(
          0, ByteBuffer.wrap("everstep-journal 2\nunknown\n".getBytes(StandardCharsets.UTF_8)));
    }

    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS))
        .hasMessage(
            "[ES306] the data directory was written by a newer version: directory=a test's disk,"
                + " format=2, known=1. Use that version of Everstep or a later one; nothing was"
                + " changed. docs/errors/ES306.md");
  }
}

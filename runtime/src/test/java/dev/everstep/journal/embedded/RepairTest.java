package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.Retention;
import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of the files finds, and what a repair makes of them. */
class RepairTest {
  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(16_384).withFlushBytes(80_000);

  private final List<List<Transition>> scripts = Script.many("r", 25, 12, 900);
  private final SimulatedDisk disk = new SimulatedDisk();

  private void fill() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      for (int i = 0; i < 12; i++) {
        for (List<Transition> script : scripts) {
          Transitions.commit(journal, script.get(i));
        }
      }
    }
  }

  private List<String> tables() {
    return disk.list().stream().filter(Names::isTable).toList();
  }

  /** Damages so much of a megabyte that its parity is of no use. */
  private void garble(String table, int... offsets) {
    for (int offset : offsets) {
      disk.flip(table, offset * 8);
    }
  }

  private Set<RunId> right(SimulatedDisk repaired) {
    return right(repaired, false);
  }

  /**
   * Every run is right or in quarantine; returns those that are.
   *
   * @param maybeGone whether a run may also be gone, of which all was in a place that cannot be
   *     read
   */
  private Set<RunId> right(SimulatedDisk repaired, boolean maybeGone) {
    try (EmbeddedJournal journal = EmbeddedJournal.open(repaired, OPTIONS)) {
      Set<RunId> quarantined = journal.quarantined().keySet();
      for (List<Transition> script : scripts) {
        Transition last = script.get(script.size() - 1);
        boolean gone =
            maybeGone && !quarantined.contains(last.run()) && journal.head(last.run()).isEmpty();
        if (!gone && !quarantined.contains(last.run())) {
          List<Entry> expected = new ArrayList<>();
          script.forEach(transition -> expected.addAll(transition.entries()));
          assertThat(journal.head(last.run())).contains(last.head());
          assertThat(journal.entries(last.run(), 0, 1000)).isEqualTo(expected);
        }
      }
      return quarantined;
    }
  }

  @Test
  void findsNothingInADirectoryThatIsAsItWasWritten() {
    fill();

    assertThat(EmbeddedJournal.checkFiles(disk)).isEmpty();
    assertThat(EmbeddedJournal.repair(disk, OPTIONS)).isEmpty();
    assertThat(right(disk)).isEmpty();
  }

  @Test
  void writesATableAnewOfWhichABlockIsDamaged() {
    fill();
    String table = tables().get(0);
    garble(table, 5000);
    assertThat(EmbeddedJournal.checkFiles(disk))
        .containsExactly(
            new EmbeddedJournal.Finding(
                table, true, "a block of 16 KB is damaged, offset=0; its bytes can be worked out"));

    List<String> actions = EmbeddedJournal.repair(disk, OPTIONS);

    assertThat(actions.get(0)).startsWith(table + ": restored all of it, now table-");
    assertThat(disk.list()).contains("damaged-" + table).doesNotContain(table);
    assertThat(EmbeddedJournal.checkFiles(disk)).isEmpty();
    assertThat(right(disk)).isEmpty();
  }

  @Test
  void keepsTheRunsThatADamagedMegabyteDoesNotTouch() {
    List<Transition> large = new ArrayList<>();
    try (EmbeddedJournal journal =
        EmbeddedJournal.open(disk, Options.defaults().withFlushBytes(6 << 20))) {
      for (int i = 0; i < 60; i++) {
        Transition start = Transitions.start("large" + (100 + i));
        Transitions.commit(journal, start);
        large.add(
            Transitions.commit(
                journal,
                Transitions.next(start, 1, start.head().status(), null, "x".repeat(50_000))));
      }
      Transitions.commit(
          journal,
          Transitions.next(
              large.get(59), 1, large.get(59).head().status(), null, "x".repeat(500_000)));
      Testing.awaitFlushed(journal);
    }
    String table = tables().get(0);
    garble(table, (1 << 20) + 100_000, (1 << 20) + 200_000);
    assertThat(EmbeddedJournal.checkFiles(disk)).anyMatch(finding -> !finding.harmless());

    assertThat(EmbeddedJournal.repair(disk, OPTIONS))
        .anyMatch(line -> line.startsWith(table + ": kept what can be read, the rest is lost"))
        .anyMatch(line -> line.startsWith("in quarantine: run=large1"));

    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, OPTIONS)) {
      assertThat(journal.quarantined().size()).isBetween(1, 40);
      for (Transition last : large.subList(0, 59)) {
        if (!journal.quarantined().containsKey(last.run())) {
          assertThat(journal.head(last.run())).contains(last.head());
          assertThat(journal.entries(last.run(), 0, 10)).hasSize(2);
        }
      }
    }
    assertThat(EmbeddedJournal.checkFiles(disk)).isEmpty();
  }

  @Test
  void opensADirectoryOfWhichATableIsMissing() throws IOException {
    fill();
    String table = tables().get(1);
    disk.delete(table);
    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS)).hasMessageContaining("[ES311]");
    assertThat(EmbeddedJournal.checkFiles(disk))
        .contains(new EmbeddedJournal.Finding(table, false, "the file is missing"));

    assertThat(EmbeddedJournal.repair(disk, OPTIONS)).contains(table + ": it is missing");

    Set<RunId> quarantined = right(disk);
    assertThat(quarantined).isNotEmpty();
    assertThat(EmbeddedJournal.checkFiles(disk)).isEmpty();
    Options keepsNone = OPTIONS.withRetention(Retention.ofCount(0));
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, keepsNone)) {
      journal.compact();
    }
    assertThat(right(disk, true)).as("what is in quarantine is not dropped").isEqualTo(quarantined);
  }

  @Test
  void opensADirectoryOfWhichTheLogIsMissing() throws IOException {
    fill();
    for (String name : disk.list()) {
      if (Names.isSegment(name)) {
        disk.delete(name);
      }
    }
    assertThatThrownBy(() -> EmbeddedJournal.open(disk, OPTIONS)).hasMessageContaining("[ES309]");

    assertThat(EmbeddedJournal.repair(disk, OPTIONS))
        .anyMatch(line -> line.matches("log-[0-9]+: it is missing"));

    assertThat(right(disk)).isNotEmpty();
  }

  @Test
  void neverShowsARunWrongWhateverBytesAreDamaged() {
    fill();
    long seed = Long.getLong("journal.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < (Soak.isOn() ? 5000 : 60); round++) {
      SimulatedDisk damaged = disk.copy();
      List<String> names = damaged.list();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String name = names.get(random.nextInt(names.size()));
        if (!name.equals(Manifest.NAME)) {
          int bytes = damaged.bytes(name);
          int at = random.nextInt(random.nextBoolean() ? bytes : Math.min(bytes, 60_000));
          int end = Math.min(bytes, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 40_000));
          for (; at < end; at++) {
            damaged.flip(name, at * 8 + random.nextInt(8));
          }
        }
      }
      try {
        List<String> actions = EmbeddedJournal.repair(damaged, OPTIONS);
        right(damaged, actions.stream().anyMatch(line -> line.contains("can be read")));
        assertThat(EmbeddedJournal.checkFiles(damaged)).isEmpty();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Djournal.seed=" + seed + ", round=" + round, e);
      }
    }
  }

  @Test
  void repairsADirectoryOfTheFileSystem(@TempDir Path directory) throws IOException {
    assertThatThrownBy(() -> EmbeddedJournal.repair(directory)).hasMessageContaining("[ES313]");
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, OPTIONS)) {
      Transitions.commit(journal, Transitions.start("a"));
      assertThatThrownBy(() -> EmbeddedJournal.repair(directory)).hasMessageContaining("[ES305]");
      assertThat(EmbeddedJournal.checkFiles(directory)).isEmpty();
    }
    Files.delete(directory.resolve("log-000000000001"));

    assertThat(EmbeddedJournal.checkFiles(directory)).isNotEmpty();
    assertThat(EmbeddedJournal.repair(directory)).contains("log-000000000001: it is missing");
    EmbeddedJournal.open(directory).close();
  }
}

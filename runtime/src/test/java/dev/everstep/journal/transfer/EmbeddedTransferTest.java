package dev.everstep.journal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On disk, with what is settled in tables or in the log, and read by another opening. */
class EmbeddedTransferTest extends TransferContract {
  private static final Options SMALL =
      Options.defaults().withSegmentBytes(1 << 16).withFlushBytes(1 << 16);

  /** What has a checksum of its own in a table. */
  private static final int BLOCK = 16 * 1024;

  private final Map<Journal, Path> directories = new HashMap<>();

  @Override
  Journal open(Path directory) {
    Journal journal = EmbeddedJournal.open(directory, SMALL);
    directories.put(journal, directory);
    return journal;
  }

  @Override
  Journal settled(Journal journal) {
    journal.close();
    return open(directories.get(journal));
  }

  /**
   * Two bytes of a table are changed: what can be read is exported, and what is missing is told.
   */
  @Test
  void exportsADamagedDirectoryAsFarAsItCanBeReadAndSaysSo(@TempDir Path home) throws Exception {
    Path data = home.resolve("damaged");
    Map<Head, List<Entry>> whole;
    try (Journal journal = EmbeddedJournal.open(data, SMALL)) {
      for (int i = 0; i < 40; i++) {
        Transition first = Transitions.commit(journal, Transitions.start("r" + i));
        Transition long1 =
            Transitions.next(first, 3, RunStatus.RUNNING, null, (i + "x").repeat(1_500));
        Transitions.commit(
            journal, Transitions.end(Transitions.commit(journal, long1), RunStatus.COMPLETED));
      }
      awaitTable(data);
      whole = TransferContract.contents(journal);
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int told = 0;
    for (int i = 0; i < 25; i++) {
      List<Path> tables = tables(data);
      Path table = tables.get(random.nextInt(tables.size()));
      byte[] bytes = Files.readAllBytes(table);
      int at = random.nextInt(bytes.length);
      while (bytes[at] == 0) { // most of a small table is not used
        at = random.nextInt(bytes.length);
      }
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      damaged[at < BLOCK ? at + BLOCK : at - BLOCK] ^= 0x10; // one alone may be mended
      Files.write(table, damaged);
      String as = "seed=" + seed + ", round=" + i;
      Problems problems = new Problems();
      Path file = home.resolve("damaged.jsonl");
      try (Journal journal = EmbeddedJournal.openReadOnly(data);
          OutputStream out = Files.newOutputStream(file)) {
        Totals totals =
            new Export(journal, Selection.ALL, false, problems)
                .writeTo(out, Transitions.START, "a test");
        Journal target = new InMemoryJournal();
        new Import(target, ExportFile.read(file, Observer.NONE), Observer.NONE).run();
        Map<Head, List<Entry>> exported = TransferContract.contents(target);
        assertThat(whole).as(as).containsAllEntriesOf(exported);
        assertThat(totals.runs()).as(as).isEqualTo(exported.size());
        assertThat(exported.size() < whole.size()).as(as).isEqualTo(totals.unreadable() > 0);
        assertThat(problems.lines).as(as).hasSize((int) totals.unreadable());
        told += totals.unreadable() > 0 ? 1 : 0;
      } catch (JournalException refused) {
        assertThat(refused.code().name()).as(as).startsWith("ES3");
      }
      Files.write(table, bytes);
    }
    assertThat(told).as("seed=%s", seed).isPositive();
  }

  private static void awaitTable(Path data) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (tables(data).isEmpty()) {
      assertThat(System.nanoTime()).as("no table after 30 s").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static List<Path> tables(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("table-"))
          .sorted()
          .toList();
    }
  }
}

package dev.everstep.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.acceptance.ChildJvm;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.journal.transfer.Export;
import dev.everstep.journal.transfer.ExportFile;
import dev.everstep.journal.transfer.Import;
import dev.everstep.journal.transfer.Observer;
import dev.everstep.journal.transfer.Selection;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process is killed with SIGKILL is completed by the next one. */
class ImportKillTest {
  private static final int KILLS = 3;
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void anImportThatWasKilledIsCompletedByTheNext(@TempDir Path directory) throws Exception {
    long seed = System.nanoTime();
    System.out.println("ImportKillTest seed=" + seed);
    Random random = new Random(seed);
    Journal source = new InMemoryJournal();
    for (int run = 0; run < 6; run++) {
      source.commit(run(new RunId("r" + run), run % 2 == 0 ? 2_000 : 20)).join();
    }
    Path file = directory.resolve("runs.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Export(source, Selection.ALL, false, Observer.NONE).writeTo(out, START, "a test");
    }
    Path data = directory.resolve("data");
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm process = ImportingProcess.start(data, file)) {
        for (int lines = random.nextInt(60); lines >= 0 && process.readLine() != null; lines--) {
          // It is at some piece when it dies, or has finished.
        }
        process.kill();
      }
      try (Journal journal = EmbeddedJournal.open(data)) {
        assertNothingCanGoOnFromAWrongPlace(journal, source, seed);
      }
    }

    try (Journal journal = EmbeddedJournal.open(data)) {
      new Import(journal, ExportFile.read(file, Observer.NONE), 5_000, Observer.NONE).run();
      assertThat(contents(journal)).as("seed=%s", seed).isEqualTo(contents(source));
    }
  }

  private static void assertNothingCanGoOnFromAWrongPlace(
      Journal journal, Journal source, long seed) {
    for (Head head : journal.runs(RunQuery.newest(100))) {
      Head whole = source.head(head.run()).orElseThrow();
      if (!head.equals(whole)) {
        assertThat(head.status()).as("seed=%s", seed).isEqualTo(RunStatus.STUCK);
        assertThat(head.state().utf8()).contains("\"ES320\"").doesNotContain("\"wait\"");
      }
      int known = Math.toIntExact(head.seq() + 1);
      assertThat(journal.entries(head.run(), 0, 10_000))
          .as("seed=%s", seed)
          .isEqualTo(source.entries(head.run(), 0, known));
    }
  }

  private static Transition run(RunId run, int entries) {
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      Payload body = Payload.utf8("{\"output\":\"" + run + " " + "x".repeat(i % 90) + "\"}");
      EntryKind kind = i == 0 ? EntryKind.RUN_STARTED : EntryKind.STEP_COMPLETED;
      all.add(new Entry(i, kind, START.plusMillis(i), body));
    }
    Payload state = Payload.utf8("{\"format\":1,\"wait\":{\"kind\":\"step\"}}");
    return new Transition(
        all, new Head(run, "W", RunStatus.RUNNING, entries - 1, START, START, null, state));
  }

  private static Map<Head, List<Entry>> contents(Journal journal) {
    Map<Head, List<Entry>> contents = new LinkedHashMap<>();
    for (Head head : journal.runs(RunQuery.newest(100))) {
      contents.put(head, journal.entries(head.run(), 0, 10_000));
    }
    return contents;
  }
}

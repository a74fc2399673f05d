package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.everstep.ErrorCode;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.journal.transfer.Export;
import dev.everstep.journal.transfer.ExportFile;
import dev.everstep.journal.transfer.Import;
import dev.everstep.journal.transfer.JournalCheck;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.journal.transfer.Observer;
import dev.everstep.journal.transfer.Selection;
import dev.everstep.journal.transfer.TroubledJournal;
import dev.everstep.trace.TraceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a real engine, with documents in pieces, that go on in another journal. */
class TransferredRunTest {
  private static final int PIECE_BYTES = 10_000;

  private Path file;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    file = directory.resolve("export.jsonl");
  }

  @Test
  void goesOnAfterAnImportAsItWouldHaveWhereItWas() throws Exception {
    try (EngineHarness here = new EngineHarness();
        EngineHarness there = new EngineHarness()) {
      cutShort(here);
      export(here.journal, false);

      new Import(there.journal, ExportFile.read(file, Observer.NONE), PIECE_BYTES, Observer.NONE)
          .run();

      assertThat(there.journal.head(RUN)).isEqualTo(here.journal.head(RUN));
      assertThat(there.journal.head(RUN).orElseThrow().state().array()[0]).isEqualTo((byte) 1);
      assertThat(there.journal.entries(RUN, 0, 99)).isEqualTo(here.journal.entries(RUN, 0, 99));
      here.crash();
      there.open();
      String result = here.result();
      assertThat(result).contains("turn 0 says", "turn 39 says");
      assertThat(there.result()).isEqualTo(result);
      assertThat(there.kinds())
          .isEqualTo(here.kinds())
          .contains("ATTEMPT_FAILED step:Model.complete 1 crash");
    }
  }

  @Test
  void isLetBeUntilItsImportIsComplete() throws Exception {
    try (EngineHarness here = new EngineHarness();
        EngineHarness there = new EngineHarness()) {
      cutShort(here);
      export(here.journal, false);
      TroubledJournal dying = new TroubledJournal(there.journal);
      dying.commitsLeft = 2;
      assertThatThrownBy(
              () ->
                  new Import(
                          dying, ExportFile.read(file, Observer.NONE), PIECE_BYTES, Observer.NONE)
                      .run())
          .isInstanceOf(JournalException.class);
      Head incomplete = there.journal.head(RUN).orElseThrow();

      there.clock.advance(Duration.ofDays(1));
      there.open();
      there.engine.retryStuck(RUN);

      assertThat(there.ended()).isEqualTo(incomplete);
      assertThat(there.state(incomplete).stuck().code()).isEqualTo(ErrorCode.ES320);
      assertThat(there.trace().stuckReason())
          .startsWith("[ES320] the import of this run has not been completed: run=r1, entries=")
          .contains(" of 26. ");
      assertThat(there.trace().pending()).isNull();
      assertThat(problems(there.journal)).singleElement().asString().contains("ES320");

      there.disk.crash();
      new Import(there.journal, ExportFile.read(file, Observer.NONE), PIECE_BYTES, Observer.NONE)
          .run();
      here.crash();
      there.open();
      assertThat(there.result()).isEqualTo(here.result());
    }
  }

  @Test
  void isWrittenInFullForOtherTools() throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      cutShort(harness);
      export(harness.journal, true);

      List<JsonNode> bodies = new ArrayList<>();
      JsonNode state = null;
      for (String line : Files.readAllLines(file)) {
        JsonNode node = new ObjectMapper().readTree(line);
        if (node.has("body") || node.has("bodyJson")) {
          bodies.add(node.has("body") ? node.get("body") : node.get("bodyJson"));
        } else if (node.has("state") || node.has("stateJson")) {
          state = node.get("stateJson");
        }
      }
      List<TraceEntry> entries = harness.trace().entries();
      assertThat(bodies).hasSameSizeAs(entries);
      for (int i = 0; i < bodies.size(); i++) {
        assertThat(String.valueOf(bodies.get(i).get("input")))
            .isEqualTo(String.valueOf(entries.get(i).input()));
      }
      assertThat(state.get("wait").get("kind").asText()).isEqualTo("step");

      Journal target = new InMemoryJournal();
      new Import(target, ExportFile.read(file, Observer.NONE), PIECE_BYTES, Observer.NONE).run();
      assertThat(target.entries(RUN, 0, 99)).isEqualTo(harness.journal.entries(RUN, 0, 99));
    }
  }

  @Test
  void isWrittenInFullWhereThatIsLittleLonger() throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      cutShort(harness);
      export(harness.journal, false);

      List<Integer> inFull = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        JsonNode node = new ObjectMapper().readTree(line);
        if (node.has("bodyJson")) {
          inFull.add(node.get("seq").asInt());
        }
      }
      // Each has 2 KB of its own, and all messages before it as input.
      assertThat(inFull).contains(1, 2).doesNotContain(4, 5, 25);
      assertThat(Files.size(file)).isLessThan(25 * 8_000);
    }
  }

  @Test
  void isFoundWholeByTheCheck() throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      cutShort(harness);
      assertThat(problems(harness.journal)).isEmpty();
      harness.open(new ClassLoader(null) {}); // has no workflow
      harness.ended();
      assertThat(problems(harness.journal)).isEmpty();
      harness.clock.advance(Duration.ofSeconds(1));
      harness.crash();
      harness.await(head -> head.status().isFinished());
      assertThat(problems(harness.journal)).isEmpty();
    }
  }

  /** Runs 25 of 40 turns of an agent that hands all its messages to each step, then dies. */
  private static void cutShort(EngineHarness harness) {
    harness.open();
    harness.disk.crashBeforeWrite(26);
    harness.start("Agent", 40, true);
    harness.await(head -> head.seq() == 25);
    harness.disk.crash();
  }

  private void export(Journal journal, boolean inFull) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new Export(journal, Selection.ALL, inFull, Observer.NONE)
          .writeTo(out, Instant.EPOCH, "a test");
    }
  }

  private static List<JournalCheck.Problem> problems(Journal journal) {
    List<JournalCheck.Problem> problems = new ArrayList<>();
    JournalCheck.check(
        journal, (RunReport report) -> problems.addAll(report.problems()), Observer.NONE);
    return problems;
  }
}

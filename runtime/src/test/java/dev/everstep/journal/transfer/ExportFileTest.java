package dev.everstep.journal.transfer;

import static dev.everstep.journal.Transitions.START;
import static dev.everstep.journal.Transitions.commit;
import static dev.everstep.journal.Transitions.end;
import static dev.everstep.journal.Transitions.park;
import static dev.everstep.journal.Transitions.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file: the forms of payloads, and what is refused. */
class ExportFileTest {
  private final InMemoryJournal source = new InMemoryJournal();
  private Path file;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    file = directory.resolve("export.jsonl");
  }

  @Test
  void writesJsonAsJsonOnlyIfPrintingItAnewGivesTheSameBytes() throws Exception {
    assertThat(form("{\"a\":[1,-2.5,1.0E10,true,null,\"\u00e9\"]}")).startsWith("\"body\":{\"a\"");
    assertThat(form("{\"a\":9007199254740992}")).startsWith("\"body\":{");
    for (String other :
        List.of(
            "{\"a\":9007199254740993}",
            "{\"a\":-9223372036854775808}",
            "{\"a\":123456789012345678901}",
            "{\"a\":1.10}",
            "{\"a\":0.10000000000000000001}",
            "{\"a\":1e5}",
            "{\"a\":-0}",
            "{\"a\":1,\"a\":1}",
            "{\"a\": 1}",
            "{\"a\":1}\n",
            "{\"a\":\"\\u0041\"}",
            "{} {}",
            "{",
            "nonsense")) {
      assertThat(form(other)).as(other).startsWith("\"bodyText\":\"");
    }
    assertThat(form("")).isEqualTo("\"bodyBytes\":\"\"");
    assertThat(form(new byte[] {1, 2, 3})).isEqualTo("\"bodyBytes\":\"AQID\"");
    assertThat(form(new byte[] {'{', (byte) 0xff, '}'})).isEqualTo("\"bodyBytes\":\"e/99\"");
  }

  private String form(String json) throws IOException {
    return form(Payload.utf8(json).array());
  }

  /** Returns how a body is written; the same bytes must have come back. */
  private String form(byte[] body) throws IOException {
    Journal journal = new InMemoryJournal();
    commit(journal, withBody(Payload.wrap(body)));
    export(journal);
    Journal target = new InMemoryJournal();
    new Import(target, ExportFile.read(file, Observer.NONE), Observer.NONE).run();
    assertThat(TransferContract.contents(target)).isEqualTo(TransferContract.contents(journal));
    String line = Files.readAllLines(file).get(2);
    return line.substring(line.indexOf("\"body"), line.indexOf(",\"crc\""));
  }

  private static Transition withBody(Payload body) {
    Transition first = start("a");
    return new Transition(List.of(new Entry(0, EntryKind.RUN_STARTED, START, body)), first.head());
  }

  /** A tool that knows numbers as doubles reads and prints each line: nothing has changed. */
  @Test
  void survivesAToolThatPrintsJsonAnew() throws Exception {
    new RandomRuns(new Random(7)).commit(source, 20);
    export(source);
    ObjectMapper tool = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode read = tool.readTree(line);
      lines.add(tool.writeValueAsString(read));
    }
    Files.write(file, lines);

    Journal target = new InMemoryJournal();
    new Import(target, ExportFile.read(file, Observer.NONE), Observer.NONE).run();

    assertThat(TransferContract.contents(target)).isEqualTo(TransferContract.contents(source));
  }

  @Test
  void takesALineThatWasChangedByHandWithoutItsChecksum() throws Exception {
    commit(source, start("a"));
    export(source);
    edit("\"input\":\"a\"", "\"input\":\"b\"");

    assertRefused(3, "crc=78af119a, but the line has ");

    edit(",\"crc\":\"78af119a\"", "");
    Journal target = new InMemoryJournal();
    new Import(target, ExportFile.read(file, Observer.NONE), Observer.NONE).run();
    assertThat(target.entries(new RunId("a"), 0, 1).get(0).body())
        .isEqualTo(Payload.utf8("{\"input\":\"b\"}"));
  }

  @Test
  void namesTheLineThatIsWrong() throws Exception {
    commit(source, end(commit(source, start("a")), RunStatus.COMPLETED));
    export(source);
    String whole = Files.readString(file);
    String[] lines = whole.split("\n");
    Map<String, String> refused =
        Map.ofEntries(
            Map.entry("", "line=1, the file ends without its last line"),
            Map.entry("nonsense", "line=1, not a JSON object: nonsense"),
            Map.entry("[]", "line=1, not a JSON object: []"),
            Map.entry("{}", "line=1, no member \"type\""),
            Map.entry(lines[1], "line=1, no header in front of type \"run\""),
            Map.entry(whole + lines[1], "line=6, behind the last line, which has type \"end\""),
            Map.entry(lines[0] + "\n" + lines[0], "line=2, a second header"),
            Map.entry(
                whole.replace("\"version\":1", "\"version\":2"),
                "line=1, format=everstep-export, version=2, known=everstep-export, version=1"),
            Map.entry(whole.replace(lines[2] + "\n", ""), "line=3, run=a, seq=1, expected=0"),
            Map.entry(
                whole.replace(lines[3] + "\n", ""),
                "line=4, run=a lacks its entries from seq=1 on"),
            Map.entry(whole.replace(lines[1] + "\n", ""), "line=2, an entry of run=a behind none"),
            Map.entry(
                lines[0] + "\n" + lines[4],
                "line=2, it says Totals[runs=1, entries=2, unreadable=0], but before it are"
                    + " Totals[runs=0, entries=0, unreadable=0]"),
            Map.entry(
                whole.replace("RUN_COMPLETED", "RUN_EXPLODED"),
                "line=4, No enum constant dev.everstep.journal.EntryKind.RUN_EXPLODED"),
            Map.entry(
                whole.replace("\"type\":\"end\"", "\"type\":\"fin\""),
                "line=5, unknown type \"fin\""),
            Map.entry(
                whole.replace("\"status\":\"COMPLETED\"", "\"status\":7"),
                "line=2, member \"status\" is not a string"),
            Map.entry(
                whole.replace("\"run\":\"a\",\"workflow\"", "\"run\":\"a b\",\"workflow\""),
                "line=2, [ES101] not a run id: \"a b\""),
            Map.entry(
                whole.replace("\"startedAt\":\"2026", "\"startedAt\":\"+999999999"),
                "line=2, long overflow"),
            Map.entry(
                whole.replace("\"body\":", "\"body2\":"),
                "line=3, expected one of body, bodyText and bodyBytes"));
    for (Map.Entry<String, String> each : refused.entrySet()) {
      Files.writeString(file, each.getKey());
      assertThatThrownBy(
              () ->
                  new Import(
                          new InMemoryJournal(),
                          ExportFile.read(file, Observer.NONE),
                          Observer.NONE)
                      .run())
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("[ES322] this is not a whole export: " + each.getValue())
          .hasMessageEndingWith("docs/errors/ES322.md");
    }
  }

  /** Each byte of a file in turn is changed in one bit: it is refused, or nothing has changed. */
  @Test
  void importsNothingWrongFromAFileWithAFlippedBit() throws Exception {
    commit(source, park(commit(source, start("a")), START.plusSeconds(9)));
    Map<Head, List<Entry>> expected = TransferContract.contents(source);
    export(source);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(whole.length);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      Journal target = new InMemoryJournal();
      try {
        new Import(target, ExportFile.read(file, Observer.NONE), 1, Observer.NONE).run();
        assertThat(TransferContract.contents(target)).as("byte %s", i).isEqualTo(expected);
      } catch (InvalidInputException e) {
        assertThat(e.code()).as("byte %s", i).isEqualTo(ErrorCode.ES322);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length * 8 / 10);
  }

  @Test
  void asksForFewEntriesAtOnceIfTheyAreLarge() throws Exception {
    Transition last = commit(source, start("a"));
    for (int i = 0; i < 60; i++) {
      List<Entry> entries = new ArrayList<>();
      Payload body = Payload.utf8("{\"x\":\"" + "x".repeat(i < 30 ? 10 : 400_000) + "\"}");
      for (int e = 1; e <= 10; e++) {
        entries.add(new Entry(last.head().seq() + e, EntryKind.TIMER_FIRED, START, body));
      }
      Head head = last.head();
      last =
          commit(
              source,
              new Transition(
                  entries,
                  new Head(
                      head.run(),
                      head.workflow(),
                      head.status(),
                      head.seq() + 10,
                      START,
                      START,
                      null,
                      head.state())));
    }
    TroubledJournal watched = new TroubledJournal(source);

    Totals totals =
        new Export(watched, Selection.ALL, false, Observer.NONE)
            .writeTo(OutputStream.nullOutputStream(), START, "a test");

    assertThat(totals.entries()).isEqualTo(601);
    // The first page of large ones was asked for when all before were small.
    assertThat(watched.pagesAbove(1_300_000)).isLessThanOrEqualTo(1);
  }

  private void assertRefused(int line, String reason) {
    assertThatThrownBy(
            () ->
                new Import(
                        new InMemoryJournal(), ExportFile.read(file, Observer.NONE), Observer.NONE)
                    .run())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("[ES322] this is not a whole export: line=" + line + ", " + reason);
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private void export(Journal journal) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new Export(journal, Selection.ALL, false, Observer.NONE).writeTo(out, START, "a test");
    }
  }
}

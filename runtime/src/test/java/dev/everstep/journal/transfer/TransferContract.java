package dev.everstep.journal.transfer;

import static dev.everstep.journal.Transitions.START;
import static dev.everstep.journal.Transitions.commit;
import static dev.everstep.journal.Transitions.end;
import static dev.everstep.journal.Transitions.next;
import static dev.everstep.journal.Transitions.park;
import static dev.everstep.journal.Transitions.start;
import static dev.everstep.journal.Transitions.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Transition;
import dev.everstep.journal.transfer.Import.Imported;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What export and import do, whatever kind of journal they work on. */
abstract class TransferContract {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path directory;
  private final Problems problems = new Problems();
  private final List<Journal> opened = new ArrayList<>();
  private Journal source;
  private Path file;

  /** Returns an empty journal. */
  abstract Journal open(Path directory);

  /** Moves all that is committed to where old data lives; returns the journal to go on with. */
  Journal settled(Journal journal) {
    return journal;
  }

  @BeforeEach
  void openSource() {
    source = empty("source");
    file = directory.resolve("export.jsonl");
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Journal::close);
  }

  private Journal empty(String name) {
    Journal journal = open(directory.resolve(name));
    opened.add(journal);
    return journal;
  }

  private void settleSource() {
    source = settled(source);
    opened.add(source);
  }

  @Test
  void bringsRandomRunsBackAsTheyWere() throws Exception {
    for (int round = 0; round < 5; round++) {
      long seed = System.nanoTime();
      System.out.println("TransferContract seed=" + seed);
      Random random = new Random(seed);
      Journal from = empty("from-" + round);
      List<RunId> runs = new RandomRuns(random).commit(from, 1 + random.nextInt(12));
      if (random.nextBoolean()) {
        from = settled(from);
        opened.add(from);
      }
      Totals totals = export(from, Selection.ALL);
      Journal target = empty("target-" + round);

      Imported imported =
          new Import(
                  target, ExportFile.read(file, Observer.NONE), 1 + random.nextInt(4_000), problems)
              .run();

      assertThat(contents(target)).as("seed=%s", seed).isEqualTo(contents(from));
      assertThat(target.active(null, 100)).isEqualTo(from.active(null, 100));
      assertThat(target.due(Instant.MAX, 100)).isEqualTo(from.due(Instant.MAX, 100));
      assertThat(totals.runs()).isEqualTo(runs.size());
      assertThat(imported).isEqualTo(new Imported(totals.runs(), totals.entries(), 0, 0, 0));
      assertThat(problems.lines).isEmpty();
    }
  }

  @Test
  void writesOneJsonObjectOnEachLine() throws Exception {
    commit(source, park(commit(source, start("a", "Flow", START)), START.plusSeconds(9)));
    commit(source, end(commit(source, start("b", "Flow", START)), RunStatus.COMPLETED));
    settleSource();

    export(source, Selection.ALL);

    assertThat(file)
        .hasContent(
            """
            {"type":"header","format":"everstep-export","version":1,"at":"2026-03-04T05:06:07Z","by":"a test"}
            {"type":"run","run":"b","workflow":"Flow","status":"COMPLETED","seq":1,"startedAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.679Z","state":{"pc":1,"x":""},"crc":"80a6f1bc"}
            {"type":"entry","run":"b","seq":0,"kind":"RUN_STARTED","at":"2026-01-02T03:04:05.678Z","body":{"input":"b"},"crc":"8db70a12"}
            {"type":"entry","run":"b","seq":1,"kind":"RUN_COMPLETED","at":"2026-01-02T03:04:05.679Z","body":{"run":"b","seq":1,"x":""},"crc":"53dd3349"}
            {"type":"run","run":"a","workflow":"Flow","status":"RUNNING","seq":1,"startedAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.679Z","wakeAt":"2026-01-02T03:04:14.678Z","state":{"pc":1,"x":""},"crc":"c17522fd"}
            {"type":"entry","run":"a","seq":0,"kind":"RUN_STARTED","at":"2026-01-02T03:04:05.678Z","body":{"input":"a"},"crc":"78af119a"}
            {"type":"entry","run":"a","seq":1,"kind":"STEP_COMPLETED","at":"2026-01-02T03:04:05.679Z","body":{"run":"a","seq":1,"x":""},"crc":"fdf7fd79"}
            {"type":"end","runs":2,"entries":4,"unreadable":0}
            """);
  }

  @Test
  void exportsTheRunsThatAreAskedFor() throws Exception {
    for (String run : List.of("a", "b", "c")) {
      String workflow = run.equals("c") ? "Other" : "Flow";
      commit(source, start(run, workflow, START));
    }
    commit(source, end(start("b", "Flow", START), RunStatus.FAILED));
    settleSource();

    assertThat(exported(new Selection(List.of(), null, null))).containsExactly("c", "b", "a");
    assertThat(exported(new Selection(List.of(), RunStatus.RUNNING, null)))
        .containsExactly("c", "a");
    assertThat(exported(new Selection(List.of(), null, "Flow"))).containsExactly("b", "a");
    assertThat(exported(new Selection(List.of(), RunStatus.FAILED, "Flow"))).containsExactly("b");
    assertThat(exported(new Selection(ids("b", "none", "c"), null, null)))
        .containsExactly("b", "c");
    assertThat(exported(new Selection(ids("b", "c"), RunStatus.RUNNING, null)))
        .containsExactly("c");
  }

  @Test
  void exportsManyPagesOfRunsAndEntries() throws Exception {
    List<CompletableFuture<Void>> commits = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      commits.add(source.commit(start("r" + i, "Flow", START.plusMillis(i % 40))));
    }
    commits.forEach(CompletableFuture::join);
    Transition last = start("r0", "Flow", START);
    for (int i = 0; i < 40; i++) {
      last = commit(source, next(last, 7, RunStatus.RUNNING, null, "x".repeat(i * 500)));
    }
    settleSource();

    Totals totals = export(source, Selection.ALL);

    Journal target = empty("target");
    new Import(target, ExportFile.read(file, Observer.NONE), problems).run();
    assertThat(totals).isEqualTo(new Totals(700, 700 + 280, 0));
    assertThat(contents(target)).isEqualTo(contents(source));
  }

  @Test
  void goesOnBehindARunThatCannotBeRead() throws Exception {
    for (String run : List.of("a", "b", "c")) {
      commit(source, next(commit(source, start(run)), 40, RunStatus.RUNNING, null, ""));
    }
    TroubledJournal damaged = new TroubledJournal(source);
    damaged.damagedFrom.put(new RunId("b"), 20L);

    Totals totals = export(damaged, Selection.ALL);

    assertThat(totals).isEqualTo(new Totals(2, 82, 1));
    assertThat(problems.lines).containsExactly("b: [ES311] damaged: run=b. docs/errors/ES311.md");
    assertThat(Files.readAllLines(file))
        .contains(
            "{\"type\":\"unreadable\",\"run\":\"b\",\"reason\":\"[ES311] damaged: run=b."
                + " docs/errors/ES311.md\"}")
        .anyMatch(line -> line.startsWith("{\"type\":\"entry\",\"run\":\"b\",\"seq\":15,"))
        .last()
        .isEqualTo("{\"type\":\"end\",\"runs\":2,\"entries\":82,\"unreadable\":1}");
    Journal target = empty("target");
    assertThat(new Import(target, ExportFile.read(file, Observer.NONE), 50, problems).run())
        .isEqualTo(new Imported(2, 82, 0, 0, 1));
    assertThat(target.head(new RunId("b"))).isEmpty();
    assertThat(problems.lines)
        .last()
        .isEqualTo(
            "b: [ES324] the export lacks a run that could not be read when it was made: run=b. It"
                + " was not imported. Look for it in an older export. Reason: [ES311] damaged:"
                + " run=b. docs/errors/ES311.md docs/errors/ES324.md");
  }

  @Test
  void exportsWhatStandsAroundHeadsThatCannotBeRead() throws Exception {
    for (int i = 0; i < 30; i++) {
      int millis = i < 25 ? i * 1_000 : 40_000 + i; // a long pause in front of the second one
      commit(source, start("r" + i, "Flow", START.minusMillis(millis)));
    }
    TroubledJournal damaged = new TroubledJournal(source);
    damaged.damagedHeads.add(new RunId("r25"));
    damaged.damagedHeads.add(new RunId("r7"));

    assertThat(export(damaged, Selection.ALL)).isEqualTo(new Totals(28, 28, 2));
    assertThat(export(damaged, new Selection(ids("r25", "r29"), null, null)))
        .isEqualTo(new Totals(1, 1, 1));
    assertThat(problems.lines)
        .containsExactly(
            "null: [ES311] damaged: run=r7. docs/errors/ES311.md",
            "null: [ES311] damaged: run=r25. docs/errors/ES311.md",
            "r25: [ES311] damaged: run=r25. docs/errors/ES311.md");
  }

  @Test
  void writesWhatIsLeftOfRunsInQuarantineForPeople() throws Exception {
    for (String run : List.of("a", "b", "c")) {
      commit(source, next(commit(source, start(run)), 40, RunStatus.RUNNING, null, ""));
    }
    TroubledJournal damaged = new TroubledJournal(source);
    damaged.quarantined.addAll(ids("b", "c"));
    damaged.damagedFrom.put(new RunId("c"), 20L);

    assertThat(export(damaged, Selection.ALL)).isEqualTo(new Totals(1, 41, 2));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(43))
        .startsWith("{\"type\":\"unreadable\",\"run\":\"b\",\"reason\":\"[ES311] damaged: run=b.");
    assertThat(lines.get(84)).startsWith("{\"type\":\"entry\",\"run\":\"b\",\"seq\":40,");
    assertThat(lines.get(85)).startsWith("{\"type\":\"unreadable\",\"run\":\"c\",");
    assertThat(lines.get(101)).startsWith("{\"type\":\"entry\",\"run\":\"c\",\"seq\":15,");
    assertThat(lines).hasSize(103);
    assertThat(problems.lines).hasSize(2);

    Journal target = empty("target");
    assertThat(new Import(target, ExportFile.read(file, Observer.NONE), problems).run())
        .isEqualTo(new Imported(1, 41, 0, 0, 2));
    assertThat(contents(target)).hasSize(1);
    assertThat(export(damaged, new Selection(ids("b", "a"), null, null)))
        .isEqualTo(new Totals(1, 41, 1));
    assertThat(ExportFile.read(file, Observer.NONE).totals()).isEqualTo(new Totals(1, 41, 1));
  }

  @Test
  void skipsRunsThatAreThereAlready() throws Exception {
    new RandomRuns(new Random(1)).commit(source, 9);
    Totals totals = export(source, Selection.ALL);
    Journal target = empty("target");
    new Import(target, ExportFile.read(file, Observer.NONE), 500, problems).run();

    Imported again = new Import(target, ExportFile.read(file, Observer.NONE), 500, problems).run();

    assertThat(again).isEqualTo(new Imported(0, 0, totals.runs(), 0, 0));
    assertThat(contents(target)).isEqualTo(contents(source));
    assertThat(problems.lines).isEmpty();
  }

  @Test
  void refusesARunThatTheJournalHasOtherwiseAndImportsTheOthers() throws Exception {
    Journal target = empty("target");
    for (String run : List.of("a", "b", "c", "d")) {
      commit(source, next(commit(source, start(run)), 2, RunStatus.RUNNING, null, ""));
    }
    commit(target, step(commit(target, step(commit(target, start("a"))))));
    Transition other = next(commit(target, start("b")), 2, RunStatus.RUNNING, null, "other");
    Head head = next(start("b"), 2, RunStatus.RUNNING, null, "").head();
    commit(target, new Transition(other.entries(), head));
    commit(target, next(commit(target, start("c")), 2, RunStatus.RUNNING, null, ""));
    Map<Head, List<Entry>> before = contents(target);
    export(source, Selection.ALL);

    Imported imported = new Import(target, ExportFile.read(file, Observer.NONE), problems).run();

    assertThat(imported).isEqualTo(new Imported(1, 3, 1, 2, 0));
    assertThat(contents(target)).containsAllEntriesOf(before).hasSize(4);
    assertThat(problems.lines)
        .containsExactly(
            "b: [ES323] the journal has another run with this id, or another state of it: run=b,"
                + " the entry with seq=1 is another one there. The journal keeps what it has."
                + " Import into another directory, or leave this run out of the export."
                + " docs/errors/ES323.md",
            "a: [ES323] the journal has another run with this id, or another state of it: run=a,"
                + " workflow=demo.Flow, status=RUNNING, last seq=2 there; demo.Flow, RUNNING, 2 in"
                + " the file. The journal keeps what it has. Import into another directory, or"
                + " leave this run out of the export. docs/errors/ES323.md");
  }

  @Test
  void refusesARunThatTheJournalCannotRead() throws Exception {
    commit(source, start("a"));
    commit(source, start("b"));
    commit(source, start("c"));
    export(source, Selection.ALL);
    TroubledJournal damaged = new TroubledJournal(source);
    damaged.damagedHeads.add(new RunId("a"));
    damaged.damagedFrom.put(new RunId("b"), 0L);

    assertThat(new Import(damaged, ExportFile.read(file, Observer.NONE), problems).run())
        .isEqualTo(new Imported(0, 0, 1, 2, 0));
    assertThat(problems.lines)
        .allMatch(line -> line.contains("[ES323] the journal may have this run"))
        .hasSize(2);
  }

  /** The import's process dies in front of each of its commits, and is started again. */
  @Test
  void completesAnImportThatWasCutAnywhere() throws Exception {
    Transition last = commit(source, start("long"));
    for (int i = 0; i < 20; i++) {
      last = commit(source, next(last, 3, RunStatus.RUNNING, null, "x".repeat(40)));
    }
    commit(source, start("short", "Flow", START.minusMillis(1)));
    Map<Head, List<Entry>> whole = contents(source);
    export(source, Selection.ALL);
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      Journal target = empty("target-" + cuts);
      TroubledJournal dying = new TroubledJournal(target);
      dying.commitsLeft = cuts;
      try {
        new Import(dying, ExportFile.read(file, Observer.NONE), 1_000, problems).run();
        cut = false;
      } catch (JournalException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.ES308);
        Head head = target.head(new RunId("long")).orElse(null);
        if (head != null && head.seq() < last.head().seq()) {
          assertThat(head.status()).isEqualTo(RunStatus.STUCK);
          assertThat(head.state().utf8())
              .contains(
                  "\"stuck\":{\"code\":\"ES320\"",
                  "run=long, entries=" + (head.seq() + 1) + " of 61. Import the same file again.")
              .doesNotContain("frames", "wait\"");
          assertThat(target.active(null, 9)).isEmpty();
          assertThat(target.due(Instant.MAX, 9)).isEmpty();
        }
      }
      target = settled(target);
      opened.add(target);

      new Import(target, ExportFile.read(file, Observer.NONE), 700, problems).run();

      assertThat(contents(target)).isEqualTo(whole);
      assertThat(target.active(null, 9)).isEqualTo(source.active(null, 9));
    }
    assertThat(cuts).isGreaterThan(6);
    assertThat(problems.lines).isEmpty();
  }

  @Test
  void keepsTheBeginningOfAnImportFromAnotherFile() throws Exception {
    commit(source, next(commit(source, start("a")), 30, RunStatus.RUNNING, null, "x"));
    export(source, Selection.ALL);
    Journal target = empty("target");
    TroubledJournal dying = new TroubledJournal(target);
    dying.commitsLeft = 2;
    assertThatThrownBy(
            () -> new Import(dying, ExportFile.read(file, Observer.NONE), 500, problems).run())
        .isInstanceOf(JournalException.class);
    Map<Head, List<Entry>> before = contents(target);

    Journal other = empty("other");
    commit(other, next(commit(other, start("a")), 30, RunStatus.RUNNING, null, "y"));
    export(other, Selection.ALL);
    Imported imported =
        new Import(target, ExportFile.read(file, Observer.NONE), 500, problems).run();

    assertThat(imported).isEqualTo(new Imported(0, 0, 0, 1, 0));
    assertThat(contents(target)).isEqualTo(before);
    assertThat(problems.lines)
        .singleElement()
        .asString()
        .contains("[ES323]", "the entry with seq=1 is another one there");
  }

  @Test
  void refusesAFileThatEndsAnywhereAndWritesNothing() throws Exception {
    commit(source, step(commit(source, start("a"))));
    commit(source, start("b"));
    export(source, Selection.ALL);
    byte[] whole = Files.readAllBytes(file);
    Journal target = empty("target");
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      String lines = new String(whole, 0, length, StandardCharsets.UTF_8);
      boolean wholeLine = whole[length] == '\n';
      long line = lines.chars().filter(c -> c == '\n').count() + (wholeLine ? 2 : 1);

      assertThatThrownBy(
              () -> new Import(target, ExportFile.read(file, Observer.NONE), 1, problems).run())
          .as("%s bytes", length)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("[ES322] this is not a whole export: line=" + line + ", ");
      assertThat(contents(target)).isEmpty();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1)); // without the last end of line
    new Import(target, ExportFile.read(file, Observer.NONE), 1, problems).run();
    assertThat(contents(target)).isEqualTo(contents(source));
  }

  private List<String> exported(Selection selection) throws IOException {
    export(source, selection);
    Pattern run = Pattern.compile("\\{\"type\":\"run\",\"run\":\"(.*?)\".*");
    return Files.readAllLines(file).stream()
        .map(run::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static List<RunId> ids(String... ids) {
    return Stream.of(ids).map(RunId::new).toList();
  }

  private Totals export(Journal journal, Selection selection) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return new Export(journal, selection, false, problems).writeTo(out, NOW, "a test");
    }
  }

  static Map<Head, List<Entry>> contents(Journal journal) {
    Map<Head, List<Entry>> contents = new LinkedHashMap<>();
    for (Head head : journal.runs(RunQuery.newest(10_000))) {
      contents.put(head, journal.entries(head.run(), 0, 1_000_000));
    }
    return contents;
  }
}

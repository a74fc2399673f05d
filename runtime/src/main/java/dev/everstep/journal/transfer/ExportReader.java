package dev.everstep.journal.transfer;

import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export and checks that it is whole.
 *
 * <pre>
 *   (begin) --header--> BETWEEN RUNS --run--> IN A RUN --entry--> IN A RUN, or BETWEEN RUNS behind its last
 *   BETWEEN RUNS or IN A RUN --unreadable--> BETWEEN RUNS
 *   BETWEEN RUNS --entry of the run that is unreadable--> BETWEEN RUNS
 *   BETWEEN RUNS --end--> ENDED
 * </pre>
 */
final class ExportReader {

  /** Takes what is read, in the order of the file. */
  interface Visitor {
    /** A run begins: its head, as it is behind its last entry. */
    void run(Head head);

    /** The next entry of the run that began last. */
    void entry(Head head, Entry entry);

    /** A run, or the rest of the one that began last, could not be read when this was written. */
    void unreadable(@Nullable RunId run, String reason);
  }

  private final LineReader lines;
  private final Visitor visitor;
  private boolean hasHeader;
  private @Nullable Head current;
  private @Nullable RunId lost;
  private long nextSeq;
  private long runs;
  private long entries;
  private long unreadable;
  private @Nullable Totals end;

  private ExportReader(InputStream in, Visitor visitor) {
    this.lines = new LineReader(in);
    this.visitor = visitor;
  }

  /**
   * Reads an export to its end.
   *
   * @throws InvalidInputException ES322 at the first line that is not one of a whole export; all
   *     before it has been given to the visitor
   */
  static Totals read(InputStream in, Visitor visitor) throws IOException {
    ExportReader reader = new ExportReader(in, visitor);
    for (byte[] line = reader.lines.next(); line != null; line = reader.lines.next()) {
      if (line.length > 0) {
        reader.line(line);
      }
    }
    Totals totals = reader.end;
    if (totals == null) {
      throw Line.refusal(reader.lines.number(), "the file ends without its last line", null);
    }
    return totals;
  }

  private void line(byte[] bytes) {
    Line line;
    Runnable taken;
    try {
      line = Line.of(lines.number(), bytes);
      taken = taken(line);
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | InvalidInputException e) {
      throw Line.refusal(lines.number(), String.valueOf(e.getMessage()), e);
    }
    taken.run(); // What the visitor throws is no fault of the line.
  }

  private Runnable taken(Line line) {
    String type = line.text("type");
    if (end != null) {
      throw new IllegalArgumentException("behind the last line, which has type \"end\"");
    } else if (hasHeader == type.equals("header")) {
      throw new IllegalArgumentException(
          hasHeader ? "a second header" : "no header in front of type \"" + type + "\"");
    }
    return switch (type) {
      case "header" -> header(line);
      case "run" -> run(line);
      case "entry" -> entry(line);
      case "unreadable" -> unreadable(line);
      case "end" -> end(line);
      default -> throw new IllegalArgumentException("unknown type \"" + type + "\"");
    };
  }

  private Runnable header(Line line) {
    String format = line.text("format");
    long version = line.number("version");
    if (!format.equals(Lines.FORMAT) || version != Lines.VERSION) {
      throw new IllegalArgumentException(
          "format="
              + format
              + ", version="
              + version
              + ", known="
              + Lines.FORMAT
              + ", version="
              + Lines.VERSION);
    }
    hasHeader = true;
    return () -> {};
  }

  private Runnable run(Line line) {
    requireBetweenRuns();
    String wakeAt = line.optionalText("wakeAt");
    Head head =
        new Head(
            new RunId(line.text("run")),
            line.text("workflow"),
            RunStatus.valueOf(line.text("status")),
            line.number("seq"),
            time(line.text("startedAt")),
            time(line.text("updatedAt")),
            wakeAt == null ? null : time(wakeAt),
            Form.read(line.members(), "state"));
    checkSum(line, Checksum.of(head));
    current = head;
    nextSeq = 0;
    return () -> visitor.run(head);
  }

  private Runnable entry(Line line) {
    Head head = current;
    RunId run = new RunId(line.text("run"));
    if (head == null && run.equals(lost)) {
      return () -> {}; // what can be read of it, for people
    } else if (head == null || !head.run().equals(run)) {
      throw new IllegalArgumentException(
          "an entry of run=" + run + " behind " + (head == null ? "none" : "run=" + head.run()));
    }
    Entry entry =
        new Entry(
            line.number("seq"),
            EntryKind.valueOf(line.text("kind")),
            time(line.text("at")),
            Form.read(line.members(), "body"));
    if (entry.seq() != nextSeq) {
      throw new IllegalArgumentException(
          "run=" + run + ", seq=" + entry.seq() + ", expected=" + nextSeq);
    }
    checkSum(line, Checksum.of(run, entry));
    nextSeq++;
    if (nextSeq > head.seq()) {
      current = null;
      runs++;
      entries += nextSeq;
    }
    return () -> visitor.entry(head, entry);
  }

  private Runnable unreadable(Line line) {
    String id = line.optionalText("run");
    RunId run = id == null ? null : new RunId(id);
    if (current != null && !current.run().equals(run)) {
      requireBetweenRuns();
    }
    String reason = line.text("reason");
    current = null;
    lost = run;
    unreadable++;
    return () -> visitor.unreadable(run, reason);
  }

  private Runnable end(Line line) {
    requireBetweenRuns();
    Totals found = new Totals(runs, entries, unreadable);
    Totals told =
        new Totals(line.number("runs"), line.number("entries"), line.number("unreadable"));
    if (!found.equals(told)) {
      throw new IllegalArgumentException("it says " + told + ", but before it are " + found);
    }
    end = told;
    return () -> {};
  }

  private static Instant time(String text) {
    Instant time = Instant.parse(text);
    return Instant.ofEpochMilli(time.toEpochMilli()); // what a journal can store
  }

  private void requireBetweenRuns() {
    if (current != null) {
      throw new IllegalArgumentException(
          "run=" + current.run() + " lacks its entries from seq=" + nextSeq + " on");
    }
  }

  private static void checkSum(Line line, String expected) {
    String crc = line.optionalText("crc");
    if (crc != null && !crc.equals(expected)) {
      throw new IllegalArgumentException("crc=" + crc + ", but the line has " + expected);
    }
  }
}

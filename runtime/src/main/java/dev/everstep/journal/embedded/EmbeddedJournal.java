package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Timer;
import dev.everstep.journal.Transition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a directory of this machine.
 *
 * <p>After a crash of the process or the machine it holds every transition whose commit completed.
 * One process at a time writes; any number read, through {@link #openReadOnly}. Damage is reported,
 * never skipped. Thread-safe; an interrupt of a calling thread does no harm.
 */
public final class EmbeddedJournal implements Journal {
  private final Opening.Opened parts;
  private final Errors errors;
  private volatile boolean closed;

  private EmbeddedJournal(Opening.Opened parts, Errors errors) {
    this.parts = parts;
    this.errors = errors;
  }

  /** Opens the journal in a directory for writing, with {@linkplain Options#defaults defaults}. */
  public static EmbeddedJournal open(Path directory) {
    return open(directory, Options.defaults());
  }

  /**
   * Opens the journal in a directory for writing; creates both if need be.
   *
   * @throws JournalException ES305 if another process has it open, ES306 if its format is newer,
   *     ES307 if the directory cannot be used, ES308 if the disk is full, ES309 to ES311 if it is
   *     damaged; in all these cases what was stored is unchanged
   */
  public static EmbeddedJournal open(Path directory, Options options) {
    Errors errors = new Errors(directory.toString());
    return new EmbeddedJournal(Opening.forWriting(directory, options, errors), errors);
  }

  /**
   * Opens a view of a directory as it is now; transitions of later commits are not seen. Takes no
   * lock and writes nothing, so it may be used while another process writes.
   *
   * @throws JournalException ES313 if there is no journal in the directory, else as {@link #open}
   */
  public static EmbeddedJournal openReadOnly(Path directory) {
    Errors errors = new Errors(directory.toString());
    return new EmbeddedJournal(Opening.forReading(directory, errors), errors);
  }

  /**
   * What a check of the files found.
   *
   * @param file the file, or {@code log} for all segments together
   * @param harmless whether nothing is lost by it
   * @param what whole words
   */
  public record Finding(String file, boolean harmless, String what) {}

  /**
   * Reads every byte of a directory that counts, and compares it with its checksum. Changes
   * nothing; what another process writes meanwhile may look damaged, so the directory should be at
   * rest.
   *
   * @throws JournalException ES313 if there is no journal in the directory, ES307 if it cannot be
   *     read
   */
  public static List<Finding> checkFiles(Path directory) {
    return Opening.checkFiles(directory, new Errors(directory.toString()));
  }

  /**
   * Makes a directory usable again of which files are missing or damaged beyond what opening can
   * deal with. Runs that may have lost something go to quarantine; damaged files are kept under
   * another name.
   *
   * @return what was done, a line each; empty if there was nothing to do
   * @throws JournalException ES305 if a process has the directory open, ES310 if the manifest
   *     cannot be read, without which nothing can be told from anything; else as {@link #open}
   */
  public static List<String> repair(Path directory) {
    return Opening.repair(directory, Options.defaults(), new Errors(directory.toString()));
  }

  /** Checks the files on a disk that nobody else uses. */
  static List<Finding> checkFiles(Disk disk) {
    return Opening.checkFiles(disk, new Errors("a test's disk"));
  }

  /** Repairs what is on a disk that nobody else uses. */
  static List<String> repair(Disk disk, Options options) {
    return Opening.repair(disk, options, new Errors("a test's disk"));
  }

  /** Opens the journal on a disk that nobody else uses. */
  static EmbeddedJournal open(Disk disk, Options options) {
    Errors errors = new Errors("a test's disk");
    return new EmbeddedJournal(Opening.forWriting(disk, options, errors), errors);
  }

  @Override
  public CompletableFuture<Void> commit(Transition transition) {
    if (closed) {
      return CompletableFuture.failedFuture(errors.closed());
    }
    Opening.Writing writing = parts.writing();
    return writing == null
        ? CompletableFuture.failedFuture(errors.readOnly())
        : writing.committer().commit(transition);
  }

  @Override
  public Optional<Head> head(RunId run) {
    checkOpen();
    return Optional.ofNullable(parts.queries().head(run));
  }

  @Override
  public List<Entry> entries(RunId run, long fromSeq, int limit) {
    checkOpen();
    return parts.queries().entries(run, fromSeq, limit);
  }

  @Override
  public List<Head> runs(RunQuery query) {
    checkOpen();
    return parts.queries().runs(query);
  }

  @Override
  public List<RunId> active(@Nullable RunId after, int limit) {
    checkOpen();
    return parts.live().active(after, limit);
  }

  @Override
  public long openRuns() {
    checkOpen();
    return parts.live().count();
  }

  @Override
  public List<Timer> due(Instant until, int limit) {
    checkOpen();
    return parts.live().due(until, limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    checkOpen();
    return parts.live().nextDue();
  }

  @Override
  public Map<RunId, String> quarantined() {
    checkOpen();
    return parts.quarantine().all();
  }

  /**
   * Drops the finished runs that retention does not keep, and gives back the space that they take,
   * both of which also happen from time to time. Blocks until that is done; commits go on.
   *
   * @throws JournalException ES302 or ES312 if the journal is closed or read-only, ES308 if there
   *     is no space to write what is kept
   */
  public void compact() {
    checkOpen();
    Opening.Writing writing = parts.writing();
    if (writing == null) {
      throw errors.readOnly();
    }
    writing.upkeep().compact();
  }

  /** Returns the current view, for tests. */
  View view() {
    return parts.views().get();
  }

  private void checkOpen() {
    if (closed) {
      throw errors.closed();
    }
  }

  @Override
  public void close() {
    closed = true;
    parts.close();
  }
}

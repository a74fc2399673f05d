package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that was read to its end and is a whole export. */
public final class ExportFile {
  private final Path path;
  private final Totals totals;
  private final Set<RunId> unreadable;

  private ExportFile(Path path, Totals totals, Set<RunId> unreadable) {
    this.path = path;
    this.totals = totals;
    this.unreadable = unreadable;
  }

  /**
   * Reads a file and keeps nothing of its runs.
   *
   * @throws dev.everstep.InvalidInputException ES322 if it is not a whole export
   */
  public static ExportFile read(Path path, Observer observer) throws IOException {
    Looking looking = new Looking(observer);
    try (InputStream in = Files.newInputStream(path)) {
      Totals totals = ExportReader.read(in, looking);
      return new ExportFile(path, totals, looking.unreadable);
    }
  }

  /** Returns what is in it. */
  public Totals totals() {
    return totals;
  }

  /** Returns whether the rest of a run is missing, since it could not be read. */
  boolean isUnreadable(RunId run) {
    return unreadable.contains(run);
  }

  /** Reads it again. */
  void read(ExportReader.Visitor visitor) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      ExportReader.read(in, visitor);
    }
  }

  private static final class Looking implements ExportReader.Visitor {
    private final Observer observer;
    private final Set<RunId> unreadable = new HashSet<>();
    private long runs;
    private long entries;

    Looking(Observer observer) {
      this.observer = observer;
    }

    @Override
    public void run(Head head) {
      runs++;
    }

    @Override
    public void entry(Head head, Entry entry) {
      observer.progress(runs, ++entries);
    }

    @Override
    public void unreadable(@Nullable RunId run, String reason) {
      if (run != null) {
        unreadable.add(run);
      }
    }
  }
}

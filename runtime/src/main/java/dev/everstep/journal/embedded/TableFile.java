package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open table and its file. Thread-safe. */
final class TableFile {
  private static final Logger LOG = LoggerFactory.getLogger(TableFile.class);

  private final String name;
  private final long bytes;
  private final Table table;
  private final Set<RunId> dropped = new HashSet<>();
  private final AtomicInteger hidden = new AtomicInteger();
  private final AtomicInteger doomed = new AtomicInteger();
  private volatile boolean damaged;

  private TableFile(String name, long bytes, Table table) {
    this.name = name;
    this.bytes = bytes;
    this.table = table;
  }

  /**
   * Opens a table.
   *
   * @throws dev.everstep.journal.JournalException ES311 if it is damaged
   */
  static TableFile open(Disk disk, Errors errors, String name) throws IOException {
    ByteBuffer file = disk.map(name);
    try {
      TableFile opened =
          new TableFile(
              name,
              file.limit(),
              Table.open(
                  file,
                  offset ->
                      LOG.warn(
                          "a damaged block was restored from its page's parity:"
                              + " file={}, offset={}. Check the disk.",
                          name,
                          offset)));
      Iterator<Table.Row> rows = opened.table.from(Rows.first(Rows.DROPPED));
      while (rows.hasNext()) {
        opened.dropped.add(Rows.run(rows.next().key()));
      }
      return opened;
    } catch (DamagedTableException e) {
      throw errors.damagedTable(null, name, e);
    }
  }

  String name() {
    return name;
  }

  long bytes() {
    return bytes;
  }

  Table table() {
    return table;
  }

  /** Returns the runs of which older tables' rows no longer count. */
  Set<RunId> dropped() {
    return dropped;
  }

  boolean mayContain(RunId run) {
    return table.mayContain(RunHash.of(run));
  }

  static boolean anyMayContain(List<TableFile> tables, long runHash) {
    for (TableFile file : tables) {
      if (file.table.mayContain(runHash)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many runs have rows in here. */
  int runs() {
    return table.members();
  }

  /** Says that a run that may be in here was dropped, which no table says yet. */
  void doom() {
    doomed.incrementAndGet();
  }

  /** Says that a table now says that a run that may be in here was dropped. */
  void hide() {
    hidden.incrementAndGet();
    doomed.updateAndGet(count -> Math.max(0, count - 1));
  }

  /** Returns about how many of the runs in here a merge can leave out. */
  int hidden() {
    return hidden.get();
  }

  /** Returns about how many more there will be once a table says so. */
  int doomed() {
    return doomed.get();
  }

  /** Says that not all of the table can be read, so that it is left as it is. */
  void setDamaged() {
    damaged = true;
  }

  boolean isDamaged() {
    return damaged;
  }

  @Override
  public String toString() {
    return name + " (" + bytes + " bytes)";
  }
}

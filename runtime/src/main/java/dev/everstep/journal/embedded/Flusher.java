package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.mapdb.TableWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns frozen tails into tables. Confined to the thread that flushes. */
final class Flusher {
  private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
  private static final int CHUNK_BYTES = 24 * 1024;

  private final Disk disk;
  private final Views views;
  private final TableFiles files;
  private final Spares spares;
  private final Quarantine quarantine;

  Flusher(Disk disk, Views views, TableFiles files, Spares spares, Quarantine quarantine) {
    this.disk = disk;
    this.views = views;
    this.files = files;
    this.spares = spares;
    this.quarantine = quarantine;
  }

  /**
   * Writes the frozen tail to a table and publishes it.
   *
   * @param segment the log file that replay begins with from then on
   * @param flushed the first lsn behind the tail
   */
  void flush(Tail tail, long segment, long flushed) throws IOException {
    View view = views.get();
    Map<RunId, String> inQuarantine = quarantine.unsaved();
    TableFile table = files.write(writer -> put(writer, tail, inQuarantine, view.tables()));
    long before = files.added(table, segment, flushed);
    quarantine.saved(inQuarantine);
    views.flushed(table);
    for (RunId run : table == null ? Set.<RunId>of() : table.dropped()) {
      for (TableFile older : view.tables()) {
        if (older.mayContain(run)) {
          older.hide();
        }
      }
    }
    try {
      for (String name : disk.list()) {
        if (Names.isSegment(name) && Names.number(name) >= before && Names.number(name) < segment) {
          spares.add(name); // older ones are spares already, or were
        }
      }
    } catch (IOException e) {
      if (!Errors.isFull(e)) { // some file systems need space to delete
        throw e;
      }
      LOG.warn("a log file that is no longer needed is left for the next opening", e);
    }
  }

  private static void put(
      TableWriter writer, Tail tail, Map<RunId, String> inQuarantine, List<TableFile> older)
      throws IOException {
    List<Head> heads = tail.heads();
    heads.sort(Comparator.comparing(Head::run));
    for (Head head : heads) {
      putChunks(writer, head.run(), tail.entries(head.run(), 0, Integer.MAX_VALUE));
    }
    TreeMap<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);
    TreeSet<RunId> all = new TreeSet<>();
    for (Head head : heads) {
      all.add(head.run());
      rows.put(Rows.head(head.run()), Records.head(head));
      if (!head.status().isFinished() || TableFile.anyMayContain(older, RunHash.of(head.run()))) {
        rows.put(Rows.live(head.run()), Rows.liveValue(head));
      }
      for (byte[] key : Rows.indexKeys(head)) {
        rows.put(key, Rows.listedValue(head));
      }
    }
    inQuarantine.forEach(
        (run, reason) -> {
          all.add(run);
          rows.put(Rows.quarantine(run), Rows.quarantineValue(reason));
        });
    for (RunId run : tail.dropped()) {
      if (TableFile.anyMayContain(older, RunHash.of(run))) {
        all.add(run);
        rows.put(Rows.dropped(run), Rows.nothing());
      }
    }
    for (Map.Entry<byte[], byte[]> row : rows.entrySet()) {
      writer.put(row.getKey(), row.getValue());
    }
    all.forEach(run -> writer.add(RunHash.of(run)));
  }

  private static void putChunks(TableWriter writer, RunId run, List<Entry> entries)
      throws IOException {
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < entries.size(); i++) {
      int size = Records.entryBytes(entries.get(i));
      if (i > from && bytes + size > CHUNK_BYTES) {
        putChunk(writer, run, entries.subList(from, i));
        from = i;
        bytes = 0;
      }
      bytes += size;
    }
    putChunk(writer, run, entries.subList(from, entries.size()));
  }

  private static void putChunk(TableWriter writer, RunId run, List<Entry> chunk)
      throws IOException {
    writer.put(Rows.chunk(run, chunk.get(0).seq()), Records.entries(chunk));
  }
}

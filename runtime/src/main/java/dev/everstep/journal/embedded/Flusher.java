package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import dev.everstep.journal.mapdb.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns frozen tails into tables, and many tables into one. A flush runs on one thread and a merge
 * on another; both change the manifest under this object's lock. A table counts once a synced
 * manifest names it, and what the manifest no longer names is deleted after that.
 */
final class Flusher {
  private static final int CHUNK_BYTES = 24 * 1024;
  private static final int TABLES_MAX = 8;
  private static final int MERGE_MIN = 4;
  private static final long MERGED_BYTES_MAX = 1L << 30;

  private final Disk disk;
  private final Errors errors;
  private final Views views;
  private final Set<RunId> liveInTables;
  private final LongSupplier durable;
  private Manifest manifest;
  private long lastTable;
  private volatile boolean stopped;

  /**
   * Creates the flusher of an open journal.
   *
   * @param liveInTables the runs whose newest row in a table says that they are not finished
   * @param durable returns the first lsn that may be missing from the log
   */
  Flusher(
      Disk disk,
      Errors errors,
      Views views,
      Set<RunId> liveInTables,
      Manifest manifest,
      LongSupplier durable) {
    this.disk = disk;
    this.errors = errors;
    this.views = views;
    this.liveInTables = liveInTables;
    this.manifest = manifest;
    this.durable = durable;
    this.lastTable = manifest.tables().stream().mapToLong(Names::number).max().orElse(0);
  }

  /** Opens a table. */
  static View.TableFile open(Disk disk, Errors errors, String name) throws IOException {
    ByteBuffer file = disk.map(name);
    try {
      return new View.TableFile(name, file.limit(), Table.open(file));
    } catch (DamagedTableException e) {
      throw errors.damagedTable(null, name, e);
    }
  }

  /**
   * Writes the frozen tail to a table and publishes it.
   *
   * @param segment the log file that replay begins with from then on
   * @param flushed the first lsn behind the tail
   */
  void flush(Tail tail, long segment, long flushed) throws IOException {
    View.TableFile table = write(writer -> putRows(writer, tail));
    long oldSegment;
    synchronized (this) {
      List<String> tables = new ArrayList<>(manifest.tables());
      tables.add(table.name());
      oldSegment = manifest.segment();
      publish(new Manifest(segment, flushed, durable.getAsLong(), tables));
    }
    for (Head head : tail.heads()) {
      if (head.status().isFinished()) {
        liveInTables.remove(head.run());
      } else {
        liveInTables.add(head.run());
      }
    }
    views.flushed(table);
    for (String name : disk.list()) {
      if (Names.isSegment(name) && Names.number(name) < segment && segment > oldSegment) {
        disk.delete(name);
      }
    }
  }

  private void publish(Manifest next) throws IOException {
    next.write(disk);
    manifest = next;
  }

  /** Notes in the manifest up to where the log is durable, so that a lost end is noticed. */
  synchronized void seal() throws IOException {
    if (manifest.synced() != durable.getAsLong()) {
      publish(
          new Manifest(
              manifest.segment(), manifest.flushed(), durable.getAsLong(), manifest.tables()));
    }
  }

  private interface Content {
    void put(TableWriter writer) throws IOException;
  }

  private View.TableFile write(Content content) throws IOException {
    String name;
    synchronized (this) {
      name = Names.table(++lastTable);
    }
    try {
      try (Disk.DiskFile file = disk.create(name)) {
        TableWriter writer = new TableWriter(new FileOutput(disk, name, file));
        content.put(writer);
        writer.finish();
        file.sync();
      }
      disk.sync();
      return open(disk, errors, name);
    } catch (IOException e) {
      disk.delete(name);
      throw e;
    }
  }

  private record FileOutput(Disk disk, String name, Disk.DiskFile file)
      implements TableWriter.Output {
    @Override
    public void write(long offset, ByteBuffer bytes) throws IOException {
      file.write(offset, bytes);
    }

    @Override
    public ByteBuffer map() throws IOException {
      return disk.map(name);
    }
  }

  private void putRows(TableWriter writer, Tail tail) throws IOException {
    List<Head> heads = tail.heads();
    heads.sort(Comparator.comparing(Head::run));
    for (Head head : heads) {
      putChunks(writer, head.run(), tail.entries(head.run(), 0, Integer.MAX_VALUE));
    }
    for (Head head : heads) {
      writer.put(Rows.head(head.run()), Records.head(head));
    }
    for (Head head : heads) {
      boolean live = !head.status().isFinished();
      if (live || liveInTables.contains(head.run())) {
        writer.put(Rows.live(head.run()), Rows.liveValue(live));
      }
    }
    heads.sort(
        Comparator.comparing(
            head -> new RunQuery.Position(head.startedAt(), head.run()), Queries.NEWEST_FIRST));
    for (Head head : heads) {
      writer.put(
          Rows.start(new RunQuery.Position(head.startedAt(), head.run())), Rows.startValue(head));
    }
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

  /** Merges the newest tables into one if there are too many. Returns whether there were. */
  boolean merge() throws IOException {
    List<View.TableFile> all = views.get().tables();
    List<View.TableFile> old = all.subList(mergeFrom(all), all.size());
    if (old.size() < 2) {
      return false;
    }
    boolean oldest = old.size() == all.size();
    View.TableFile table = write(writer -> putMerged(writer, old, oldest));
    synchronized (this) {
      List<String> tables = new ArrayList<>(manifest.tables());
      int at = tables.indexOf(old.get(0).name());
      tables.subList(at, at + old.size()).clear();
      tables.add(at, table.name());
      publish(new Manifest(manifest.segment(), manifest.flushed(), manifest.synced(), tables));
    }
    views.merged(old, table);
    for (View.TableFile each : old) {
      disk.delete(each.name());
    }
    return true;
  }

  /** Returns the first table to merge: old ones join only when those behind are of their size. */
  private static int mergeFrom(List<View.TableFile> tables) {
    if (tables.size() <= TABLES_MAX) {
      return tables.size();
    }
    int from = tables.size();
    long sum = 0;
    while (from > 0) {
      long bytes = tables.get(from - 1).bytes();
      boolean fits = sum + bytes <= MERGED_BYTES_MAX;
      if (!fits || (tables.size() - from >= MERGE_MIN && bytes > 2 * sum)) {
        break;
      }
      sum += bytes;
      from--;
    }
    return from;
  }

  private void putMerged(TableWriter writer, List<View.TableFile> tables, boolean oldest)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int i = tables.size() - 1; i >= 0; i--) {
      sources.add(new Source(tables.get(i), errors)); // newest first: it wins
    }
    while (true) {
      Source least = null;
      for (Source source : sources) {
        if (source.row != null
            && (least == null || Arrays.compareUnsigned(source.row.key(), least.row.key()) < 0)) {
          least = source;
        }
      }
      if (least == null) {
        return;
      }
      if (stopped) {
        throw new IOException("stopped: the journal is being closed");
      }
      Table.Row row = least.row;
      boolean needless = oldest && row.key()[0] == Rows.LIVE && !Rows.isLive(row.value());
      if (!needless) {
        writer.put(row.key(), row.value());
      }
      for (Source source : sources) {
        if (source.row != null && Arrays.equals(source.row.key(), row.key())) {
          source.advance();
        }
      }
    }
  }

  private static final class Source {
    private final View.TableFile file;
    private final Errors errors;
    private final Iterator<Table.Row> rows;
    private Table.@Nullable Row row;

    Source(View.TableFile file, Errors errors) {
      this.file = file;
      this.errors = errors;
      this.rows = file.table().from(Rows.first(Rows.CHUNK));
      advance();
    }

    void advance() {
      try {
        row = rows.hasNext() ? rows.next() : null;
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
    }
  }

  /** Makes a merge that is under way give up. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}

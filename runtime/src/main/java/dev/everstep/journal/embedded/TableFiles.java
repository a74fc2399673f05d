package dev.everstep.journal.embedded;

import dev.everstep.journal.mapdb.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables, and the manifest that names those that count. A table counts once a synced
 * manifest names it; what the manifest no longer names is deleted after that. Thread-safe.
 */
final class TableFiles {
  private final Disk disk;
  private final Errors errors;
  private final LongSupplier durable;
  private Manifest manifest;
  private long lastTable;

  /**
   * @param durable returns the first lsn that may be missing from the log
   */
  TableFiles(Disk disk, Errors errors, Manifest manifest, LongSupplier durable) {
    this.disk = disk;
    this.errors = errors;
    this.manifest = manifest;
    this.durable = durable;
    this.lastTable = manifest.tables().stream().mapToLong(Names::number).max().orElse(0);
  }

  synchronized Manifest manifest() {
    return manifest;
  }

  /** What goes into a table. */
  interface Content {
    void put(TableWriter writer) throws IOException;
  }

  /** Writes a table, which does not count yet; returns null if there is nothing to put into it. */
  @Nullable TableFile write(Content content) throws IOException {
    String name;
    synchronized (this) {
      name = Names.table(++lastTable);
    }
    try {
      boolean empty;
      try (Disk.DiskFile file = disk.create(name)) {
        TableWriter writer = new TableWriter(new FileOutput(disk, name, file));
        content.put(writer);
        empty = writer.isEmpty();
        if (!empty) {
          writer.finish();
          file.sync();
        }
      }
      if (empty) {
        disk.delete(name);
        return null;
      }
      disk.sync();
      return TableFile.open(disk, errors, name);
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

  /**
   * Makes a new table count.
   *
   * @param table holds all transitions below {@code flushed} that no older one holds
   * @param segment the log file that replay begins with from then on
   * @return the log file that it began with before
   */
  synchronized long added(@Nullable TableFile table, long segment, long flushed)
      throws IOException {
    List<String> tables = new ArrayList<>(manifest.tables());
    if (table != null) {
      tables.add(table.name());
    }
    long before = manifest.segment();
    publish(old -> new Manifest(old.salt(), segment, flushed, durable.getAsLong(), tables));
    return before;
  }

  /** Makes a table count instead of neighbouring ones, which are deleted. */
  void replaced(List<TableFile> old, @Nullable TableFile table) throws IOException {
    synchronized (this) {
      List<String> tables = new ArrayList<>(manifest.tables());
      int at = tables.indexOf(old.get(0).name());
      tables.subList(at, at + old.size()).clear();
      if (table != null) {
        tables.add(at, table.name());
      }
      publish(before -> before.withTables(tables));
    }
  }

  void delete(List<TableFile> old) throws IOException {
    for (TableFile each : old) {
      disk.delete(each.name());
    }
  }

  /** Notes in the manifest up to where the log is durable, so that a lost end is noticed. */
  synchronized void seal() throws IOException {
    if (manifest.synced() != durable.getAsLong()) {
      publish(old -> old.withSynced(durable.getAsLong()));
    }
  }

  private synchronized void publish(UnaryOperator<Manifest> change) throws IOException {
    Manifest next = change.apply(manifest);
    next.write(disk);
    manifest = next;
  }
}

package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import dev.everstep.journal.mapdb.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes many tables one, and leaves out what no longer counts: rows that a newer table replaces,
 * and all of dropped runs. Confined to the thread that merges.
 */
final class Merger {
  private static final int TABLES_MAX = 8;
  private static final int MERGE_MIN = 4;
  private static final long MERGED_BYTES_MAX = 1L << 30;
  private static final int HIDDEN_PART = 3;

  private final Views views;
  private final TableFiles files;
  private final Errors errors;
  private volatile boolean stopped;

  Merger(Views views, TableFiles files, Errors errors) {
    this.views = views;
    this.files = files;
    this.errors = errors;
  }

  /** Merges tables if there is a reason to. Returns whether there was. */
  boolean merge() throws IOException {
    List<TableFile> all = views.get().tables();
    Range range = choose(all);
    if (range != null) {
      merge(all, range);
    }
    return range != null;
  }

  /** Merges as many tables as one may hold, the newest first. */
  void mergeAll() throws IOException {
    List<TableFile> all = views.get().tables();
    int from = all.size();
    long sum = 0;
    while (from > 0
        && !all.get(from - 1).isDamaged()
        && sum + all.get(from - 1).bytes() <= MERGED_BYTES_MAX) {
      from--;
      sum += all.get(from).bytes();
    }
    if (all.size() - from >= 2) {
      merge(all, new Range(from, all.size()));
    }
  }

  private void merge(List<TableFile> all, Range range) throws IOException {
    List<TableFile> old = all.subList(range.from(), range.to());
    List<TableFile> older = all.subList(0, range.from());
    List<TableFile> newer = all.subList(range.to(), all.size());
    TableFile table = files.write(writer -> put(writer, older, old, newer));
    files.replaced(old, table);
    views.merged(old, table);
    files.delete(old);
  }

  /** Returns whether so many of a table's runs were dropped that it should be written anew. */
  private static boolean isWorthRewriting(TableFile table) {
    return isMuch(table, table.hidden());
  }

  /** Returns whether it would be if what is in memory only were in a table. */
  static boolean willBeWorthRewriting(TableFile table) {
    return !isWorthRewriting(table) && isMuch(table, table.hidden() + table.doomed());
  }

  private static boolean isMuch(TableFile table, int dropped) {
    return !table.isDamaged() && dropped > 0 && dropped >= table.runs() / HIDDEN_PART;
  }

  private record Range(int from, int to) {}

  private static @Nullable Range choose(List<TableFile> tables) {
    for (int i = 0; i < tables.size(); i++) {
      TableFile table = tables.get(i);
      if (isWorthRewriting(table)) {
        int to = i + 1; // neighbours of its size join: what is left is small
        while (to < tables.size()
            && !tables.get(to).isDamaged()
            && tables.get(to).bytes() <= table.bytes()) {
          to++;
        }
        return new Range(i, to);
      }
    }
    int from = mergeFrom(tables);
    return tables.size() - from >= 2 ? new Range(from, tables.size()) : null;
  }

  /** Returns the first table to merge: old ones join only when those behind are of their size. */
  private static int mergeFrom(List<TableFile> tables) {
    if (tables.size() <= TABLES_MAX) {
      return tables.size();
    }
    int from = tables.size();
    long sum = 0;
    while (from > 0) {
      TableFile table = tables.get(from - 1);
      boolean fits = sum + table.bytes() <= MERGED_BYTES_MAX;
      if (table.isDamaged()
          || !fits
          || (tables.size() - from >= MERGE_MIN && table.bytes() > 2 * sum)) {
        break;
      }
      sum += table.bytes();
      from--;
    }
    return from;
  }

  private void put(
      TableWriter writer, List<TableFile> older, List<TableFile> old, List<TableFile> newer)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    Set<RunId> dropped = new HashSet<>();
    newer.forEach(table -> dropped.addAll(table.dropped()));
    for (int i = old.size() - 1; i >= 0; i--) { // newest first: it wins
      sources.add(new Source(old.get(i), Set.copyOf(dropped)));
      dropped.addAll(old.get(i).dropped());
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
        break;
      }
      if (stopped) {
        throw new IOException("stopped: the journal is being closed");
      }
      Table.Row row = least.row;
      put(writer, row, older);
      for (Source source : sources) {
        if (source.row != null && Arrays.equals(source.row.key(), row.key())) {
          source.advance();
        }
      }
    }
  }

  private static void put(TableWriter writer, Table.Row row, List<TableFile> older)
      throws IOException {
    byte type = row.key()[0];
    boolean marker = type == Rows.DROPPED || (type == Rows.LIVE && row.value().length == 0);
    if (marker && !TableFile.anyMayContain(older, Rows.hash(row.key()))) {
      return; // it only says something about what is in older tables
    }
    writer.put(row.key(), row.value());
    if (Rows.namesRun(row.key())) {
      writer.add(Rows.hash(row.key()));
    }
  }

  /** The rows of a table that count. */
  private final class Source {
    private final TableFile file;
    private final Set<RunId> dropped;
    private final Iterator<Table.Row> rows;
    private Table.@Nullable Row row;

    Source(TableFile file, Set<RunId> dropped) {
      this.file = file;
      this.dropped = dropped;
      try {
        this.rows = file.table().from(Rows.first(Rows.CHUNK));
      } catch (DamagedTableException e) {
        throw damaged(e);
      }
      advance();
    }

    void advance() {
      try {
        do {
          row = rows.hasNext() ? rows.next() : null;
        } while (row != null && !dropped.isEmpty() && dropped.contains(Rows.runOfAny(row.key())));
      } catch (DamagedTableException e) {
        throw damaged(e);
      }
    }

    private RuntimeException damaged(DamagedTableException e) {
      file.setDamaged();
      return errors.damagedTable(null, file.name(), e);
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

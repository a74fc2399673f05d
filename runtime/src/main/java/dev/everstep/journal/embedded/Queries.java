package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads tail and tables as one. Thread-safe; touches no channel. */
final class Queries {
  static final Comparator<RunQuery.Position> NEWEST_FIRST =
      Comparator.comparing(RunQuery.Position::startedAt)
          .thenComparing(RunQuery.Position::run)
          .reversed();

  private final Views views;
  private final LiveRuns live;
  private final Errors errors;

  Queries(Views views, LiveRuns live, Errors errors) {
    this.views = views;
    this.live = live;
    this.errors = errors;
  }

  /** Returns the head of a run, or null if there is no such run. */
  @Nullable Head head(RunId run) {
    Head head = live.head(run);
    if (head != null) {
      return head;
    }
    View view = views.get(); // after the look at the live runs: what left them since is in here
    head = view.tail().head(run);
    if (head == null && view.frozen() != null) {
      head = view.frozen().head(run);
    }
    for (int i = view.tables().size() - 1; head == null && i >= 0; i--) {
      head = head(run, view.tables().get(i));
    }
    return head;
  }

  /** Returns the head that a table has, or null. */
  @Nullable Head head(RunId run, View.TableFile file) {
    try {
      byte[] value = file.table().get(Rows.head(run));
      return value == null ? null : Records.head(ByteBuffer.wrap(value));
    } catch (DamagedTableException e) {
      throw errors.damagedTable(run, file.name(), e);
    }
  }

  List<Entry> entries(RunId run, long fromSeq, int limit) {
    View view = views.get();
    List<Entry> found = new ArrayList<>();
    for (View.TableFile file : view.tables()) {
      if (found.size() == limit) {
        break;
      }
      try {
        collect(file.table(), run, fromSeq, limit, found);
      } catch (DamagedTableException e) {
        throw errors.damagedTable(run, file.name(), e);
      }
    }
    for (Tail tail : tails(view)) {
      long next = fromSeq + found.size();
      found.addAll(tail.entries(run, next, limit - found.size()));
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).seq() != fromSeq + i) {
        throw errors.damagedTable(
            run, "none has seq=" + (fromSeq + i) + " of the tables that should", null);
      }
    }
    return found;
  }

  private static void collect(Table table, RunId run, long fromSeq, int limit, List<Entry> found) {
    byte[] wanted = Rows.chunk(run, fromSeq + found.size());
    byte[] floor = table.floorKey(wanted);
    Iterator<Table.Row> rows =
        table.from(floor != null && Rows.isChunkOf(run, floor) ? floor : wanted);
    while (found.size() < limit && rows.hasNext()) {
      Table.Row row = rows.next();
      if (!Rows.isChunkOf(run, row.key())) {
        return;
      }
      for (Entry entry : Records.entries(ByteBuffer.wrap(row.value()))) {
        if (entry.seq() >= fromSeq + found.size() && found.size() < limit) {
          found.add(entry);
        }
      }
    }
  }

  private static List<Tail> tails(View view) {
    return view.frozen() == null ? List.of(view.tail()) : List.of(view.frozen(), view.tail());
  }

  List<Head> runs(RunQuery query) {
    if (query.status() == RunStatus.RUNNING || query.status() == RunStatus.STUCK) {
      return liveRuns(query);
    }
    View view = views.get();
    List<Starts> sources = new ArrayList<>();
    sources.add(new TailStarts(view.tail(), query));
    if (view.frozen() != null) {
      sources.add(new TailStarts(view.frozen(), query));
    }
    for (int i = view.tables().size() - 1; i >= 0; i--) {
      sources.add(new TableStarts(view.tables().get(i), query, errors));
    }
    List<Head> found = new ArrayList<>();
    while (found.size() < query.limit()) {
      Starts newest = null;
      for (Starts source : sources) {
        if (source.position() != null
            && (newest == null || NEWEST_FIRST.compare(source.position(), newest.position()) < 0)) {
          newest = source;
        }
      }
      if (newest == null) {
        break;
      }
      RunQuery.Position position = newest.position();
      if (newest.matches(query)) {
        Head head = head(position.run());
        if (head != null && Rows.matches(query, head.status(), head.workflow())) {
          found.add(head);
        }
      }
      for (Starts source : sources) {
        if (position.equals(source.position())) {
          source.advance();
        }
      }
    }
    return found;
  }

  private List<Head> liveRuns(RunQuery query) {
    RunQuery.Position after = query.after();
    return live.heads().stream()
        .filter(head -> Rows.matches(query, head.status(), head.workflow()))
        .filter(head -> after == null || NEWEST_FIRST.compare(position(head), after) > 0)
        .sorted((a, b) -> NEWEST_FIRST.compare(position(a), position(b)))
        .limit(query.limit())
        .toList();
  }

  private static RunQuery.Position position(Head head) {
    return new RunQuery.Position(head.startedAt(), head.run());
  }

  /** The starts in one part of the view, newest first. */
  private interface Starts {
    RunQuery.@Nullable Position position();

    boolean matches(RunQuery query);

    void advance();
  }

  private static final class TailStarts implements Starts {
    private final TreeMap<RunQuery.Position, Head> heads = new TreeMap<>(NEWEST_FIRST);

    TailStarts(Tail tail, RunQuery query) {
      for (Head head : tail.heads()) {
        if (query.after() == null
            || NEWEST_FIRST.compare(Queries.position(head), query.after()) > 0) {
          heads.put(Queries.position(head), head);
        }
      }
    }

    @Override
    public RunQuery.@Nullable Position position() {
      return heads.isEmpty() ? null : heads.firstKey();
    }

    @Override
    public boolean matches(RunQuery query) {
      Head head = heads.firstEntry().getValue();
      return Rows.matches(query, head.status(), head.workflow());
    }

    @Override
    public void advance() {
      heads.pollFirstEntry();
    }
  }

  private static final class TableStarts implements Starts {
    private final View.TableFile file;
    private final Errors errors;
    private final Iterator<Table.Row> rows;
    private RunQuery.@Nullable Position position;
    private byte[] value = new byte[0];

    TableStarts(View.TableFile file, RunQuery query, Errors errors) {
      this.file = file;
      this.errors = errors;
      RunQuery.Position after = query.after();
      byte[] from = after == null ? Rows.first(Rows.START) : Rows.start(after);
      try {
        rows = file.table().from(from);
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
      advance();
      if (after != null && after.equals(position)) {
        advance();
      }
    }

    @Override
    public RunQuery.@Nullable Position position() {
      return position;
    }

    @Override
    public boolean matches(RunQuery query) {
      return Rows.matches(query, value);
    }

    @Override
    public void advance() {
      try {
        if (!rows.hasNext()) {
          position = null;
          return;
        }
        Table.Row row = rows.next();
        position = Rows.position(row.key());
        value = row.value();
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
    }
  }

  /** Puts the heads of unfinished runs in tables into {@code live}; returns their ids. */
  TreeSet<RunId> readLive(BiConsumer<RunId, JournalException> damaged) {
    TreeMap<RunId, View.TableFile> newest = new TreeMap<>();
    TreeSet<RunId> finished = new TreeSet<>();
    List<View.TableFile> tables = views.get().tables();
    for (int i = tables.size() - 1; i >= 0; i--) {
      View.TableFile file = tables.get(i);
      try {
        Iterator<Table.Row> rows = file.table().from(Rows.first(Rows.LIVE));
        while (rows.hasNext()) {
          Table.Row row = rows.next();
          if (row.key()[0] != Rows.LIVE) {
            break;
          }
          RunId run = Rows.run(row.key());
          if (!finished.contains(run) && !newest.containsKey(run)) {
            if (Rows.isLive(row.value())) {
              newest.put(run, file);
            } else {
              finished.add(run);
            }
          }
        }
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
    }
    newest.forEach(
        (run, file) -> {
          try {
            Head head = head(run, file);
            if (head == null) {
              throw errors.damagedTable(run, file.name(), null);
            }
            live.put(head);
          } catch (JournalException e) {
            damaged.accept(run, e);
          }
        });
    return new TreeSet<>(newest.keySet());
  }
}

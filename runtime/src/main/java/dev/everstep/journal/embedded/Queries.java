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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tail and tables as one. Thread-safe; touches no channel. */
final class Queries {
  private final Views views;
  private final LiveRuns live;
  private final Quarantine quarantine;
  private final Errors errors;

  Queries(Views views, LiveRuns live, Quarantine quarantine, Errors errors) {
    this.views = views;
    this.live = live;
    this.quarantine = quarantine;
    this.errors = errors;
  }

  boolean isInQuarantine(RunId run) {
    return quarantine.reason(run) != null;
  }

  /** Returns the head of a run, or null if there is no such run. Refuses one in quarantine. */
  @Nullable Head head(RunId run) {
    String reason = quarantine.reason(run);
    if (reason != null) {
      throw errors.quarantined(run, reason);
    }
    View view = views.get();
    Head head = view.tail().head(run);
    if (head != null || view.tail().drops(run)) {
      return head;
    }
    if (view.frozen() != null) {
      head = view.frozen().head(run);
      if (head != null || view.frozen().drops(run)) {
        return head;
      }
    }
    for (int i = view.tables().size() - 1; i >= 0; i--) {
      TableFile file = view.tables().get(i);
      head = file.mayContain(run) ? head(run, file) : null;
      if (head != null || file.dropped().contains(run)) {
        return head;
      }
    }
    return null;
  }

  private @Nullable Head head(RunId run, TableFile file) {
    try {
      byte[] value = file.table().get(Rows.head(run));
      return value == null ? null : Records.head(ByteBuffer.wrap(value));
    } catch (DamagedTableException e) {
      // Not stored: the file may be restored from a backup.
      quarantine.note(run, "its head cannot be read, file=" + file.name());
      live.remove(run);
      throw errors.damagedTable(run, file.name(), e);
    }
  }

  /** Returns the head of a run to list, or null if there is none or it cannot be read. */
  private @Nullable Head readable(RunId run) {
    try {
      return quarantine.reason(run) == null ? head(run) : null;
    } catch (JournalException e) {
      return null; // it is in quarantine now
    }
  }

  List<Entry> entries(RunId run, long fromSeq, int limit) {
    while (true) {
      View view = views.get();
      boolean dropped = view.tail().drops(run);
      List<Entry> found = entries(view, run, fromSeq, limit);
      boolean whole = true;
      for (int i = 0; i < found.size(); i++) {
        whole &= found.get(i).seq() == fromSeq + i;
      }
      if (whole) {
        return found;
      }
      if (dropped == view.tail().drops(run)) {
        throw errors.damagedTable(run, "none has all from seq=" + fromSeq + " on", null);
      } // else it was dropped, and perhaps started anew, while it was being read
    }
  }

  private List<Entry> entries(View view, RunId run, long fromSeq, int limit) {
    List<Entry> found = new ArrayList<>();
    for (int i = view.oldest(run); i < view.tables().size() && found.size() < limit; i++) {
      TableFile file = view.tables().get(i);
      if (file.mayContain(run)) {
        try {
          collect(file.table(), run, fromSeq, limit, found);
        } catch (DamagedTableException e) {
          throw errors.damagedTable(run, file.name(), e);
        }
      }
    }
    for (Tail tail : view.tail().drops(run) ? List.of(view.tail()) : view.tails()) {
      found.addAll(tail.entries(run, fromSeq + found.size(), limit - found.size()));
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

  List<Head> runs(RunQuery query) {
    List<Head> found = new ArrayList<>();
    if (query.status() == RunStatus.RUNNING || query.status() == RunStatus.STUCK) {
      liveRuns(query, found);
      return found;
    }
    Listing listing = new Listing(views.get(), query, errors);
    while (found.size() < query.limit() && listing.position() != null) {
      RunId run = listing.position().run();
      if (listing.matches()) {
        Head head = readable(run);
        if (head != null && Rows.matches(query, head.status(), head.workflow())) {
          found.add(head);
        }
      }
      listing.advance();
    }
    return found;
  }

  private static final Comparator<LiveRun> NEWEST_FIRST =
      Comparator.comparingLong(LiveRun::startedAt).thenComparing(LiveRun::run).reversed();

  private void liveRuns(RunQuery query, List<Head> found) {
    RunQuery.Position after = query.after();
    Iterator<LiveRun> runs =
        live.all().stream()
            .filter(run -> Rows.matches(query, run.status(), run.workflow()))
            .filter(run -> after == null || Listing.NEWEST_FIRST.compare(run.position(), after) > 0)
            .sorted(NEWEST_FIRST)
            .iterator();
    while (found.size() < query.limit() && runs.hasNext()) {
      Head head = readable(runs.next().run());
      if (head != null && Rows.matches(query, head.status(), head.workflow())) {
        found.add(head); // else it has moved on since
      }
    }
  }

  /** Puts the unfinished runs in tables into {@code live}, and what is in quarantine. */
  void readTables() {
    View view = views.get();
    Set<RunId> finished = new HashSet<>();
    for (int i = view.tables().size() - 1; i >= 0; i--) {
      TableFile file = view.tables().get(i);
      try {
        Iterator<Table.Row> rows = file.table().from(Rows.first(Rows.LIVE));
        while (rows.hasNext()) {
          Table.Row row = rows.next();
          if (row.key()[0] != Rows.LIVE) {
            break;
          }
          readLive(view, i, row, finished);
        }
        rows = file.table().from(Rows.first(Rows.QUARANTINE));
        while (rows.hasNext()) {
          Table.Row row = rows.next();
          if (row.key()[0] != Rows.QUARANTINE) {
            break;
          }
          RunId run = Rows.run(row.key());
          quarantine.note(run, Records.text(ByteBuffer.wrap(row.value())));
          live.remove(run);
        }
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
    }
  }

  // Newest table first. Of a run that goes on, the runs in memory tell that its row was seen; of
  // one
  // that is finished, only this reading does.
  private void readLive(View view, int table, Table.Row row, Set<RunId> finished) {
    RunId run = Rows.run(row.key());
    if (live.get(run) != null || finished.contains(run) || view.hides(run, table)) {
      return;
    }
    LiveRun now = Rows.live(run, row.value());
    if (now == null) {
      finished.add(run);
    } else if (quarantine.reason(run) == null) {
      live.put(now);
    }
  }
}

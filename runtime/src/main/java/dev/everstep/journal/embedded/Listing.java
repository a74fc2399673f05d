package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the runs of all parts of a view, newest start first, each once, with what the newest
 * part says of it. Confined to one thread.
 */
final class Listing {
  static final Comparator<RunQuery.Position> NEWEST_FIRST =
      Comparator.comparing(RunQuery.Position::startedAt)
          .thenComparing(RunQuery.Position::run)
          .reversed();

  private final View view;
  private final RunQuery query;
  private final byte[] index;
  private final Errors errors;
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Part current;

  /** Begins at the first run that the query's index has behind the query's position. */
  Listing(View view, RunQuery query, Errors errors) {
    this.view = view;
    this.query = query;
    this.index = Rows.index(query);
    this.errors = errors;
    parts.add(new TailPart(view.tail()));
    if (view.frozen() != null) {
      parts.add(new TailPart(view.frozen()));
    }
    for (int i = view.tables().size() - 1; i >= 0; i--) {
      parts.add(new TablePart(i));
    }
    choose();
  }

  /** Returns where the walk is, or null at its end. */
  RunQuery.@Nullable Position position() {
    return current == null ? null : current.position();
  }

  /** Returns whether the query asks for the run, as far as the index tells. */
  boolean matches() {
    return current != null && Rows.matches(query, current.status(), current.workflow());
  }

  RunStatus status() {
    return current().status();
  }

  /** Returns when the run was last changed, in milliseconds. */
  long updatedAt() {
    return current().updatedAt();
  }

  private Part current() {
    if (current == null) {
      throw new IllegalStateException("at the end");
    }
    return current;
  }

  void advance() {
    RunQuery.Position position = current().position();
    for (Part part : parts) {
      if (position != null && position.equals(part.position())) {
        part.advance();
      }
    }
    choose();
  }

  private void choose() {
    current = null;
    for (Part part : parts) {
      RunQuery.Position position = part.position();
      if (position != null
          && (current == null || NEWEST_FIRST.compare(position, current.position()) < 0)) {
        current = part;
      }
    }
  }

  /** The runs in one part of the view, newest first. */
  private interface Part {
    RunQuery.@Nullable Position position();

    RunStatus status();

    String workflow();

    long updatedAt();

    void advance();
  }

  private final class TailPart implements Part {
    private final TreeMap<RunQuery.Position, Head> heads = new TreeMap<>(NEWEST_FIRST);

    TailPart(Tail tail) {
      for (Head head : tail.heads()) {
        RunQuery.Position position = new RunQuery.Position(head.startedAt(), head.run());
        boolean hidden = tail != view.tail() && view.tail().drops(head.run());
        if (!hidden
            && (query.after() == null || NEWEST_FIRST.compare(position, query.after()) > 0)) {
          heads.put(position, head);
        }
      }
    }

    @Override
    public RunQuery.@Nullable Position position() {
      return heads.isEmpty() ? null : heads.firstKey();
    }

    @Override
    public RunStatus status() {
      return heads.firstEntry().getValue().status();
    }

    @Override
    public String workflow() {
      return heads.firstEntry().getValue().workflow();
    }

    @Override
    public long updatedAt() {
      return heads.firstEntry().getValue().updatedAt().toEpochMilli();
    }

    @Override
    public void advance() {
      heads.pollFirstEntry();
    }
  }

  private final class TablePart implements Part {
    private final int number;
    private final TableFile file;
    private final Iterator<Table.Row> rows;
    private RunQuery.@Nullable Position position;
    private byte[] value = new byte[0];

    TablePart(int number) {
      this.number = number;
      this.file = view.tables().get(number);
      RunQuery.Position after = query.after();
      try {
        rows = file.table().from(after == null ? index : Rows.listed(index, after));
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
    public RunStatus status() {
      return Rows.listedStatus(value);
    }

    @Override
    public String workflow() {
      return Rows.listedWorkflow(value);
    }

    @Override
    public long updatedAt() {
      return Rows.listedUpdate(value);
    }

    @Override
    public void advance() {
      try {
        do {
          position = null;
          if (!rows.hasNext()) {
            return;
          }
          Table.Row row = rows.next();
          if (!Rows.isIn(index, row.key())) {
            return;
          }
          position = Rows.position(index, row.key());
          value = row.value();
        } while (view.hides(run(position), number));
      } catch (DamagedTableException e) {
        throw errors.damagedTable(null, file.name(), e);
      }
    }

    private static RunId run(RunQuery.Position position) {
      return position.run();
    }
  }
}

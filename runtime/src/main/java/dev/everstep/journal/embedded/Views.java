package dev.everstep.journal.embedded;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current view, and the three ways in which it changes. Thread-safe. */
final class Views {
  private volatile View view;

  Views(View first) {
    view = first;
  }

  View get() {
    return view;
  }

  /** Puts a new tail in front; returns the one that is to be flushed. */
  synchronized Tail rotate() {
    Tail full = view.tail();
    view = new View(new Tail(), full, view.tables());
    return full;
  }

  /** Replaces the frozen tail by its table, or by nothing if it had nothing to keep. */
  synchronized void flushed(@Nullable TableFile table) {
    List<TableFile> tables = new ArrayList<>(view.tables());
    if (table != null) {
      tables.add(table);
    }
    view = new View(view.tail(), null, tables);
  }

  /** Replaces neighbouring tables by one, or by none. */
  synchronized void merged(List<TableFile> old, @Nullable TableFile table) {
    List<TableFile> tables = new ArrayList<>(view.tables());
    int at = tables.indexOf(old.get(0));
    tables.subList(at, at + old.size()).clear();
    if (table != null) {
      tables.add(at, table);
    }
    view = new View(view.tail(), view.frozen(), tables);
  }
}

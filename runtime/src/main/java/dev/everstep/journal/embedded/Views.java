package dev.everstep.journal.embedded;

import java.util.ArrayList;
import java.util.List;

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

  /** Replaces the frozen tail by its table. */
  synchronized void flushed(View.TableFile table) {
    List<View.TableFile> tables = new ArrayList<>(view.tables());
    tables.add(table);
    view = new View(view.tail(), null, tables);
  }

  /** Replaces neighbouring tables by one. */
  synchronized void merged(List<View.TableFile> old, View.TableFile table) {
    List<View.TableFile> tables = new ArrayList<>(view.tables());
    int at = tables.indexOf(old.get(0));
    tables.subList(at, at + old.size()).clear();
    tables.add(at, table);
    view = new View(view.tail(), view.frozen(), tables);
  }
}

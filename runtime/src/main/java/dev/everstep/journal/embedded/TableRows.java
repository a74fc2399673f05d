package dev.everstep.journal.embedded;

import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;

/** Reads all of a table that can be read, damaged or not. */
final class TableRows {
  private TableRows() {}

  /** Takes a row. */
  interface Sink {
    void put(Table.Row row) throws IOException;
  }

  /**
   * Passes on every row that can be read, in order. Behind a place that cannot, it goes on with the
   * next page of 1 MB.
   *
   * @return whether there was no such place
   */
  static boolean read(Table table, Sink sink) throws IOException {
    byte[] from = Rows.first(Rows.CHUNK);
    byte[] last = from;
    boolean whole = true;
    while (from != null) {
      try {
        Iterator<Table.Row> rows = table.from(from);
        from = null;
        while (rows.hasNext()) {
          Table.Row row = rows.next();
          last = row.key();
          sink.put(row);
        }
      } catch (DamagedTableException e) {
        whole = false;
        if (from != null && Arrays.compareUnsigned(from, last) > 0) {
          last = from; // not even the beginning of that page
        }
        from = table.nextPage(last);
      }
    }
    return whole;
  }
}

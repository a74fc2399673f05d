package dev.everstep.pieces;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import dev.everstep.journal.memory.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run that is committed document by document, with all that was written as JSON beside it. */
final class Story {
  static final RunId RUN = new RunId("r");
  private static final Instant AT = Instant.EPOCH;

  final InMemoryJournal journal = new InMemoryJournal();
  final List<String> bodies = new ArrayList<>();
  String state = "";
  Places places = Places.NONE;
  long bytes;

  /** Commits a transition. */
  void commit(List<String> newBodies, String newState) {
    List<Entry> entries = new ArrayList<>();
    for (String body : newBodies) {
      entries.add(
          new Entry(
              bodies.size() + entries.size(), EntryKind.STEP_COMPLETED, AT, Payload.utf8(body)));
    }
    Packed packed = Packing.pack(places, entries, Payload.utf8(newState));
    journal
        .commit(new Transition(packed.entries(), head(packed, bodies.size() + entries.size() - 1)))
        .join();
    bodies.addAll(newBodies);
    state = newState;
    places = packed.places();
    bytes += packed.state().length();
    packed.entries().forEach(entry -> bytes += entry.body().length());
  }

  private static Head head(Packed packed, long seq) {
    return new Head(RUN, "W", RunStatus.RUNNING, seq, AT, AT, null, packed.state());
  }

  /** Forgets all but the journal. */
  void reload() {
    places = Documents.unpack(journal, head()).places();
  }

  Head head() {
    return journal.head(RUN).orElseThrow();
  }

  String storedState() {
    return Documents.state(journal, head()).utf8();
  }

  List<String> storedBodies() {
    Documents documents = new Documents(journal, RUN);
    return journal.entries(RUN, 0, Integer.MAX_VALUE).stream()
        .map(entry -> documents.entry(entry).body().utf8())
        .toList();
  }
}

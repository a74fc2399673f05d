package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether JSON that was written as one type can be read as another.
 *
 * @param fits whether every value can
 * @param notes if it fits, what is not as it was; else why it does not, a sentence
 */
record Fit(boolean fits, List<Note> notes) {
  /** Every value is read as what it was. */
  static final Fit YES = new Fit(true, List.of());

  Fit {
    notes = List.copyOf(notes);
  }

  /**
   * Something to know.
   *
   * @param kind {@link Reason.Kind#DEFAULT_FIELD} or another that does not stop, if it fits
   * @param text a sentence
   */
  record Note(Reason.Kind kind, String text) {}

  static Fit no(String why) {
    return new Fit(false, List.of(new Note(Reason.Kind.LOCAL_TYPE, why)));
  }

  static Fit with(Reason.Kind kind, String what) {
    return new Fit(true, List.of(new Note(kind, what)));
  }

  /** Returns whether both fit, with the notes of both; if not, with the first that does not. */
  Fit and(Fit other) {
    if (!fits) {
      return this;
    }
    if (!other.fits) {
      return other;
    }
    List<Note> all = new ArrayList<>(notes);
    other.notes.stream().filter(note -> !all.contains(note)).forEach(all::add);
    return new Fit(true, all);
  }

  /** Returns why it does not fit. */
  String why() {
    return notes.get(0).text();
  }
}

package dev.everstep.journal.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.RunStatus;
import dev.everstep.UnreadableValueException;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Payload;
import dev.everstep.journal.transfer.JournalCheck.Problem;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The check of one run; see {@link JournalCheck}. */
final class RunCheck {
  private static final int PROBLEMS_MAX = 20;

  private final Journal journal;
  private final Head head;
  private final List<Problem> problems = new ArrayList<>();
  private long entries;
  private @Nullable EntryKind last;

  RunCheck(Journal journal, Head head) {
    this.journal = journal;
    this.head = head;
  }

  RunReport report() {
    try {
      entries();
      checkLast();
    } catch (JournalException e) {
      if (e.code() == ErrorCode.ES302) {
        throw e; // closed
      }
      problem(e.code(), "seq=" + entries, String.valueOf(e.getMessage()));
    }
    checkState();
    return new RunReport(head.run(), head.workflow(), head.status(), entries, problems);
  }

  private void entries() {
    EntryPages pages = new EntryPages(journal, head);
    List<Entry> page = pages.page();
    while (!page.isEmpty()) {
      // Anew for each page: it keeps the bodies that were referred to.
      Documents documents = new Documents(journal, head.run());
      for (Entry entry : page) {
        checkBody(documents, entry);
        checkKind(entry);
        last = entry.kind();
        entries++;
      }
      page = pages.page();
    }
  }

  private void checkBody(Documents documents, Entry entry) {
    String where = "seq=" + entry.seq();
    try {
      checkObject(where, documents.entry(entry).body());
    } catch (UnreadableValueException e) {
      problem(e.code(), where, String.valueOf(e.getMessage()));
    }
  }

  private void checkKind(Entry entry) {
    EntryKind kind = entry.kind();
    boolean follows =
        last == null
            ? kind == EntryKind.RUN_STARTED
            : switch (last) {
              case RUN_COMPLETED, RUN_FAILED -> false;
              case RUN_STUCK -> kind == EntryKind.RUN_UNSTUCK;
              case RUN_STARTED,
                  STEP_COMPLETED,
                  STEP_FAILED,
                  ATTEMPT_FAILED,
                  TIMER_FIRED,
                  RUN_UNSTUCK ->
                  kind != EntryKind.RUN_STARTED && kind != EntryKind.RUN_UNSTUCK;
            };
    if (!follows) {
      problem(
          ErrorCode.ES321,
          "seq=" + entry.seq(),
          kind + " cannot stand " + (last == null ? "first" : "behind " + last));
    }
  }

  private void checkLast() {
    EntryKind ending =
        switch (head.status()) {
          case COMPLETED -> EntryKind.RUN_COMPLETED;
          case FAILED -> EntryKind.RUN_FAILED;
          case STUCK -> EntryKind.RUN_STUCK;
          case RUNNING -> null;
        };
    boolean ended =
        last == EntryKind.RUN_COMPLETED
            || last == EntryKind.RUN_FAILED
            || last == EntryKind.RUN_STUCK;
    if (!IncompleteImport.is(head) && (ending == null ? ended : last != ending)) {
      problem(
          ErrorCode.ES321,
          "seq=" + head.seq(),
          "the last entry is " + last + ", but the run is " + head.status());
    }
  }

  private void checkState() {
    HeadState state;
    try {
      Payload json = Documents.state(journal, head);
      if (!checkObject("state", json)) {
        return;
      }
      state = HeadState.read(json);
    } catch (EverstepException e) {
      problem(e.code(), "state", String.valueOf(e.getMessage()));
      return;
    } catch (IllegalArgumentException e) {
      problem(ErrorCode.ES321, "state", String.valueOf(e.getMessage()));
      return;
    }
    HeadState.Stuck stuck = state.stuck();
    if (head.status() == RunStatus.STUCK && stuck != null && stuck.code() == ErrorCode.ES320) {
      problem(stuck.code(), "state", stuck.reason());
      return;
    }
    boolean waits = state.waiting() != null;
    boolean fits =
        switch (head.status()) {
          case RUNNING -> waits && stuck == null;
          case STUCK -> waits && stuck != null;
          case COMPLETED -> state.result() != null && !waits;
          case FAILED -> state.failure() != null && !waits;
        };
    if (!fits) {
      problem(ErrorCode.ES321, "state", "it is not one of a run that is " + head.status());
    }
  }

  private boolean checkObject(String where, Payload json) {
    try (JsonParser in = RawJson.factory().createParser(json.array())) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        in.skipChildren();
        if (in.nextToken() == null) {
          return true;
        }
      }
      problem(ErrorCode.ES321, where, "it is JSON, but not one object");
    } catch (JsonProcessingException e) {
      problem(ErrorCode.ES321, where, "it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return false;
  }

  private void problem(ErrorCode code, String where, String what) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new Problem(code, where, what));
    }
  }
}

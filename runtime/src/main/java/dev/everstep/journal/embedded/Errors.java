package dev.everstep.journal.embedded;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.journal.JournalException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The messages of this journal; one page each in docs/errors. */
final class Errors {
  private final String directory;

  Errors(String directory) {
    this.directory = directory;
  }

  JournalException closed() {
    return error(
        ErrorCode.ES302,
        "the journal is closed: directory=%s. Open it again, and close it after its last use.",
        null);
  }

  JournalException broken(@Nullable Throwable cause) {
    return error(
        ErrorCode.ES303,
        "a write to the journal failed, and it takes no more: directory=%s. Find out what the disk"
            + " reports (see the cause), then open the journal again: it keeps all that was"
            + " acknowledged.",
        cause);
  }

  JournalException tooLarge(RunId run, int bytes, int max) {
    return error(
        ErrorCode.ES304,
        "a transition is above the limit: run="
            + run
            + ", bytes="
            + bytes
            + ", max="
            + max
            + ", directory=%s. Nothing was written. Pass large data by reference, or raise"
            + " transitionBytesMax.",
        null);
  }

  JournalException otherFormat(int found, int known) {
    return error(
        ErrorCode.ES306,
        "the data directory was written by "
            + (found > known ? "a newer" : "an older")
            + " version: directory=%s, format="
            + found
            + ", known="
            + known
            + ". Use that version of Everstep"
            + (found > known ? " or a later one" : "")
            + "; nothing was changed.",
        null);
  }

  JournalException unusable(IOException cause) {
    if (isFull(cause)) {
      return full(cause);
    }
    return error(
        ErrorCode.ES307,
        "the data directory cannot be used: directory=%s, reason="
            + cause
            + ". Check that it is a directory that this user may read and write.",
        cause);
  }

  JournalException full(Throwable cause) {
    return error(
        ErrorCode.ES308,
        "the disk is full: directory=%s. Nothing of this commit was written and nothing is lost;"
            + " free some space and commit again.",
        cause);
  }

  JournalException damagedLog(String where) {
    return error(
        ErrorCode.ES309,
        "the journal's log is damaged: directory=%s, "
            + where
            + ". Acknowledged transitions are missing; nothing was changed. Restore the file from a"
            + " backup, or see everstep journal repair.",
        null);
  }

  JournalException damagedManifest(String reason) {
    return error(
        ErrorCode.ES310,
        "the journal's manifest is damaged: directory=%s, "
            + reason
            + ". It names the files that count, so nothing was opened or changed. Restore the"
            + " directory from a backup.",
        null);
  }

  JournalException damagedTable(@Nullable RunId run, String table, @Nullable Throwable cause) {
    return error(
        ErrorCode.ES311,
        "a table of the journal is damaged: "
            + (run == null ? "" : "run=" + run + ", ")
            + "file="
            + table
            + ", directory=%s. Other runs can be used. Restore the file from a backup, or see"
            + " everstep journal repair.",
        cause);
  }

  JournalException quarantined(RunId run, String reason) {
    return error(
        ErrorCode.ES314,
        "the run is in quarantine, since the journal is damaged: run="
            + run
            + ", reason="
            + reason
            + ", directory=%s. Its entries up to there can be read, other runs go on. Restore the"
            + " directory from a backup, or see everstep journal repair.",
        null);
  }

  JournalException readOnly() {
    return error(
        ErrorCode.ES312,
        "the journal is open for reading only: directory=%s. Open it with EmbeddedJournal.open to"
            + " commit.",
        null);
  }

  JournalException noJournal() {
    return error(
        ErrorCode.ES313,
        "there is no journal in the directory: directory=%s. Check the path; a journal is created"
            + " when a process opens it for writing.",
        null);
  }

  private JournalException error(ErrorCode code, String message, @Nullable Throwable cause) {
    return new JournalException(code, message.replace("%s", directory), cause);
  }

  static boolean isFull(IOException cause) {
    String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return reason.contains("no space left")
        || reason.contains("not enough space")
        || reason.contains("quota exceeded");
  }
}

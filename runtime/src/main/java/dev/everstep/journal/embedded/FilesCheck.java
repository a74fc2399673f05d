package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.TableSalvage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** Looks at every byte of a directory that counts. Changes nothing. Confined to one thread. */
final class FilesCheck {
  private final Disk disk;
  private final Errors errors;
  private final List<EmbeddedJournal.Finding> findings = new ArrayList<>();

  FilesCheck(Disk disk, Errors errors) {
    this.disk = disk;
    this.errors = errors;
  }

  List<EmbeddedJournal.Finding> check() throws IOException {
    Manifest manifest;
    try {
      if (!Manifest.isWhole(disk)) {
        find(Manifest.NAME, true, "one of its two copies is damaged");
      }
      manifest = Manifest.read(disk, errors);
    } catch (NoSuchFileException e) {
      throw errors.noJournal();
    } catch (JournalException e) {
      find(Manifest.NAME, false, String.valueOf(e.getMessage()));
      return findings;
    }
    for (String name : manifest.tables()) {
      table(name);
    }
    log(manifest);
    return findings;
  }

  private void find(String file, boolean harmless, String what) {
    findings.add(new EmbeddedJournal.Finding(file, harmless, what));
  }

  private void table(String name) throws IOException {
    try {
      ByteBuffer file = disk.map(name);
      TableSalvage table = TableSalvage.of(file);
      long[] blocks = table.damagedBlocks();
      boolean whole = blocks.length == 0 || table.read(row -> {});
      for (long offset : blocks) {
        find(
            name,
            whole,
            "a block of 16 KB is damaged, offset="
                + offset
                + (whole ? "; its bytes can be worked out" : ", and more of the same megabyte"));
      }
    } catch (NoSuchFileException e) {
      find(name, false, "the file is missing");
    } catch (DamagedTableException e) {
      find(name, false, "nothing of it can be read: " + e.getMessage());
    }
  }

  private void log(Manifest manifest) throws IOException {
    try {
      Recovery recovery = new Recovery(disk, manifest, errors, new Nobody());
      Recovery.End end = recovery.replay();
      for (String finding : end.findings()) {
        find("log", false, finding);
      }
      if (end.tornEnd() > end.offset()) {
        find(
            Names.segment(end.segment()),
            true,
            "an incomplete frame at the end, which was never acknowledged, offset="
                + end.offset()
                + ", bytes="
                + (end.tornEnd() - end.offset()));
      }
    } catch (JournalException e) {
      find("log", false, String.valueOf(e.getMessage()));
    }
  }

  /** Looks at frames only: whether transitions follow each other is for who knows the runs. */
  private static final class Nobody implements Recovery.Runs {
    @Override
    public boolean add(Transition transition, long lsn) {
      return true;
    }

    @Override
    public List<RunId> unfinished() {
      return List.of();
    }

    @Override
    public void quarantine(RunId run, String reason) {
      // The finding tells where.
    }
  }
}

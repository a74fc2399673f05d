package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.mapdb.DamagedTableException;
import dev.everstep.journal.mapdb.TableSalvage;
import dev.everstep.journal.mapdb.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a directory usable of which files are missing or damaged beyond what parity can restore.
 * Writes what can be read of a damaged table anew, puts the runs into quarantine that it may have
 * said more of, and keeps the old file under another name. Confined to one thread.
 */
final class Repair {
  private static final int PAGE = 1000;

  private final Disk disk;
  private final Errors errors;
  private final int segmentBytes;
  private final List<String> actions = new ArrayList<>();
  private final Map<RunId, String> quarantined = new TreeMap<>();

  Repair(Disk disk, Errors errors, int segmentBytes) {
    this.disk = disk;
    this.errors = errors;
    this.segmentBytes = segmentBytes;
  }

  /** A table of the manifest: as it was, and what counts from now on. */
  private record Item(
      String name, @Nullable TableSalvage before, @Nullable TableFile now, boolean whole) {}

  /** Returns what was done, a line each; empty if there was nothing to do. */
  List<String> repair() throws IOException {
    Manifest manifest = Manifest.read(disk, errors);
    if (!Manifest.isWhole(disk)) {
      manifest.write(disk);
      actions.add("manifest: wrote the damaged copy anew");
    }
    TableFiles files = new TableFiles(disk, errors, manifest, manifest::synced);
    List<Item> items = new ArrayList<>();
    for (String name : manifest.tables()) {
      items.add(rewriteIfDamaged(files, name));
    }
    if (items.stream().anyMatch(item -> !item.whole())) {
      List<TableFile> now = new ArrayList<>();
      items.forEach(
          item -> {
            if (item.now() != null) {
              now.add(item.now());
            }
          });
      findTouched(items, now);
      TableFile marks = files.write(this::putQuarantine);
      if (marks != null) {
        now.add(marks);
      }
      publish(manifest, items, now);
    } else if (!actions.isEmpty()) {
      publish(manifest, items, items.stream().map(Item::now).toList());
    }
    log();
    return actions;
  }

  private Item rewriteIfDamaged(TableFiles files, String name) throws IOException {
    TableSalvage table;
    try {
      table = TableSalvage.of(disk.map(name));
    } catch (NoSuchFileException e) {
      actions.add(name + ": it is missing");
      return new Item(name, null, null, false);
    } catch (DamagedTableException e) {
      actions.add(name + ": nothing of it can be read: " + e.getMessage());
      return new Item(name, null, null, false);
    }
    if (table.damagedBlocks().length == 0) {
      return new Item(name, table, TableFile.open(disk, errors, name), true);
    }
    boolean[] whole = new boolean[1];
    TableFile now =
        files.write(
            writer ->
                whole[0] =
                    table.read(
                        row -> {
                          writer.put(row.key(), row.value());
                          if (Rows.namesRun(row.key())) {
                            writer.add(Rows.hash(row.key()));
                          }
                        }));
    actions.add(
        name
            + (whole[0] ? ": restored all of it" : ": kept what can be read, the rest is lost")
            + ", now "
            + (now == null ? "nothing" : now.name()));
    return new Item(name, table, now, whole[0]);
  }

  /** Finds the runs of which a damaged table may have said more than is left. */
  private void findTouched(List<Item> items, List<TableFile> now) throws IOException {
    Set<RunId> known = new TreeSet<>();
    for (TableFile table : now) {
      TableSalvage.of(disk.map(table.name()))
          .read(
              row -> {
                if (row.key()[0] != Rows.DROPPED) {
                  known.add(Rows.runOfAny(row.key()));
                }
              });
    }
    Views views = new Views(new View(new Tail(), null, now));
    Queries left = new Queries(views, new LiveRuns(), new Quarantine(), errors);
    for (RunId run : known) {
      String reason = lastWordLost(run, items);
      if (reason == null && !isWhole(run, left)) {
        reason = "entries are lost";
      }
      if (reason != null) {
        quarantined.put(run, reason);
      }
    }
  }

  /** Returns why a newer head than is left may have been in a damaged table, or null. */
  private static @Nullable String lastWordLost(RunId run, List<Item> items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      byte[] head = item.now() == null ? null : item.now().table().get(Rows.head(run));
      if (head != null) {
        return null;
      }
      boolean mayHaveHadOne =
          !item.whole() && (item.before() == null || item.before().mayContain(RunHash.of(run)));
      if (mayHaveHadOne && (item.before() != null || !isFinished(run, items.subList(0, i)))) {
        return "its head may be lost with " + item.name();
      }
    }
    return "its head is lost";
  }

  private static boolean isFinished(RunId run, List<Item> older) {
    for (Item item : older) {
      byte[] head = item.now() == null ? null : item.now().table().get(Rows.head(run));
      if (head != null && Records.head(ByteBuffer.wrap(head)).status().isFinished()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(RunId run, Queries left) {
    try {
      Head head = left.head(run);
      long next = 0;
      while (head != null && next <= head.seq()) {
        int found = left.entries(run, next, PAGE).size();
        if (found == 0) {
          return false;
        }
        next += found;
      }
      return head != null && next == head.seq() + 1;
    } catch (JournalException e) {
      return false;
    }
  }

  private void putQuarantine(TableWriter writer) throws IOException {
    for (Map.Entry<RunId, String> each : quarantined.entrySet()) {
      writer.put(Rows.quarantine(each.getKey()), Rows.quarantineValue(each.getValue()));
      writer.add(RunHash.of(each.getKey()));
    }
    quarantined.forEach((run, reason) -> actions.add("in quarantine: run=" + run + ", " + reason));
  }

  private void publish(Manifest manifest, List<Item> items, List<TableFile> now)
      throws IOException {
    manifest.withTables(now.stream().map(TableFile::name).toList()).write(disk);
    Set<String> counting = new HashSet<>();
    now.forEach(table -> counting.add(table.name()));
    for (Item item : items) {
      if (!counting.contains(item.name()) && disk.list().contains(item.name())) {
        disk.rename(item.name(), Names.kept(item.name()));
        actions.add(item.name() + ": the old file is kept as " + Names.kept(item.name()));
      }
    }
    disk.sync();
  }

  /** Lets replay begin with the first segment there is, which then finds out what is missing. */
  private void log() throws IOException {
    Manifest manifest = Manifest.read(disk, errors);
    List<Long> segments =
        disk.list().stream().filter(Names::isSegment).map(Names::number).sorted().toList();
    if (segments.contains(manifest.segment())) {
      return;
    }
    long first =
        segments.stream().filter(number -> number > manifest.segment()).findFirst().orElse(0L);
    if (first == 0) {
      first = manifest.segment() + 1;
      SegmentLog.allocate(disk, first, segmentBytes).file().close();
    }
    actions.add(Names.segment(manifest.segment()) + ": it is missing");
    new Manifest(manifest.salt(), first, manifest.flushed(), manifest.synced(), manifest.tables())
        .write(disk);
  }
}

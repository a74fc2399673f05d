package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a journal: manifest, tables, heads of live runs, log. All file access happens on a thread
 * of its own, so that an interrupted caller does no harm.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final int READ_ATTEMPTS = 20;

  /** The caller waits for its zeros, so they are few; the next segments are made ahead of need. */
  private static final int FIRST_SEGMENT_BYTES = 1 << 20;

  private final Disk disk;
  private final Options options;
  private final Errors errors;

  private Opening(Disk disk, Options options, Errors errors) {
    this.disk = disk;
    this.options = options;
    this.errors = errors;
  }

  /** What can write in an open journal. */
  record Writing(Committer committer, Thread thread, Upkeep upkeep, @Nullable DirectoryLock lock) {}

  /** The parts of an open journal; {@code writing} is null if it is read-only. */
  record Opened(
      Views views,
      LiveRuns live,
      Quarantine quarantine,
      Queries queries,
      @Nullable Writing writing) {

    void close() {
      if (writing == null) {
        return;
      }
      writing.committer().close();
      Threads.join(writing.thread());
      if (writing.lock() != null) {
        release(writing.lock());
      }
    }

    Opened with(DirectoryLock taken) {
      Writing now = Objects.requireNonNull(writing);
      return new Opened(
          views,
          live,
          quarantine,
          queries,
          new Writing(now.committer(), now.thread(), now.upkeep(), taken));
    }
  }

  static Opened forWriting(Path directory, Options options, Errors errors) {
    return Threads.call(
        "open",
        () -> {
          DirectoryLock lock = null;
          try {
            Files.createDirectories(directory);
            lock = DirectoryLock.take(directory, options.clock());
            Opened opened = new Opening(new FileDisk(directory), options, errors).write();
            return opened.with(lock);
          } catch (IOException e) {
            release(lock);
            throw errors.unusable(e);
          } catch (RuntimeException | Error e) {
            release(lock);
            throw e;
          }
        });
  }

  private static void release(@Nullable DirectoryLock lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.warn("the lock file could not be closed", e);
    }
  }

  static Opened forWriting(Disk disk, Options options, Errors errors) {
    return Threads.call(
        "open",
        () -> {
          try {
            return new Opening(disk, options, errors).write();
          } catch (IOException e) {
            throw errors.unusable(e);
          }
        });
  }

  static Opened forReading(Path directory, Errors errors) {
    return Threads.call(
        "open",
        () -> {
          try {
            if (!Files.isDirectory(directory)) {
              throw errors.noJournal();
            }
            return new Opening(new FileDisk(directory), Options.defaults(), errors).read();
          } catch (IOException e) {
            throw errors.unusable(e);
          }
        });
  }

  static List<EmbeddedJournal.Finding> checkFiles(Path directory, Errors errors) {
    return Threads.call(
        "open",
        () -> {
          if (!Files.isDirectory(directory)) {
            throw errors.noJournal();
          }
          return checkFiles(new FileDisk(directory), errors);
        });
  }

  static List<EmbeddedJournal.Finding> checkFiles(Disk disk, Errors errors) {
    try {
      List<EmbeddedJournal.Finding> findings = new FilesCheck(disk, errors).check();
      if (!findings.isEmpty()) {
        // What another process was writing just then is not found twice.
        findings.retainAll(new FilesCheck(disk, errors).check());
      }
      return findings;
    } catch (IOException e) {
      throw errors.unusable(e);
    }
  }

  static List<String> repair(Path directory, Options options, Errors errors) {
    return Threads.call(
        "open",
        () -> {
          if (!Files.exists(directory.resolve(Manifest.NAME))) {
            throw errors.noJournal();
          }
          DirectoryLock lock = null;
          try {
            lock = DirectoryLock.take(directory, options.clock());
            return repair(new FileDisk(directory), options, errors);
          } catch (IOException e) {
            throw errors.unusable(e);
          } finally {
            release(lock);
          }
        });
  }

  /** Repairs the files, and opens the journal once, which deals with what is wrong in the log. */
  static List<String> repair(Disk disk, Options options, Errors errors) {
    try {
      List<String> actions =
          new ArrayList<>(new Repair(disk, errors, options.segmentBytes()).repair());
      Opened opened = new Opening(disk, options, errors).write();
      Map<RunId, String> quarantined = opened.quarantine().all();
      opened.close();
      quarantined.forEach(
          (run, reason) -> {
            String line = "in quarantine: run=" + run + ", " + reason;
            if (!actions.contains(line)) {
              actions.add(line);
            }
          });
      return actions;
    } catch (IOException e) {
      throw errors.unusable(e);
    }
  }

  private Opened write() throws IOException {
    Manifest manifest = manifestOrNew();
    Loaded loaded = load(manifest);
    Recovery.End end = loaded.end;
    if (!end.damaged().isEmpty()) {
      manifest = leaveDamage(manifest, loaded);
      loaded = load(manifest);
      end = loaded.end;
    }
    loaded.quarantine.all().forEach((run, why) -> LOG.error("in quarantine: run={}, {}", run, why));
    Recovery.repair(disk, end);
    Spares spares = new Spares(disk, options.segmentBytes());
    deleteUnnamed(manifest, end.segment(), spares);

    SegmentLog.Segment segment =
        new SegmentLog.Segment(end.segment(), end.size(), disk.open(Names.segment(end.segment())));
    ExecutorService preparer =
        Executors.newSingleThreadExecutor(task -> Threads.daemon("prepare", task));
    SegmentLog log =
        new SegmentLog(
            disk, options.segmentBytes(), manifest.salt(), spares, preparer, segment, end.offset());
    Committer.Durable durable = new Committer.Durable(end.lsn());
    TableFiles files = new TableFiles(disk, errors, manifest, durable::lsn);
    CommitQueue queue = new CommitQueue(loaded.views, errors, options.flushBytes());
    Upkeep upkeep =
        new Upkeep(
            loaded.views,
            new Flusher(disk, loaded.views, files, spares, loaded.quarantine),
            new Merger(loaded.views, files, errors),
            files,
            new Retirement(options.retention(), options.clock(), loaded.views, errors, queue::drop),
            errors,
            queue::flushSoon,
            queue::takeNoMore);
    Committer committer =
        new Committer(
            queue,
            loaded.views,
            loaded.live,
            loaded.queries,
            errors,
            options.transitionBytesMax(),
            log,
            upkeep,
            durable);
    Thread thread =
        Threads.daemon(
            "commit",
            () -> {
              try {
                committer.run();
              } finally {
                preparer.shutdown();
              }
            });
    thread.start();
    upkeep.start();
    return new Opened(
        loaded.views,
        loaded.live,
        loaded.quarantine,
        loaded.queries,
        new Writing(committer, thread, upkeep, null));
  }

  private Manifest manifestOrNew() throws IOException {
    try {
      return Manifest.read(disk, errors);
    } catch (NoSuchFileException e) {
      // The first manifest is written before the first commit: without one, files must be empty.
      for (String name : disk.list()) {
        if (Names.isTable(name)
            || (Names.isSegment(name) && Recovery.used(ByteBuffer.wrap(disk.read(name))) > 0)) {
          throw errors.damagedManifest("it is missing, but there is a file " + name);
        }
      }
      SegmentLog.allocateFirst(disk, Math.min(options.segmentBytes(), FIRST_SEGMENT_BYTES));
      Manifest first = Manifest.first(new SecureRandom().nextLong());
      first.write(disk);
      return first;
    }
  }

  private record Loaded(
      Views views, LiveRuns live, Quarantine quarantine, Queries queries, Recovery.End end) {}

  private Loaded load(Manifest manifest) throws IOException {
    List<TableFile> tables = new ArrayList<>();
    for (String name : manifest.tables()) {
      try {
        tables.add(TableFile.open(disk, errors, name));
      } catch (NoSuchFileException e) {
        throw errors.damagedTable(null, name, e);
      }
    }
    hideDropped(tables);
    Views views = new Views(new View(new Tail(), null, tables));
    LiveRuns live = new LiveRuns();
    Quarantine quarantine = new Quarantine();
    Queries queries = new Queries(views, live, quarantine, errors);
    queries.readTables();
    Recovery.End end =
        new Recovery(disk, manifest, errors, new Replay(views, live, quarantine, queries)).replay();
    return new Loaded(views, live, quarantine, queries, end);
  }

  private static void hideDropped(List<TableFile> tables) {
    for (int newer = 1; newer < tables.size(); newer++) {
      for (RunId run : tables.get(newer).dropped()) {
        for (TableFile older : tables.subList(0, newer)) {
          if (older.mayContain(run)) {
            older.hide();
          }
        }
      }
    }
  }

  /**
   * Makes what can be had of a damaged log a table, goes on with a new segment behind it, and keeps
   * the damaged ones under another name.
   */
  private Manifest leaveDamage(Manifest manifest, Loaded loaded) throws IOException {
    long lastSegment =
        disk.list().stream().filter(Names::isSegment).mapToLong(Names::number).max().orElse(0);
    long next = lastSegment + 1;
    SegmentLog.allocate(disk, next, options.segmentBytes()).file().close();
    long lsn = loaded.end.lsn();
    TableFiles files = new TableFiles(disk, errors, manifest, () -> lsn);
    Tail tail = loaded.views.rotate();
    for (String name : loaded.end.damaged()) {
      try (Disk.DiskFile copy = disk.create(Names.kept(name))) {
        copy.write(0, ByteBuffer.wrap(disk.read(name)));
        copy.sync();
      }
    }
    disk.sync();
    Spares none = new Spares(disk, -1);
    new Flusher(disk, loaded.views, files, none, loaded.quarantine).flush(tail, next, lsn);
    LOG.error(
        "the log was damaged: its segments are kept as {}, runs in quarantine: {}",
        loaded.end.damaged().stream().map(Names::kept).toList(),
        loaded.quarantine.all().keySet());
    return files.manifest();
  }

  private void deleteUnnamed(Manifest manifest, long lastSegment, Spares spares)
      throws IOException {
    for (String name : disk.list()) {
      boolean unnamed = Names.isTable(name) && !manifest.tables().contains(name);
      if (Names.isSegment(name) && Names.number(name) < manifest.segment()) {
        spares.add(name);
      } else if (unnamed
          || (Names.isSegment(name) && Names.number(name) > lastSegment)
          || name.equals(Manifest.NEW_NAME)) {
        disk.delete(name);
      }
    }
  }

  /** Reads while another process may be writing: what moved away meanwhile is looked for again. */
  private Opened read() throws IOException {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == READ_ATTEMPTS;
      try {
        Manifest manifest = Manifest.read(disk, errors);
        Loaded loaded = load(manifest);
        boolean still = manifest.equals(Manifest.read(disk, errors));
        if (last || (still && loaded.end.damaged().isEmpty())) {
          return new Opened(loaded.views, loaded.live, loaded.quarantine, loaded.queries, null);
        }
      } catch (NoSuchFileException e) {
        if (e.getFile() != null && e.getFile().endsWith(Manifest.NAME)) {
          throw errors.noJournal();
        }
        if (last) {
          throw e;
        }
      } catch (JournalException e) {
        if (last || !mayPass(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean mayPass(JournalException e) {
    return switch (e.code()) {
      case ES309, ES311 -> true;
      default -> false;
    };
  }
}

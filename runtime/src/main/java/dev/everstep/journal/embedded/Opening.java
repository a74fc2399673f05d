package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
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

  private final Disk disk;
  private final Options options;
  private final Errors errors;

  private Opening(Disk disk, Options options, Errors errors) {
    this.disk = disk;
    this.options = options;
    this.errors = errors;
  }

  /** The parts of an open journal; committer, its thread and the lock are null if read-only. */
  record Opened(
      Views views,
      LiveRuns live,
      Queries queries,
      @Nullable Committer committer,
      @Nullable Thread thread,
      @Nullable DirectoryLock lock) {

    void close() {
      if (committer == null) {
        return;
      }
      committer.close();
      joinUninterruptibly(thread);
      if (lock != null) {
        try {
          lock.close();
        } catch (IOException e) {
          LOG.warn("the lock file could not be closed", e);
        }
      }
    }

    Opened with(DirectoryLock taken) {
      return new Opened(views, live, queries, committer, thread, taken);
    }
  }

  static Opened forWriting(Path directory, Options options, Errors errors) {
    return onOwnThread(
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
    return onOwnThread(
        () -> {
          try {
            return new Opening(disk, options, errors).write();
          } catch (IOException e) {
            throw errors.unusable(e);
          }
        });
  }

  static Opened forReading(Path directory, Errors errors) {
    return onOwnThread(
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

  private Opened write() throws IOException {
    Manifest manifest = manifestOrNew();
    Recovery.End[] end = new Recovery.End[1];
    Loaded loaded = load(manifest, end);
    Recovery.repair(disk, end[0]);
    deleteUnnamed(manifest, end[0].segment());

    String last = Names.segment(end[0].segment());
    SegmentLog.Segment segment =
        new SegmentLog.Segment(end[0].segment(), end[0].size(), disk.open(last));
    ExecutorService preparer = thread("prepare");
    SegmentLog log =
        new SegmentLog(disk, options.segmentBytes(), preparer, segment, end[0].offset());
    Committer.Durable durable = new Committer.Durable(end[0].lsn());
    Flusher flusher =
        new Flusher(disk, errors, loaded.views, loaded.liveInTables, manifest, durable::lsn);
    Committer committer =
        new Committer(
            loaded.views,
            loaded.live,
            loaded.queries,
            errors,
            options,
            log,
            flusher,
            thread("flush"),
            thread("merge"),
            durable);
    Thread thread =
        daemon(
            "commit",
            () -> {
              try {
                committer.run();
              } finally {
                preparer.shutdown();
              }
            });
    thread.start();
    return new Opened(loaded.views, loaded.live, loaded.queries, committer, thread, null);
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
      SegmentLog.allocate(disk, 1, options.segmentBytes()).file().close();
      Manifest first = new Manifest(1, 0, 0, List.of());
      first.write(disk);
      return first;
    }
  }

  private record Loaded(Views views, LiveRuns live, Queries queries, Set<RunId> liveInTables) {}

  private Loaded load(Manifest manifest, Recovery.End[] end) throws IOException {
    List<View.TableFile> tables = new ArrayList<>();
    for (String name : manifest.tables()) {
      try {
        tables.add(Flusher.open(disk, errors, name));
      } catch (NoSuchFileException e) {
        throw errors.damagedTable(null, name, e);
      }
    }
    Tail tail = new Tail();
    Views views = new Views(new View(tail, null, tables));
    LiveRuns live = new LiveRuns();
    Queries queries = new Queries(views, live, errors);
    TreeSet<RunId> liveInTables =
        queries.readLive((run, damage) -> LOG.error("a run cannot be resumed", damage));
    end[0] =
        new Recovery(
                disk,
                manifest,
                errors,
                (transition, lsn) -> {
                  tail.add(transition, Records.transitionBytes(transition));
                  live.put(transition.head());
                })
            .replay();
    return new Loaded(views, live, queries, liveInTables);
  }

  private void deleteUnnamed(Manifest manifest, long lastSegment) throws IOException {
    for (String name : disk.list()) {
      boolean old =
          Names.isSegment(name)
              && (Names.number(name) < manifest.segment() || Names.number(name) > lastSegment);
      boolean unnamed = Names.isTable(name) && !manifest.tables().contains(name);
      if (old || unnamed || name.equals(Manifest.NEW_NAME)) {
        disk.delete(name);
      }
    }
  }

  /** Reads while another process may be writing: what moved away meanwhile is looked for again. */
  private Opened read() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Manifest manifest = Manifest.read(disk, errors);
        Loaded loaded = load(manifest, new Recovery.End[1]);
        return new Opened(loaded.views, loaded.live, loaded.queries, null, null, null);
      } catch (NoSuchFileException e) {
        if (e.getFile() != null && e.getFile().endsWith(Manifest.NAME)) {
          throw errors.noJournal();
        }
        if (attempt == READ_ATTEMPTS) {
          throw e;
        }
      } catch (JournalException e) {
        if (attempt == READ_ATTEMPTS || !mayPass(e)) {
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

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(task -> daemon(name, task));
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, "everstep-journal-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private static Opened onOwnThread(Supplier<Opened> opening) {
    Opened[] opened = new Opened[1];
    Throwable[] failure = new Throwable[1];
    Thread thread =
        daemon(
            "open",
            () -> {
              try {
                opened[0] = opening.get();
              } catch (RuntimeException | Error e) {
                failure[0] = e;
              }
            });
    thread.start();
    joinUninterruptibly(thread);
    if (failure[0] instanceof RuntimeException e) {
      throw e;
    }
    if (failure[0] instanceof Error e) {
      throw e;
    }
    return opened[0];
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

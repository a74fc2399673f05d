package dev.everstep.journal.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The log's files, allocated before they are used: overwriting spares the file system a change of
 * size at each sync. The next file is prepared on another thread, out of a spare one if possible,
 * else filled with zeros. Confined to the committer.
 */
final class SegmentLog {
  private static final int FILL_BYTES = 1 << 20;
  private static final String NEW_NAME = "log.new";

  private final Disk disk;
  private final int segmentBytes;
  private final long salt;
  private final Spares spares;
  private final ExecutorService preparer;

  private Segment current;
  private long offset;
  private long lastNumber;
  private @Nullable Future<Segment> prepared;

  /** A file that is allocated and open. */
  record Segment(long number, long size, Disk.DiskFile file) {}

  SegmentLog(
      Disk disk,
      int segmentBytes,
      long salt,
      Spares spares,
      ExecutorService preparer,
      Segment current,
      long offset) {
    this.disk = disk;
    this.segmentBytes = segmentBytes;
    this.salt = salt;
    this.spares = spares;
    this.preparer = preparer;
    this.current = current;
    this.offset = offset;
    this.lastNumber = current.number();
    prepare();
  }

  private Segment prepare(long number) throws IOException {
    String spare = spares.poll();
    if (spare == null) {
      return allocate(disk, number, segmentBytes);
    }
    disk.rename(spare, Names.segment(number));
    disk.sync(); // what it held is no frame at its new place
    return new Segment(number, segmentBytes, disk.open(Names.segment(number)));
  }

  /** Creates a file of zeros, durable with its name. */
  static Segment allocate(Disk disk, long number, long size) throws IOException {
    Disk.DiskFile file = disk.create(Names.segment(number));
    try {
      fill(file, size);
      disk.sync();
    } catch (IOException e) {
      file.close();
      disk.delete(Names.segment(number));
      throw e;
    }
    return new Segment(number, size, file);
  }

  /**
   * Creates the first file. It has its name only when its zeros are durable: while there is no
   * manifest, anything else in it would look like a journal that lost one.
   */
  static void allocateFirst(Disk disk, long size) throws IOException {
    try (Disk.DiskFile file = disk.create(NEW_NAME)) {
      fill(file, size);
    }
    disk.rename(NEW_NAME, Names.segment(1));
    disk.sync();
  }

  private static void fill(Disk.DiskFile file, long size) throws IOException {
    for (long at = 0; at < size; at += FILL_BYTES) {
      file.write(at, ByteBuffer.allocate((int) Math.min(FILL_BYTES, size - at)));
    }
    file.sync();
  }

  /** Returns the number of the file that the next frame goes to, or a lower one. */
  long segment() {
    return current.number();
  }

  /**
   * Makes room for a frame: goes on to the next file if this one has none left.
   *
   * @throws IOException if there is no next file; nothing was written, and the next call tries anew
   */
  void reserve(long bytes) throws IOException {
    failIfPreparingFailed();
    if (offset + bytes <= current.size()) {
      return;
    }
    Segment next = bytes <= segmentBytes ? takePrepared() : allocateFor(bytes);
    current.file().close();
    current = next;
    offset = 0;
    if (prepared == null) {
      prepare();
    }
  }

  /** Returns where the next frame goes, once there is room for it. */
  Frames.Place place() {
    return new Frames.Place(salt, current.number(), offset);
  }

  /** Writes and syncs a frame for which there is room. */
  void append(ByteBuffer frame) throws IOException {
    long length = frame.remaining();
    current.file().write(offset, frame);
    current.file().sync();
    offset += length;
  }

  /** Tells of a failed write or sync at once; space may have come free when the file is needed. */
  private void failIfPreparingFailed() throws IOException {
    if (prepared != null && prepared.isDone()) {
      try {
        await(prepared);
      } catch (IOException e) {
        if (!Errors.isFull(e)) {
          throw e;
        }
      }
    }
  }

  private void prepare() {
    long number = ++lastNumber;
    prepared = preparer.submit(() -> prepare(number));
  }

  private Segment takePrepared() throws IOException {
    if (prepared == null) {
      prepare();
    }
    Future<Segment> ready = prepared;
    prepared = null;
    return await(ready);
  }

  private Segment allocateFor(long bytes) throws IOException {
    discardPrepared(); // its number is below the one that comes now
    return allocate(disk, ++lastNumber, bytes);
  }

  private void discardPrepared() throws IOException {
    if (prepared == null) {
      return;
    }
    Future<Segment> unused = prepared;
    prepared = null;
    Segment segment;
    try {
      segment = await(unused);
    } catch (IOException e) {
      if (Errors.isFull(e)) {
        return; // it was not made, so there is nothing to discard
      }
      throw e; // a failed write or sync counts, whether or not the file is needed
    }
    segment.file().close();
    disk.delete(Names.segment(segment.number()));
  }

  private static Segment await(Future<Segment> segment) throws IOException {
    try {
      return segment.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while a log file was prepared");
    }
  }

  /** Closes the files; deletes the one that was not used. */
  void close() throws IOException {
    current.file().close();
    discardPrepared();
  }
}

package dev.everstep.journal.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what is durable: bytes that were synced, and names as of the last
 * sync of the directory. It stops at a given operation, and then tells what a crash there may have
 * left; or one operation fails; or there is no space from one on. Thread-safe.
 */
final class SimulatedDisk implements Disk {
  /**
   * What a crash does to writes that were not synced, and to names. All but the first two may keep
   * the first few changes of names, or any of them.
   */
  enum Crash {
    /** The process dies: all is there, the last write perhaps in part, and not yet durable. */
    KILL,
    /** Power fails and nothing was written back. */
    LOSE_ALL,
    /** Power fails; of each file the first few writes are there, the last of them in part. */
    PREFIX,
    /** Power fails; any ranges of bytes are there, written back in any order. */
    BYTES,
    /** Power fails; any sectors of 512 bytes are there. */
    SECTORS,
    /** Power fails; any pages of 4,096 bytes are there. */
    PAGES,
    /** Power fails; sectors are there, or not, or zeros, also behind what was durable of a file. */
    ZEROS,
    /** Power fails; sectors are there, or not, or any bytes, also behind what was durable. */
    GARBAGE;

    boolean spoils() {
      return this == ZEROS || this == GARBAGE;
    }

    /** Returns where the piece that begins at a position ends. */
    int pieceEnd(int at, Random random) {
      return switch (this) {
        case BYTES -> at + 1 + random.nextInt(random.nextBoolean() ? 8 : 600);
        case PAGES -> at + 4096 - at % 4096;
        default -> at + 512 - at % 512;
      };
    }
  }

  /** How one operation fails. */
  enum Fault {
    /** Any operation: an error, and nothing was done. */
    ERROR,
    /** A write: half of it is there, and an error. */
    SHORT_WRITE,
    /** A sync: an error, and nothing becomes durable of what was to be, also by later syncs. */
    SYNC_LOST,
    /** A sync: an error, and yet all is durable. */
    SYNC_KEPT
  }

  /** What a disk says is done and does not do. */
  enum Lie {
    NONE,
    /** Syncs of files. */
    SYNC,
    /** Syncs of the directory. */
    DIRECTORY_SYNC,
    /** One write in twenty. */
    WRITE
  }

  private static final int LIES_ONE_IN = 20;

  private final Lie lie;
  private Map<String, SimulatedFile> names = new HashMap<>();
  private Map<String, SimulatedFile> durableNames = new HashMap<>();
  private List<NameChange> nameChanges = new ArrayList<>();
  private int operations;
  private int writes;
  private int crashAt = Integer.MAX_VALUE;
  private int fullAt = Integer.MAX_VALUE;
  private boolean allocatesLate;
  private @Nullable Fault fault;
  private int faultIn;
  private boolean failed;

  /** A file leaves a name, or takes one, or both at once. */
  private record NameChange(@Nullable String from, @Nullable String to, SimulatedFile file) {
    void apply(Map<String, SimulatedFile> names) {
      if (from != null) {
        names.remove(from, file);
      }
      if (to != null) {
        names.put(to, file);
      }
    }
  }

  SimulatedDisk() {
    this(Lie.NONE);
  }

  SimulatedDisk(Lie lie) {
    this.lie = lie;
  }

  /** Makes an operation, counted from now, and all behind it fail. */
  synchronized SimulatedDisk crashAfter(int count) {
    crashAt = operations + count;
    return this;
  }

  /** Makes one operation fail: that with a number, counted from now, of those that can. */
  synchronized SimulatedDisk failAfter(int count, Fault how) {
    fault = how;
    faultIn = count;
    return this;
  }

  /** Returns whether the operation that was to fail has done so. */
  synchronized boolean hasFailed() {
    return failed;
  }

  /** Lets no file be created and none grow from now on, or lifts that. */
  synchronized void full(boolean isFull) {
    fullAt = isFull ? 0 : Integer.MAX_VALUE;
  }

  /**
   * Lets no file be created and none grow from an operation on, counted from now.
   *
   * @param late whether files grow, and are told only at their sync that there is no space
   */
  synchronized SimulatedDisk fullAfter(int count, boolean late) {
    fullAt = operations + count;
    allocatesLate = late;
    return this;
  }

  synchronized boolean isFull() {
    return operations >= fullAt;
  }

  synchronized int operations() {
    return operations;
  }

  private void operate() throws IOException {
    operations++;
    if (operations >= crashAt) {
      throw new IOException("the simulated machine is down");
    }
    if (strikes(Fault.ERROR)) {
      throw new IOException("the simulated disk failed");
    }
  }

  private boolean strikes(Fault kind) {
    if (fault != kind || --faultIn > 0) {
      return false;
    }
    fault = null;
    failed = true;
    return true;
  }

  private void needSpace() throws IOException {
    if (isFull()) {
      throw new IOException("No space left on device");
    }
  }

  /** Returns a disk as a crash may leave it. */
  synchronized SimulatedDisk after(Crash crash, Random random) {
    SimulatedDisk left = new SimulatedDisk(lie);
    Map<SimulatedFile, SimulatedFile> copies = new IdentityHashMap<>();
    if (crash == Crash.KILL) {
      left.names = copies(names, copies, crash, random);
      left.durableNames = copies(durableNames, copies, crash, random);
      for (NameChange each : nameChanges) {
        SimulatedFile copy = copies.computeIfAbsent(each.file, file -> file.after(crash, random));
        left.nameChanges.add(new NameChange(each.from, each.to, copy));
      }
    } else {
      left.names = copies(namesLeft(crash, random), copies, crash, random);
      left.durableNames = new HashMap<>(left.names);
    }
    return left;
  }

  private static Map<String, SimulatedFile> copies(
      Map<String, SimulatedFile> names,
      Map<SimulatedFile, SimulatedFile> copies,
      Crash crash,
      Random random) {
    Map<String, SimulatedFile> result = new HashMap<>();
    names.keySet().stream()
        .sorted() // so that a seed always does the same
        .forEach(
            name ->
                result.put(
                    name,
                    copies.computeIfAbsent(names.get(name), file -> file.after(crash, random))));
    return result;
  }

  private Map<String, SimulatedFile> namesLeft(Crash crash, Random random) {
    Map<String, SimulatedFile> left = new HashMap<>(durableNames);
    if (crash != Crash.LOSE_ALL) {
      boolean any = random.nextBoolean();
      int first = random.nextInt(nameChanges.size() + 1);
      for (int i = 0; i < nameChanges.size(); i++) {
        if (any ? random.nextBoolean() : i < first) {
          nameChanges.get(i).apply(left);
        }
      }
    }
    return left;
  }

  /** Returns a disk with the same files, all durable. */
  synchronized SimulatedDisk copy() {
    SimulatedDisk copy = new SimulatedDisk(lie);
    names.forEach((name, file) -> copy.names.put(name, file.settled()));
    copy.durableNames = new HashMap<>(copy.names);
    return copy;
  }

  /** Flips a bit of a file. */
  synchronized void flip(String name, int bit) {
    SimulatedFile file = names.get(name);
    file.damage(bit / 8, file.byteAt(bit / 8) ^ (1 << (bit % 8)));
  }

  /** Returns the size of a file in bytes. */
  synchronized int bytes(String name) {
    return names.get(name).length();
  }

  /** Overwrites a byte of a file with 0. */
  synchronized void zero(String name, int at) {
    names.get(name).damage(at, 0);
  }

  @Override
  public synchronized List<String> list() {
    return names.keySet().stream().sorted().toList();
  }

  @Override
  public synchronized DiskFile create(String name) throws IOException {
    operate();
    needSpace();
    SimulatedFile file = new SimulatedFile();
    change(new NameChange(null, name, file));
    return new Open(file);
  }

  @Override
  public synchronized DiskFile open(String name) throws IOException {
    return new Open(file(name));
  }

  @Override
  public synchronized byte[] read(String name) throws IOException {
    return file(name).toArray();
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    return ByteBuffer.wrap(read(name)).asReadOnlyBuffer();
  }

  private SimulatedFile file(String name) throws IOException {
    if (operations >= crashAt) {
      throw new IOException("the simulated machine is down");
    }
    SimulatedFile file = names.get(name);
    if (file == null) {
      throw new NoSuchFileException(name);
    }
    return file;
  }

  @Override
  public synchronized long size(String name) throws IOException {
    return file(name).length();
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    operate();
    change(new NameChange(from, to, file(from)));
  }

  @Override
  public synchronized void delete(String name) throws IOException {
    operate();
    if (names.containsKey(name)) {
      change(new NameChange(name, null, file(name)));
    }
  }

  private void change(NameChange change) {
    change.apply(names);
    nameChanges.add(change);
  }

  @Override
  public synchronized void sync() throws IOException {
    operate();
    boolean lost = strikes(Fault.SYNC_LOST);
    if (!lost && lie != Lie.DIRECTORY_SYNC) {
      durableNames = new HashMap<>(names);
    }
    if (lie != Lie.DIRECTORY_SYNC) {
      nameChanges.clear();
    }
    if (lost || strikes(Fault.SYNC_KEPT)) {
      throw new IOException("the simulated disk failed to sync its directory");
    }
  }

  private final class Open implements DiskFile {
    private final SimulatedFile file;

    Open(SimulatedFile file) {
      this.file = file;
    }

    @Override
    public void write(long offset, ByteBuffer source) throws IOException {
      synchronized (SimulatedDisk.this) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        int at = (int) offset;
        if (operations + 1 == crashAt) {
          // The last write of all: a killed process may have got half of it done.
          file.write(at, Arrays.copyOf(bytes, bytes.length / 2));
        }
        operate();
        if (!allocatesLate && file.growsWith(at + bytes.length)) {
          needSpace();
        }
        if (strikes(Fault.SHORT_WRITE)) {
          file.write(at, Arrays.copyOf(bytes, bytes.length / 2));
          throw new IOException("the simulated disk failed in the middle of a write");
        }
        if (lie == Lie.WRITE && ++writes % LIES_ONE_IN == 0) {
          return;
        }
        file.write(at, bytes);
      }
    }

    @Override
    public void sync() throws IOException {
      synchronized (SimulatedDisk.this) {
        operate();
        if (allocatesLate && file.hasGrown() && isFull()) {
          file.loseWrites();
          needSpace();
        }
        if (strikes(Fault.SYNC_LOST)) {
          file.loseWrites();
          throw new IOException("the simulated disk failed to sync a file");
        }
        if (lie != Lie.SYNC) {
          file.sync();
        }
        if (strikes(Fault.SYNC_KEPT)) {
          throw new IOException("the simulated disk failed to sync a file");
        }
      }
    }

    @Override
    public void close() {
      // Closing makes nothing durable.
    }
  }
}

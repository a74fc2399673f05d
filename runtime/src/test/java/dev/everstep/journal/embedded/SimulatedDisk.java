package dev.everstep.journal.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk in memory that knows what is durable: bytes that were synced, and names as of the last
 * sync of the directory. It stops at a given operation, and then tells what a crash there may have
 * left. Thread-safe.
 */
final class SimulatedDisk implements Disk {
  /** What a crash does to writes that were not synced. */
  enum Crash {
    /** The process dies: all writes are there, the last one perhaps in part. */
    KILL,
    /** Power fails and nothing was written back. */
    LOSE_ALL,
    /** Power fails; of each file the first few writes are there, the last of them in part. */
    PREFIX,
    /** Power fails; any 512-byte sectors are there. */
    SECTORS
  }

  private static final int SECTOR = 512;

  private Map<String, Content> names = new HashMap<>();
  private Map<String, Content> durableNames = new HashMap<>();
  private final List<Map<String, Content>> nameChanges = new ArrayList<>();
  private final boolean ignoresSync;
  private int operations;
  private int crashAt = Integer.MAX_VALUE;
  private int fullAt = Integer.MAX_VALUE;

  private static final class Content {
    private byte[] now = new byte[0];
    private byte[] durable = new byte[0];
    private final List<Write> writes = new ArrayList<>();
  }

  private record Write(int offset, byte[] bytes) {}

  SimulatedDisk() {
    this(false);
  }

  /** A disk that lies about syncs of files, or does not. */
  SimulatedDisk(boolean ignoresSync) {
    this.ignoresSync = ignoresSync;
  }

  /** Makes an operation, counted from now, and all behind it fail. */
  synchronized SimulatedDisk crashAfter(int count) {
    crashAt = operations + count;
    return this;
  }

  /** Lets no file be created and none grow from now on, or lifts that. */
  synchronized void full(boolean isFull) {
    fullAt = isFull ? 0 : Integer.MAX_VALUE;
  }

  synchronized int operations() {
    return operations;
  }

  private void operate() throws IOException {
    operations++;
    if (operations >= crashAt) {
      throw new IOException("the simulated machine is down");
    }
  }

  private void grow() throws IOException {
    if (operations >= fullAt) {
      throw new IOException("No space left on device");
    }
  }

  /** Returns a disk as a crash may leave it. */
  synchronized SimulatedDisk after(Crash crash, Random random) {
    SimulatedDisk left = new SimulatedDisk(ignoresSync);
    Map<String, Content> chosen = names;
    if (crash == Crash.LOSE_ALL) {
      chosen = durableNames;
    } else if (crash != Crash.KILL) {
      int changes = random.nextInt(nameChanges.size() + 1);
      chosen = changes == 0 ? durableNames : nameChanges.get(changes - 1);
    }
    chosen.forEach(
        (name, content) -> {
          Content copy = new Content();
          copy.now = left(content, crash, random);
          copy.durable = copy.now;
          left.names.put(name, copy);
        });
    left.durableNames = new HashMap<>(left.names);
    return left;
  }

  private static byte[] left(Content content, Crash crash, Random random) {
    return switch (crash) {
      case KILL -> content.now.clone();
      case LOSE_ALL -> content.durable.clone();
      case PREFIX -> {
        byte[] bytes = content.durable.clone();
        int whole = random.nextInt(content.writes.size() + 1);
        for (int i = 0; i < whole; i++) {
          bytes = apply(bytes, content.writes.get(i).offset, content.writes.get(i).bytes);
        }
        if (whole < content.writes.size()) {
          Write torn = content.writes.get(whole);
          int length = random.nextInt(torn.bytes.length + 1);
          bytes = apply(bytes, torn.offset, Arrays.copyOf(torn.bytes, length));
        }
        yield bytes;
      }
      case SECTORS -> {
        byte[] bytes = content.durable.clone();
        for (Write write : content.writes) {
          int at = 0;
          while (at < write.bytes.length) {
            int end = Math.min(write.bytes.length, at + SECTOR - (write.offset + at) % SECTOR);
            if (random.nextBoolean()) {
              bytes = apply(bytes, write.offset + at, Arrays.copyOfRange(write.bytes, at, end));
            }
            at = end;
          }
        }
        yield bytes;
      }
    };
  }

  private static byte[] apply(byte[] bytes, int offset, byte[] added) {
    byte[] result =
        bytes.length >= offset + added.length ? bytes : Arrays.copyOf(bytes, offset + added.length);
    System.arraycopy(added, 0, result, offset, added.length);
    return result;
  }

  /** Flips a bit of a file. */
  synchronized void flip(String name, int bit) {
    names.get(name).now[bit / 8] ^= (byte) (1 << (bit % 8));
  }

  /** Returns the size of a file in bytes. */
  synchronized int bytes(String name) {
    return names.get(name).now.length;
  }

  /** Overwrites a byte of a file with 0. */
  synchronized void zero(String name, int at) {
    names.get(name).now[at] = 0;
  }

  /** Returns a disk with the same files, all durable. */
  SimulatedDisk copy() {
    return after(Crash.KILL, new Random(0));
  }

  @Override
  public synchronized List<String> list() {
    return names.keySet().stream().sorted().toList();
  }

  @Override
  public synchronized DiskFile create(String name) throws IOException {
    operate();
    grow();
    Content content = new Content();
    names.put(name, content);
    namesChanged();
    return new Open(content);
  }

  @Override
  public synchronized DiskFile open(String name) throws IOException {
    return new Open(content(name));
  }

  @Override
  public synchronized byte[] read(String name) throws IOException {
    return content(name).now.clone();
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    return ByteBuffer.wrap(read(name)).asReadOnlyBuffer();
  }

  private Content content(String name) throws IOException {
    if (operations >= crashAt) {
      throw new IOException("the simulated machine is down");
    }
    Content content = names.get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }

  @Override
  public synchronized long size(String name) throws IOException {
    return content(name).now.length;
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    operate();
    names.put(to, names.remove(from));
    namesChanged();
  }

  @Override
  public synchronized void delete(String name) throws IOException {
    operate();
    names.remove(name);
    namesChanged();
  }

  private void namesChanged() {
    nameChanges.add(new HashMap<>(names));
  }

  @Override
  public synchronized void sync() throws IOException {
    operate();
    durableNames = new HashMap<>(names);
    nameChanges.clear();
  }

  private final class Open implements DiskFile {
    private final Content content;

    Open(Content content) {
      this.content = content;
    }

    @Override
    public void write(long offset, ByteBuffer source) throws IOException {
      synchronized (SimulatedDisk.this) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        int at = (int) offset;
        if (operations + 1 == crashAt) {
          // The last write of all: a killed process may have got half of it done.
          content.now = apply(content.now.clone(), at, Arrays.copyOf(bytes, bytes.length / 2));
          content.writes.add(new Write(at, bytes));
        }
        operate();
        if (at + bytes.length > content.now.length) {
          grow();
        }
        content.now = apply(content.now, at, bytes);
        content.writes.add(new Write(at, bytes));
      }
    }

    @Override
    public void sync() throws IOException {
      synchronized (SimulatedDisk.this) {
        operate();
        if (!ignoresSync) {
          content.durable = content.now.clone();
          content.writes.clear();
        }
      }
    }

    @Override
    public void close() {
      // Closing makes nothing durable.
    }
  }
}

package dev.everstep.journal.embedded;

import dev.everstep.journal.embedded.SimulatedDisk.Crash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A file of a {@link SimulatedDisk}: its bytes as they are, as they are durable, and the writes
 * between the two. Guarded by the disk.
 */
final class SimulatedFile {
  private final Bytes now;
  private final Bytes durable;
  private final List<Write> writes;

  private record Write(int offset, byte[] bytes) {
    Write part(int from, int to) {
      return new Write(offset + from, Arrays.copyOfRange(bytes, from, to));
    }
  }

  private static final class Bytes {
    private byte[] array = new byte[0];
    private int length;

    Bytes copy() {
      Bytes copy = new Bytes();
      copy.put(0, toArray());
      return copy;
    }

    void put(int offset, byte[] bytes) {
      int end = offset + bytes.length;
      if (end > array.length) {
        array = Arrays.copyOf(array, Math.max(end, 2 * length));
      }
      System.arraycopy(bytes, 0, array, offset, bytes.length);
      length = Math.max(length, end);
    }

    byte[] toArray() {
      return Arrays.copyOf(array, length);
    }
  }

  SimulatedFile() {
    this(new Bytes(), new Bytes(), new ArrayList<>());
  }

  private SimulatedFile(Bytes now, Bytes durable, List<Write> writes) {
    this.now = now;
    this.durable = durable;
    this.writes = writes;
  }

  void write(int offset, byte[] bytes) {
    now.put(offset, bytes);
    writes.add(new Write(offset, bytes));
  }

  void sync() {
    writes.forEach(write -> durable.put(write.offset, write.bytes));
    writes.clear();
  }

  /** A sync that failed: the writes before it are seen, and no later sync makes them durable. */
  void loseWrites() {
    writes.clear();
  }

  /** Returns whether a write up to a position needs space. */
  boolean growsWith(int end) {
    return end > now.length;
  }

  boolean hasGrown() {
    return now.length > durable.length;
  }

  int length() {
    return now.length;
  }

  byte[] toArray() {
    return now.toArray();
  }

  /** Changes a byte as time does: durably, and without a write. */
  void damage(int at, int value) {
    now.put(at, new byte[] {(byte) value});
  }

  int byteAt(int at) {
    return now.array[at];
  }

  /** Returns the file with all of it durable. */
  SimulatedFile settled() {
    return new SimulatedFile(now.copy(), now.copy(), new ArrayList<>());
  }

  /** Returns the file as a crash may leave it. */
  SimulatedFile after(Crash crash, Random random) {
    if (crash == Crash.KILL) {
      return new SimulatedFile(now.copy(), durable.copy(), new ArrayList<>(writes));
    }
    Bytes left = durable.copy();
    switch (crash) {
      case KILL, LOSE_ALL -> {} // nothing of the writes
      case PREFIX -> putPrefix(left, random);
      case BYTES, SECTORS, PAGES, ZEROS, GARBAGE -> putPieces(left, crash, random);
    }
    return new SimulatedFile(left, left.copy(), new ArrayList<>());
  }

  private void putPrefix(Bytes left, Random random) {
    int whole = random.nextInt(writes.size() + 1);
    for (Write write : writes.subList(0, whole)) {
      left.put(write.offset, write.bytes);
    }
    if (whole < writes.size()) {
      Write torn = writes.get(whole);
      left.put(torn.offset, Arrays.copyOf(torn.bytes, random.nextInt(torn.bytes.length + 1)));
    }
  }

  private void putPieces(Bytes left, Crash crash, Random random) {
    if (crash.spoils() && hasGrown()) { // the size is durable, and the bytes are not
      int grown = random.nextInt(now.length - durable.length + 1);
      left.put(durable.length, spoilt(grown, crash, random));
    }
    List<Write> pieces = new ArrayList<>();
    for (Write write : writes) {
      switch (random.nextInt(4)) {
        case 0 -> {} // lost
        case 1 -> pieces.add(write);
        default -> pieces(write, crash, random, pieces);
      }
    }
    Collections.shuffle(pieces, random);
    pieces.forEach(piece -> left.put(piece.offset, piece.bytes));
  }

  /** Adds some pieces of a write. */
  private static void pieces(Write write, Crash crash, Random random, List<Write> added) {
    int at = 0;
    while (at < write.bytes.length) {
      int end = crash.pieceEnd(write.offset + at, random) - write.offset;
      end = Math.min(write.bytes.length, end);
      Write piece = write.part(at, end);
      if (random.nextBoolean()) {
        added.add(piece);
      } else if (crash.spoils() && random.nextBoolean()) {
        added.add(new Write(piece.offset, spoilt(end - at, crash, random)));
      }
      at = end;
    }
  }

  private static byte[] spoilt(int length, Crash crash, Random random) {
    byte[] bytes = new byte[length];
    if (crash == Crash.GARBAGE) {
      random.nextBytes(bytes);
    }
    return bytes;
  }
}

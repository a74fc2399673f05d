package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Transition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log behind the tables. A frame is written only when all before it are synced, so a
 * crash can leave one incomplete frame, the last: it was never acknowledged and is dropped. What
 * cannot come from a crash is damage: a frame behind a bad one, a gap in the lsns, or a log that
 * ends below what the manifest saw durable. Damage costs the runs it touches, which go to
 * quarantine, and no others. Confined to one thread.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Disk disk;
  private final Manifest manifest;
  private final Errors errors;
  private final Runs runs;

  private final Set<Long> lostHashes = new HashSet<>();
  private final Set<RunId> suspects = new TreeSet<>();
  private final Set<String> damaged = new TreeSet<>();
  private final List<String> findings = new ArrayList<>();
  private long next;
  private boolean any;

  /** The runs that the log goes on with. */
  interface Runs {
    /** Takes a transition that is in no table; returns false if it does not follow its run's. */
    boolean add(Transition transition, long lsn);

    /** Returns the runs that are not finished. */
    List<RunId> unfinished();

    void quarantine(RunId run, String reason);
  }

  /**
   * Where the log goes on: file, position and lsn.
   *
   * @param tornEnd where the bytes of an incomplete frame end; {@code offset} if there are none
   * @param damaged the segments that are damaged
   * @param findings what is wrong with them
   */
  record End(
      long segment,
      int offset,
      int size,
      int tornEnd,
      long lsn,
      Set<String> damaged,
      List<String> findings) {}

  /** Hands the transitions that are in no table, with their lsns, to {@code runs}. */
  Recovery(Disk disk, Manifest manifest, Errors errors, Runs runs) {
    this.disk = disk;
    this.manifest = manifest;
    this.errors = errors;
    this.runs = runs;
    this.next = manifest.flushed();
  }

  /** A segment and how far it was understood. */
  private record Read(long number, ByteBuffer bytes, Frames.Place place, int end) {}

  /** Replays all; changes nothing. */
  End replay() throws IOException {
    List<Long> segments =
        disk.list().stream()
            .filter(Names::isSegment)
            .map(Names::number)
            .filter(number -> number >= manifest.segment())
            .sorted()
            .toList();
    if (segments.isEmpty() || segments.get(0) != manifest.segment()) {
      throw errors.damagedLog("missing=" + Names.segment(manifest.segment()));
    }
    Read last = null;
    List<Long> unused = new ArrayList<>();
    for (long segment : segments) {
      ByteBuffer bytes = bytes(segment);
      Frames.Place place = place(segment);
      if (last == null) {
        last = frames(new Read(segment, bytes, place, 0));
        continue;
      }
      Frames.Header first = headerFrom(bytes, place, 0);
      if (first == null || (first.at() == 0 && first.lsn() <= next && isTorn(bytes, place))) {
        unused.add(segment); // prepared for later, as far as it looks
        continue;
      }
      if (first.at() == 0 && first.lsn() > next) {
        hole(stretches(last, unused), first.lsn()); // the last frames of the segment before
      }
      unused.clear();
      last = frames(new Read(segment, bytes, place, 0));
    }
    if (next < manifest.synced()) {
      hole(stretches(last, unused), manifest.synced());
    }
    quarantine();
    return new End(
        last.number(),
        last.end(),
        last.bytes().limit(),
        tornEnd(last),
        next,
        Set.copyOf(damaged),
        List.copyOf(findings));
  }

  /** Part of a segment. */
  private record Stretch(Read segment, int from, int to) {}

  private List<Stretch> stretches(Read last, List<Long> unused) throws IOException {
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(new Stretch(last, last.end(), last.bytes().limit()));
    for (long segment : unused) {
      Read read = new Read(segment, bytes(segment), place(segment), 0);
      stretches.add(new Stretch(read, 0, read.bytes().limit()));
    }
    return stretches;
  }

  private ByteBuffer bytes(long segment) throws IOException {
    return ByteBuffer.wrap(disk.read(Names.segment(segment)));
  }

  private Frames.Place place(long segment) {
    return new Frames.Place(manifest.salt(), segment, 0);
  }

  private static boolean isTorn(ByteBuffer bytes, Frames.Place place) {
    return Frames.frame(bytes, place, 0) == null && headerFrom(bytes, place, 1) == null;
  }

  /** Takes the frames of a segment; returns where they end. */
  private Read frames(Read segment) {
    ByteBuffer bytes = segment.bytes();
    int at = segment.end();
    while (true) {
      Frames.Trailer frame = Frames.frame(bytes, segment.place(), at);
      if (frame == null) {
        Frames.Header behind = headerFrom(bytes, segment.place(), at + 1);
        if (behind == null || (any && behind.lsn() <= next)) {
          return new Read(segment.number(), bytes, segment.place(), at);
        }
        if (behind.lsn() > next) {
          hole(List.of(new Stretch(segment, at, behind.at())), behind.lsn());
        } // else it held nothing that is not in tables
        any = true;
        next = behind.lsn();
        at = behind.at();
      } else {
        if (any ? frame.lsn() != next : frame.lsn() > manifest.flushed()) {
          if (frame.lsn() < next) {
            throw errors.damagedLog(
                place(segment.number(), at) + ", lsn=" + frame.lsn() + ", expected=" + next);
          }
          hole(List.of(new Stretch(segment, at, at)), frame.lsn());
        }
        take(bytes, frame);
        at = frame.end();
      }
    }
  }

  private static Frames.@Nullable Header headerFrom(
      ByteBuffer bytes, Frames.Place place, int from) {
    // Mostly over bytes that were never used, in a JVM that has just started: a plain loop.
    byte[] array = bytes.array();
    byte first = (byte) (Frames.MAGIC >>> 24);
    for (int at = from; at <= array.length - Frames.HEADER_BYTES; at++) {
      if (array[at] == first) {
        Frames.Header header = Frames.header(bytes, place, at);
        if (header != null) {
          return header;
        }
      }
    }
    return null;
  }

  private void take(ByteBuffer bytes, Frames.Trailer frame) {
    long lsn = frame.lsn();
    for (Frames.Line line : frame.lines()) {
      if (lsn >= manifest.flushed()) {
        take(Records.transition(bytes.slice(line.at(), line.length())), lsn);
      }
      lsn++;
    }
    any = true;
    next = lsn;
  }

  private void take(Transition transition, long lsn) {
    if (runs.add(transition, lsn)) {
      suspects.remove(transition.run());
    } else {
      runs.quarantine(
          transition.run(),
          "a transition before seq=" + transition.firstSeq() + " is missing from the log");
    }
  }

  /** Makes the best of lsns from {@code next} to {@code until}, whose frames cannot be read. */
  private void hole(List<Stretch> stretches, long until) {
    List<Salvage> salvages = new ArrayList<>();
    List<String> places = new ArrayList<>();
    long end = until;
    for (Stretch each : stretches) {
      Read segment = each.segment();
      Salvage salvage =
          new Salvage(
              segment.bytes(), segment.place(), each.from(), each.to(), any ? next : 0, until);
      salvages.add(salvage);
      end = Math.max(end, salvage.end());
      damaged.add(Names.segment(segment.number()));
      places.add(place(segment.number(), each.from()));
    }
    String where = String.join(", ", places);
    long saved = 0;
    long unknown = 0;
    for (long lsn = Math.max(next, manifest.flushed()); lsn < end; lsn++) {
      Salvage.Found found = find(salvages, lsn);
      if (found == null) {
        unknown++;
      } else if (found.transition() != null) {
        take(found.transition(), lsn);
        saved++;
      } else {
        lostHashes.add(found.hash());
        if (found.run() != null) {
          runs.quarantine(found.run(), "a transition is damaged, " + where);
        }
      }
    }
    if (unknown > 0) {
      suspects.addAll(runs.unfinished());
    }
    findings.add(
        where
            + ", lsn="
            + next
            + " to "
            + (end - 1)
            + ", saved="
            + saved
            + ", of unknown runs="
            + unknown);
    any = true;
    next = end;
  }

  private static Salvage.@Nullable Found find(List<Salvage> salvages, long lsn) {
    for (Salvage salvage : salvages) {
      Salvage.Found found = salvage.of(lsn);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void quarantine() {
    for (RunId run : lostHashes.isEmpty() ? List.<RunId>of() : runs.unfinished()) {
      if (lostHashes.contains(RunHash.of(run))) {
        runs.quarantine(run, "a transition is damaged, " + findings);
      }
    }
    for (RunId run : suspects) {
      runs.quarantine(run, "a transition may be lost, " + findings);
    }
    for (String finding : findings) {
      LOG.error("the log is damaged; the runs it touches are in quarantine: {}", finding);
    }
  }

  /** Returns where an incomplete frame ends, or would have ended. */
  private static int tornEnd(Read last) {
    Frames.Header header = Frames.header(last.bytes(), last.place(), last.end());
    return header == null ? last.end() : (int) Math.min(last.bytes().limit(), header.end());
  }

  /**
   * Overwrites the incomplete frame with zeros, and syncs what a killed process left unsynced,
   * names too: what was read is acted on from here, and files that it replaces are deleted.
   */
  static void repair(Disk disk, End end) throws IOException {
    String name = Names.segment(end.segment());
    try (Disk.DiskFile file = disk.open(name)) {
      if (end.tornEnd() > end.offset()) {
        LOG.warn(
            "dropped an incomplete frame at the end of the log, it was never acknowledged:"
                + " segment={}, offset={}, bytes={}",
            name,
            end.offset(),
            end.tornEnd() - end.offset());
        file.write(end.offset(), ByteBuffer.allocate(end.tornEnd() - end.offset()));
      }
      file.sync();
    }
    disk.sync();
  }

  /** Returns where the last byte that is not zero ends. */
  static int used(ByteBuffer bytes) {
    int end = bytes.limit();
    while (end >= 8 && bytes.getLong(end - 8) == 0) {
      end -= 8;
    }
    while (end > 0 && bytes.get(end - 1) == 0) {
      end--;
    }
    return end;
  }

  private static String place(long segment, int offset) {
    return "segment=" + Names.segment(segment) + ", offset=" + offset;
  }
}

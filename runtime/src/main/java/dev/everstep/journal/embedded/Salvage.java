package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Transition;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a damaged stretch of a segment held. Of each frame in it, header and trailer say
 * the same; one of the two is enough to find the records, and a record has a checksum of its own.
 * Confined to one thread.
 */
final class Salvage {
  private final ByteBuffer segment;
  private final Frames.Place place;
  private final TreeMap<Long, Found> found = new TreeMap<>();

  /**
   * What is known of one record.
   *
   * @param transition the record if it is good, else null
   * @param hash the run's hash
   * @param run the run if its name can be read, else null
   */
  record Found(@Nullable Transition transition, long hash, @Nullable RunId run) {}

  /**
   * Looks at bytes {@code from} to {@code to}.
   *
   * @param first frames begin at this lsn or above
   * @param last frames begin below this lsn
   */
  Salvage(ByteBuffer segment, Frames.Place place, int from, int to, long first, long last) {
    this.segment = segment;
    this.place = place;
    Frames.Header header = Frames.header(segment, place, from);
    if (header != null && header.lsn() >= first && header.lsn() < last && header.end() <= to) {
      frame(header);
    }
    for (int end = from + 1; end <= to; end++) {
      Frames.Trailer trailer = Frames.trailer(segment, place, end);
      if (trailer != null
          && trailer.at() >= from
          && trailer.lsn() >= first
          && trailer.lsn() < last) {
        lines(trailer);
      }
    }
  }

  /** Returns the first lsn behind all that something is known of; 0 if there is none. */
  long end() {
    return found.isEmpty() ? 0 : found.lastKey() + 1;
  }

  /** Returns what is known of a record, or null if that is nothing. */
  @Nullable Found of(long lsn) {
    return found.get(lsn);
  }

  private void lines(Frames.Trailer trailer) {
    long lsn = trailer.lsn();
    for (Frames.Line line : trailer.lines()) {
      found.put(lsn++, line.isGood(segment) ? good(line) : bad(line));
    }
  }

  private Found good(Frames.Line line) {
    Transition transition = Records.transition(segment.slice(line.at(), line.length()));
    return new Found(transition, line.hash(), transition.run());
  }

  private Found bad(Frames.Line line) {
    RunId run = name(line.at());
    return new Found(null, line.hash(), run != null && RunHash.of(run) == line.hash() ? run : null);
  }

  private @Nullable RunId name(int at) {
    try {
      return Records.run(segment.duplicate().position(at));
    } catch (RuntimeException e) {
      return null; // what is there is not a record any more
    }
  }

  /** Reads a frame whose trailer may be damaged: records say where they end. */
  private void frame(Frames.Header header) {
    int line = header.at() + Frames.HEADER_BYTES + header.length();
    ByteBuffer in = segment.duplicate().limit(line).position(header.at() + Frames.HEADER_BYTES);
    for (int i = 0; i < header.count(); i++, line += Frames.LINE_BYTES) {
      int at = in.position();
      try {
        Transition transition = Records.transition(in);
        Frames.Line actual =
            new Frames.Line(
                at, in.position() - at, segment.getInt(line + 5), segment.getLong(line + 9));
        boolean good = actual.isGood(segment);
        found.put(
            header.lsn() + i,
            new Found(good ? transition : null, RunHash.of(transition.run()), transition.run()));
      } catch (RuntimeException e) {
        return; // a length is wrong, so the ends of the rest are not known
      }
    }
  }
}

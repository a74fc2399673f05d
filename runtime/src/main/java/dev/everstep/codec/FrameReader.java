package dev.everstep.codec;

import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads locals of one stored frame stack. What two of them hold together is read once. Confined to
 * one thread.
 */
public final class FrameReader {
  private final ValueCodec values;
  private final List<StoredFrame> frames;
  private final FrameReading reading;

  FrameReader(ValueCodec values, FrameDocument document) {
    this.values = values;
    this.frames = document.frames();
    this.reading = new FrameReading(document.shared());
  }

  /** Returns the frames, the outermost first. */
  public List<StoredFrame> frames() {
    return frames;
  }

  /**
   * Returns the values of locals of a frame.
   *
   * @throws FrameMismatchException if one is not stored there or is stored as something else
   */
  public List<@Nullable Object> read(StoredFrame frame, List<Local> wanted) {
    List<@Nullable Object> found = new ArrayList<>(wanted.size());
    for (Local local : wanted) {
      found.add(read(frame, local));
    }
    return found;
  }

  private @Nullable Object read(StoredFrame frame, Local wanted) {
    StoredFrame.StoredLocal local = stored(frame, wanted);
    if (!TypeNames.mayBecome(local.type(), wanted.type())) {
      throw FrameMismatchException.unfit(frame, local, wanted, Mismatch.NOT_KEPT, null);
    }
    try {
      return value(local.value(), wanted.type());
    } catch (IOException | RuntimeException e) {
      throw FrameMismatchException.unfit(
          frame, local, wanted, Refusals.sentence(Refusals.reason(e)), e);
    }
  }

  /** Returns the local of a frame, by the name that it has now before those that it had. */
  private static StoredFrame.StoredLocal stored(StoredFrame frame, Local wanted) {
    StoredFrame.StoredLocal found = named(frame, wanted.name());
    for (String former : wanted.former()) {
      found = found == null ? named(frame, former) : found;
    }
    if (found == null) {
      throw FrameMismatchException.missing(frame, wanted);
    }
    return found;
  }

  private static StoredFrame.@Nullable StoredLocal named(StoredFrame frame, String name) {
    for (StoredFrame.StoredLocal local : frame.locals()) {
      if (local.name().equals(name)) {
        return local;
      }
    }
    return null;
  }

  @Nullable Object value(Payload json, Type type) throws IOException {
    TypePlan plan = values.plan(type);
    if (plan.scalar()) {
      return plan.reader().readValue(json.array());
    }
    Object read = plan.reader().withAttribute(FrameReading.class, reading).readValue(json.array());
    if (read != null && !plan.type().isPrimitive() && !plan.type().getRawClass().isInstance(read)) {
      throw new IOException("the stored class is " + read.getClass().getName());
    }
    return read;
  }
}

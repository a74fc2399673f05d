package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.ErrorCode;
import dev.everstep.Limits;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a stack of frames as one JSON document in which sharing is kept: what two locals
 * hold together, in one frame or in several, or at any depth, they hold together afterwards.
 * Thread-safe.
 *
 * <p>The document names no class of a program. Read {@link FrameDocument} for its form, then {@link
 * FrameWriting} and {@link FrameReading}.
 */
public final class FrameCodec {
  private final ValueCodec values;
  private final SizeLimit limit;

  /** Creates a codec for the same types as {@code values}, with the default limit. */
  public FrameCodec(ValueCodec values) {
    this(values, SizeLimit.frames(Limits.defaults()));
  }

  /**
   * Creates a codec for the same types as {@code values}.
   *
   * @param limit of a frame stack
   */
  public FrameCodec(ValueCodec values, SizeLimit limit) {
    this.values = values;
    this.limit = limit;
  }

  /**
   * Returns a frame stack as JSON, the outermost frame first.
   *
   * @throws UnstorableValueException ES405 if they are above the limit; else if a local would not
   *     come back as it is
   */
  public Payload write(List<FrameImage> frames) {
    FrameWriting pass = new FrameWriting(values.mapper(), Set.of());
    Payload stored = write(frames, pass);
    if (!pass.repeated().isEmpty()) {
      stored = write(frames, new FrameWriting(values.mapper(), pass.repeated()));
    }
    verify(stored, frames);
    return stored;
  }

  private Payload write(List<FrameImage> frames, FrameWriting pass) {
    BoundedBytes bytes = new BoundedBytes(limit.bytes());
    try (JsonGenerator out = values.mapper().createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("format", FrameDocument.FORMAT);
      out.writeArrayFieldStart("frames");
      for (FrameImage frame : frames) {
        out.writeStartObject();
        out.writeStringField("method", frame.method());
        out.writeStringField("point", frame.point());
        out.writeArrayFieldStart("locals");
        for (int i = 0; i < frame.locals().size(); i++) {
          Local local = frame.locals().get(i);
          out.writeStartObject();
          out.writeStringField("name", local.name());
          out.writeStringField("type", TypeNames.of(local.type()));
          out.writeFieldName("value");
          write(frame.values().get(i), local, out, pass);
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      if (!pass.table().isEmpty()) {
        out.writeArrayFieldStart("shared");
        for (byte[] shared : pass.table()) {
          out.writeRawValue(new RawValue(shared));
        }
        out.writeEndArray();
      }
      out.writeEndObject();
    } catch (BoundedBytes.TooLarge e) {
      throw Refusals.tooLarge("frames", Object.class, limit);
    } catch (IOException e) {
      throw new AssertionError("writes to memory", e);
    }
    return Payload.wrap(bytes.toByteArray());
  }

  private void write(@Nullable Object value, Local local, JsonGenerator out, FrameWriting pass)
      throws BoundedBytes.TooLarge {
    TypePlan plan = values.plan(local.type());
    try {
      if (value == null) {
        out.writeNull();
      } else if (plan.scalar()) {
        plan.writer().writeValue(out, value);
      } else {
        plan.writer().withAttribute(FrameWriting.class, pass).writeValue(out, value);
      }
    } catch (BoundedBytes.TooLarge e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw Refusals.of(e, local.name(), local.type());
    }
  }

  /** Reads back what is not known to come back. */
  private void verify(Payload stored, List<FrameImage> frames) {
    boolean closed = true;
    for (FrameImage frame : frames) {
      for (Local local : frame.locals()) {
        closed &= values.plan(local.type()).closed();
      }
    }
    if (closed) {
      return;
    }
    FrameDocument document = parsed(stored);
    FrameReader reader = new FrameReader(values, document);
    SameValue same = new SameValue(values.mapper(), true);
    for (int f = 0; f < frames.size(); f++) {
      FrameImage frame = frames.get(f);
      for (int i = 0; i < frame.locals().size(); i++) {
        Local local = frame.locals().get(i);
        Object copy;
        try {
          copy = reader.value(document.frames().get(f).locals().get(i).value(), local.type());
        } catch (IOException | RuntimeException | StackOverflowError e) {
          throw Refusals.of(e, local.name(), local.type());
        }
        Object value = frame.values().get(i);
        SameValue.Difference difference =
            value == null && isPrimitive(local.type())
                ? null
                : same.between(value, copy, local.name());
        if (difference != null) {
          throw Refusals.changed(difference, local.name(), local.type());
        }
      }
    }
  }

  private static boolean isPrimitive(Type type) {
    return type instanceof Class<?> raw && raw.isPrimitive();
  }

  /**
   * Returns what is stored, without knowledge of types.
   *
   * @throws UnreadableValueException if this is no frame document, or of a later format
   */
  public static List<StoredFrame> parse(Payload stored) {
    return parsed(stored).frames();
  }

  private static FrameDocument parsed(Payload stored) {
    try {
      return FrameDocument.parse(stored);
    } catch (IOException e) {
      throw new UnreadableValueException(
          ErrorCode.ES406,
          "frames",
          "frames",
          "a stored frame stack cannot be read: "
              + Refusals.reason(e)
              + ". Deploy the version that wrote it, or a later one.",
          e);
    }
  }

  /**
   * Returns the frames with the locals that the code at hand wants. A stored local that it does not
   * want is passed over; a primitive may have become wider.
   *
   * @throws FrameMismatchException if the code does not know a method or point, or wants a local
   *     that is not stored there or is stored as something else
   * @throws UnreadableValueException if this is no frame document, or of a later format
   */
  public List<FrameImage> read(Payload stored, FrameLayouts layouts) {
    FrameReader reader = reader(stored);
    List<FrameImage> frames = new ArrayList<>();
    List<List<Local>> known = layouts.liveAt(reader.frames());
    if (known.size() < reader.frames().size()) {
      throw FrameMismatchException.unknownPoint(reader.frames().get(known.size()));
    }
    for (StoredFrame frame : reader.frames()) {
      List<Local> wanted = known.get(frames.size());
      frames.add(new FrameImage(frame.method(), frame.point(), wanted, reader.read(frame, wanted)));
    }
    return frames;
  }

  /**
   * Returns a reader of the locals that are asked for.
   *
   * @throws UnreadableValueException if this is no frame document, or of a later format
   */
  public FrameReader reader(Payload stored) {
    return new FrameReader(values, parsed(stored));
  }
}

package dev.everstep.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.everstep.ErrorCode;
import dev.everstep.UnreadableValueException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a stack of frames as one JSON document in which sharing is kept. Thread-safe.
 */
public final class FrameCodec {
  private final ValueCodec values;
  private final JsonMapper mapper = new JsonMapper();

  /** Creates a codec for the same types as {@code values}. */
  public FrameCodec(ValueCodec values) {
    this.values = values;
  }

  /**
   * Returns a frame stack as JSON, the outermost frame first.
   *
   * @throws dev.everstep.UnstorableValueException if a local would not come back as it is
   */
  public Payload write(List<FrameImage> frames) {
    ArrayNode root = mapper.createArrayNode();
    for (FrameImage frame : frames) {
      ObjectNode node = root.addObject().put("method", frame.method()).put("point", frame.point());
      ArrayNode locals = node.putArray("locals");
      for (int i = 0; i < frame.locals().size(); i++) {
        Local local = frame.locals().get(i);
        ObjectNode one =
            locals.addObject().put("name", local.name()).put("type", local.type().getTypeName());
        one.set("value", tree(values.write(frame.values().get(i), local.type(), local.name())));
      }
    }
    return Payload.utf8(root.toString());
  }

  /**
   * Returns what is stored, without knowledge of types.
   *
   * @throws UnreadableValueException if this is no frame document
   */
  public List<StoredFrame> parse(Payload stored) {
    List<StoredFrame> frames = new ArrayList<>();
    for (JsonNode frame : tree(stored)) {
      List<StoredFrame.StoredLocal> locals = new ArrayList<>();
      for (JsonNode local : frame.get("locals")) {
        locals.add(
            new StoredFrame.StoredLocal(
                local.get("name").asText(),
                local.get("type").asText(),
                Payload.utf8(local.get("value").toString())));
      }
      frames.add(
          new StoredFrame(frame.get("method").asText(), frame.get("point").asText(), locals));
    }
    return frames;
  }

  /**
   * Returns the frames with the locals that the code at hand wants.
   *
   * @throws FrameMismatchException if the code does not know a method or point, or wants a local
   *     that is not stored there or is stored as something else
   */
  public List<FrameImage> read(Payload stored, FrameLayouts layouts) {
    List<FrameImage> frames = new ArrayList<>();
    for (StoredFrame frame : parse(stored)) {
      List<Local> wanted = layouts.liveAt(frame.method(), frame.point());
      if (wanted == null) {
        throw new FrameMismatchException(
            ErrorCode.ES407, frame.method(), frame.point(), null, "unknown point.", null);
      }
      List<@Nullable Object> found = new ArrayList<>();
      for (Local local : wanted) {
        StoredFrame.StoredLocal match =
            frame.locals().stream()
                .filter(one -> one.name().equals(local.name()))
                .findFirst()
                .orElseThrow(
                    () ->
                        new FrameMismatchException(
                            ErrorCode.ES407,
                            frame.method(),
                            frame.point(),
                            local.name(),
                            "missing local.",
                            null));
        found.add(values.read(match.value(), local.type()));
      }
      frames.add(new FrameImage(frame.method(), frame.point(), wanted, found));
    }
    return frames;
  }

  private JsonNode tree(Payload json) {
    try {
      return mapper.readTree(json.array());
    } catch (IOException e) {
      throw new UnreadableValueException(
          ErrorCode.ES406, "frames", "frames", String.valueOf(e.getMessage()), e);
    }
  }
}

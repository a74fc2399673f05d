package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stored form of a frame stack, taken apart without knowledge of types: values stay the bytes
 * they are.
 *
 * <pre>{@code
 * {"format": 1,
 *  "frames": [
 *   {"method": "run", "point": "step:Articles.fetch", "locals": [
 *     {"name": "url", "type": "String", "value": "https://example.org"},
 *     {"name": "seen", "type": "List<String>", "value": {"@ref": 0}}]}],
 *  "shared": [["a", "b"]]}
 * }</pre>
 *
 * @param frames the frames, the outermost first
 * @param shared the JSON of the objects that the frames hold at more than one place
 */
record FrameDocument(List<StoredFrame> frames, List<Payload> shared) {
  /** The format that is written. */
  static final int FORMAT = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  FrameDocument {
    frames = List.copyOf(frames);
    shared = List.copyOf(shared);
  }

  /**
   * Takes a document apart.
   *
   * @throws IOException if this is no such document
   */
  static FrameDocument parse(Payload stored) throws IOException {
    byte[] bytes = stored.array();
    List<StoredFrame> frames = new ArrayList<>();
    List<Payload> shared = new ArrayList<>();
    try (JsonParser in = FACTORY.createParser(bytes)) {
      expect(in.nextToken() == JsonToken.START_OBJECT, "not an object");
      expect("format".equals(in.nextFieldName()), "no format number");
      int format = in.nextIntValue(0);
      expect(format == FORMAT, "format=" + format + ", known=" + FORMAT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        expect(in.nextToken() == JsonToken.START_ARRAY, name + " is not an array");
        while (in.nextToken() != JsonToken.END_ARRAY) {
          if (name.equals("frames")) {
            frames.add(frame(in, bytes));
          } else {
            shared.add(slice(in, bytes));
          }
        }
      }
    }
    return new FrameDocument(frames, shared);
  }

  private static StoredFrame frame(JsonParser in, byte[] bytes) throws IOException {
    String method = null;
    String point = null;
    List<StoredFrame.StoredLocal> locals = new ArrayList<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      switch (in.currentName()) {
        case "method" -> method = in.nextTextValue();
        case "point" -> point = in.nextTextValue();
        default -> {
          in.nextToken();
          while (in.nextToken() == JsonToken.START_OBJECT) {
            locals.add(local(in, bytes));
          }
        }
      }
    }
    expect(method != null && point != null, "a frame without method or point");
    return new StoredFrame(String.valueOf(method), String.valueOf(point), locals);
  }

  private static StoredFrame.StoredLocal local(JsonParser in, byte[] bytes) throws IOException {
    String name = null;
    String type = null;
    Payload value = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      switch (in.currentName()) {
        case "name" -> name = in.nextTextValue();
        case "type" -> type = in.nextTextValue();
        default -> {
          in.nextToken();
          value = slice(in, bytes);
        }
      }
    }
    if (name == null || type == null || value == null) {
      throw new IOException("a local without name, type or value");
    }
    return new StoredFrame.StoredLocal(name, type, value);
  }

  private static Payload slice(JsonParser in, byte[] bytes) throws IOException {
    int from = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    in.finishToken();
    return Payload.wrap(
        Arrays.copyOfRange(bytes, from, (int) in.currentLocation().getByteOffset()));
  }

  private static void expect(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException("not a frame document: " + otherwise);
    }
  }
}

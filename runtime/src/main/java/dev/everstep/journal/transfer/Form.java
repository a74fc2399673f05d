package dev.everstep.journal.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payload as a member of a line; see the package's page for its three forms. */
final class Form {
  private static final String TEXT = "Text";
  private static final String BYTES = "Bytes";
  private static final String IN_FULL = "Json";

  /** Every whole number up to this one is a double. */
  private static final long EXACT_MAX = 1L << 53;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Form() {}

  /**
   * Writes a payload.
   *
   * @param inFull what it stands for, to be written beside it; null for nothing
   */
  static void write(JsonGenerator out, String name, Payload payload, @Nullable Payload inFull)
      throws IOException {
    if (isPlain(payload.array())) {
      RawJson.raw(out, name, payload);
    } else if (isText(payload)) {
      out.writeStringField(name + TEXT, payload.utf8());
    } else {
      out.writeBinaryField(name + BYTES, payload.array());
    }
    if (inFull != null && isPlain(inFull.array())) {
      RawJson.raw(out, name + IN_FULL, inFull);
    } else if (inFull != null) {
      out.writeStringField(name + IN_FULL + TEXT, inFull.utf8());
    }
  }

  /**
   * Returns the payload that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if there is none, or it is not of its form
   */
  static Payload read(Map<String, Payload> line, String name) {
    Payload plain = line.get(name);
    Payload text = line.get(name + TEXT);
    Payload bytes = line.get(name + BYTES);
    if (plain != null && text == null && bytes == null) {
      return plain;
    } else if (text != null && plain == null && bytes == null) {
      return Payload.utf8(Line.text(name + TEXT, text));
    } else if (bytes != null && plain == null && text == null) {
      return Payload.wrap(Base64.getDecoder().decode(Line.text(name + BYTES, bytes)));
    }
    throw new IllegalArgumentException(
        "expected one of " + name + ", " + name + TEXT + " and " + name + BYTES);
  }

  /** Returns whether this is JSON that whoever reads and prints it leaves as it is. */
  private static boolean isPlain(byte[] json) {
    if (json.length == 0 || json[0] != '{' && json[0] != '[') {
      return false;
    }
    ByteArrayBuilder copy = new ByteArrayBuilder(json.length);
    try (JsonParser in = FACTORY.createParser(json);
        JsonGenerator out = FACTORY.createGenerator(copy)) {
      boolean ended = false;
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (ended || token == JsonToken.VALUE_NUMBER_INT && !isExact(in)) {
          return false;
        }
        out.copyCurrentEvent(in);
        ended = in.getParsingContext().inRoot();
      }
    } catch (IOException notJson) {
      return false;
    }
    return Arrays.equals(json, copy.toByteArray());
  }

  private static boolean isExact(JsonParser in) throws IOException {
    return in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && in.getLongValue() >= -EXACT_MAX
        && in.getLongValue() <= EXACT_MAX;
  }

  private static boolean isText(Payload payload) {
    return payload.length() > 0
        && payload.array()[0] >= ' '
        && Arrays.equals(payload.utf8().getBytes(StandardCharsets.UTF_8), payload.array());
  }
}

package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects whose members are handled as bytes: written as they are and found again as they
 * were, so that a number or a name in a user's value is never read and printed anew.
 */
public final class RawJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private RawJson() {}

  /** Returns what reads numbers, names and texts of any length; Jackson's own has limits. */
  public static JsonFactory factory() {
    return FACTORY;
  }

  /** Writes the members of one object. */
  @FunctionalInterface
  public interface Members {
    /** Writes fields; the braces are there already. */
    void writeTo(JsonGenerator out) throws IOException;
  }

  /** Returns a JSON object. */
  public static Payload object(Members members) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(256);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      members.writeTo(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Payload.wrap(bytes.toByteArray());
  }

  /** Writes a member whose value is JSON already. */
  public static void raw(JsonGenerator out, String name, Payload json) throws IOException {
    out.writeFieldName(name);
    out.writeRawValue(new RawValue(json.array()));
  }

  /**
   * Returns the members of an object in their order, each with its bytes.
   *
   * @throws IllegalArgumentException if this is not one JSON object
   */
  public static Map<String, Payload> members(Payload json) {
    byte[] bytes = json.array();
    Map<String, Payload> members = new LinkedHashMap<>();
    try (JsonParser in = FACTORY.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object: " + excerpt(json));
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        members.put(name, slice(in, bytes));
      }
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("more than one JSON object: " + excerpt(json));
      }
      return members;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON object: " + excerpt(json), e);
    }
  }

  /**
   * Returns the elements of an array in their order, each with its bytes.
   *
   * @throws IllegalArgumentException if this is not one JSON array
   */
  public static List<Payload> elements(Payload json) {
    byte[] bytes = json.array();
    List<Payload> elements = new ArrayList<>();
    try (JsonParser in = FACTORY.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw new IllegalArgumentException("not a JSON array: " + excerpt(json));
      }
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(slice(in, bytes));
      }
      return elements;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON array: " + excerpt(json), e);
    }
  }

  private static Payload slice(JsonParser in, byte[] bytes) throws IOException {
    int from = (int) in.currentTokenLocation().getByteOffset();
    in.skipChildren();
    in.finishToken();
    int to = (int) in.currentLocation().getByteOffset();
    return Payload.wrap(Arrays.copyOfRange(bytes, from, to));
  }

  /** Returns an array of elements. */
  public static Payload array(List<Payload> elements) {
    return Payload.utf8(
        elements.stream().map(Payload::utf8).collect(Collectors.joining(",", "[", "]")));
  }

  /** Returns the text of a JSON string; null for null and for JSON's null. */
  public static @Nullable String text(@Nullable Payload json) {
    if (json == null) {
      return null;
    }
    try (JsonParser in = FACTORY.createParser(json.array())) {
      return in.nextToken() == JsonToken.VALUE_NULL ? null : in.getText();
    } catch (IOException e) {
      throw new IllegalArgumentException("not a JSON string: " + excerpt(json), e);
    }
  }

  private static String excerpt(Payload json) {
    String text = json.utf8();
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}

package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserSequence;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shared objects of one document while it is read. Confined to one thread. */
final class FrameReading {
  private final List<Payload> table;
  private final List<List<Read>> read = new ArrayList<>();

  /** Begins to read; {@code table} has the JSON of the shared objects. */
  FrameReading(List<Payload> table) {
    this.table = table;
    table.forEach(one -> read.add(new ArrayList<>()));
  }

  /** A shared object, as it was read for a declared type. */
  private record Read(JavaType type, Object value) {}

  /** Reads an object's JSON from where the parser stands. */
  @FunctionalInterface
  interface Body {
    @Nullable Object readFrom(JsonParser in) throws IOException;
  }

  /**
   * Reads an object that may be a reference, or have its class named.
   *
   * @param takesMembers whether {@code body} can begin behind the opening brace
   */
  @Nullable Object read(
      JsonParser in, DeserializationContext context, JavaType type, boolean takesMembers, Body body)
      throws IOException {
    if (!in.hasToken(JsonToken.START_OBJECT)) {
      return body.readFrom(in);
    }
    String first = in.nextFieldName();
    if (Marks.REFERENCE.equals(first)) {
      int index = in.nextIntValue(-1);
      in.nextToken();
      return shared(index, context, type, takesMembers, body);
    } else if (Marks.CLASS.equals(first)) {
      String name = in.nextTextValue();
      in.nextToken();
      in.nextToken();
      Object content = body.readFrom(in);
      in.nextToken();
      try {
        return Containers.restore(String.valueOf(name), Objects.requireNonNull(content), type);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(type, "%s", e.getMessage());
      }
    } else if (takesMembers) {
      return body.readFrom(in);
    }
    return body.readFrom(fromBrace(in, context));
  }

  private @Nullable Object shared(
      int index, DeserializationContext context, JavaType type, boolean takesMembers, Body body)
      throws IOException {
    if (index < 0 || index >= read.size()) {
      return context.reportInputMismatch(type, "no shared object with index %d", index);
    }
    Object found = null;
    for (Read one : read.get(index)) {
      if (found == null && !areApart(type, one.type())) {
        found = one.value();
      }
    }
    if (found == null) {
      try (JsonParser in =
          context.getParser().getCodec().getFactory().createParser(table.get(index).array())) {
        in.setCodec(context.getParser().getCodec());
        in.nextToken();
        found = read(in, context, type, takesMembers, body);
      }
      if (found != null) {
        read.get(index).add(new Read(type, found));
      }
    }
    if (found != null && !type.getRawClass().isInstance(found)) {
      return context.reportInputMismatch(
          type, "the shared object with index %d is %s", index, found.getClass().getName());
    }
    return found;
  }

  /**
   * Returns whether no object can be of both types. Earlier code held one in two places; code that
   * declares them so holds two.
   */
  private static boolean areApart(JavaType one, JavaType other) {
    Class<?> a = one.getRawClass();
    Class<?> b = other.getRawClass();
    if (a.isArray() != b.isArray()) {
      return a != Object.class && b != Object.class;
    }
    return isApart(one.getContentType(), other.getContentType())
        || isApart(one.getKeyType(), other.getKeyType());
  }

  private static boolean isApart(@Nullable JavaType one, @Nullable JavaType other) {
    return one != null
        && other != null
        && !one.getRawClass().isAssignableFrom(other.getRawClass())
        && !other.getRawClass().isAssignableFrom(one.getRawClass());
  }

  private static JsonParser fromBrace(JsonParser in, DeserializationContext context)
      throws IOException {
    TokenBuffer opening = context.bufferForInputBuffering(in);
    opening.writeStartObject();
    if (in.hasToken(JsonToken.FIELD_NAME)) {
      opening.writeFieldName(in.currentName());
    } else {
      opening.writeEndObject();
    }
    JsonParser sequence =
        in.hasToken(JsonToken.FIELD_NAME)
            ? JsonParserSequence.createFlattened(false, opening.asParser(in), in)
            : opening.asParser(in);
    sequence.nextToken();
    return sequence;
  }
}

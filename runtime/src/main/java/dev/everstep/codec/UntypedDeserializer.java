package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is declared as {@code Object} in a frame, with references and container classes at
 * every depth; Jackson's own untyped reading looks for neither.
 */
final class UntypedDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  private final JavaType type;

  UntypedDeserializer(JsonDeserializer<?> delegate, JavaType type) {
    super(delegate);
    this.type = type;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
    return new UntypedDeserializer(delegate, type);
  }

  @Override
  public @Nullable Object deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    FrameReading frame = (FrameReading) context.getAttribute(FrameReading.class);
    return frame == null
        ? _delegatee.deserialize(in, context)
        : frame.read(in, context, type, true, inner -> content(inner, context));
  }

  private @Nullable Object content(JsonParser in, DeserializationContext context)
      throws IOException {
    if (in.hasToken(JsonToken.VALUE_NULL)) {
      return null;
    } else if (in.hasToken(JsonToken.START_ARRAY)) {
      List<@Nullable Object> list = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        list.add(in.hasToken(JsonToken.VALUE_NULL) ? null : deserialize(in, context));
      }
      return list;
    } else if (in.hasToken(JsonToken.FIELD_NAME)
        || in.hasToken(JsonToken.START_OBJECT)
        || in.hasToken(JsonToken.END_OBJECT)) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      String name =
          in.hasToken(JsonToken.START_OBJECT)
              ? in.nextFieldName()
              : in.hasToken(JsonToken.FIELD_NAME) ? in.currentName() : null;
      for (; name != null; name = in.nextFieldName()) {
        in.nextToken();
        map.put(name, in.hasToken(JsonToken.VALUE_NULL) ? null : deserialize(in, context));
      }
      return map;
    }
    return _delegatee.deserialize(in, context);
  }
}

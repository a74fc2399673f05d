package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.MapDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link FrameReading} see each object that may have been written as a reference or with its
 * class; without one, reads as Jackson would. Immutable, as Jackson wants it.
 */
final class SharingDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  private final JavaType type;
  private final boolean takesMembers;

  SharingDeserializer(JsonDeserializer<?> delegate, JavaType type) {
    super(delegate);
    this.type = type;
    this.takesMembers =
        delegate instanceof BeanDeserializerBase
            || delegate instanceof MapDeserializer
            || delegate instanceof AbstractDeserializer;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
    return new SharingDeserializer(delegate, type);
  }

  // The type of the property may be narrower than the one that the deserializer was made for.
  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    JavaType contextual = context.getContextualType();
    JavaType narrow = contextual == null ? type : contextual;
    JsonDeserializer<?> delegate =
        context.handleSecondaryContextualization(_delegatee, property, narrow);
    return delegate == _delegatee && narrow.equals(type)
        ? this
        : new SharingDeserializer(delegate, narrow);
  }

  @Override
  public @Nullable Object deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    FrameReading frame = (FrameReading) context.getAttribute(FrameReading.class);
    return frame == null
        ? _delegatee.deserialize(in, context)
        : frame.read(
            in, context, type, takesMembers, inner -> _delegatee.deserialize(inner, context));
  }

  @Override
  public @Nullable Object deserializeWithType(
      JsonParser in, DeserializationContext context, TypeDeserializer typeReader)
      throws IOException {
    FrameReading frame = (FrameReading) context.getAttribute(FrameReading.class);
    return frame == null
        ? _delegatee.deserializeWithType(in, context, typeReader)
        : frame.read(
            in,
            context,
            type,
            takesMembers,
            inner -> _delegatee.deserializeWithType(inner, context, typeReader));
  }
}

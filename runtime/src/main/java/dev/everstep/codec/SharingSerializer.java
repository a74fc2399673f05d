package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link FrameWriting} see each object that has an identity; without one, writes as Jackson
 * would. Immutable, as Jackson wants it.
 */
final class SharingSerializer extends JsonSerializer<Object>
    implements ContextualSerializer, ResolvableSerializer {
  private final JsonSerializer<Object> delegate;

  SharingSerializer(JsonSerializer<Object> delegate) {
    this.delegate = delegate;
  }

  @Override
  public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    FrameWriting frame = (FrameWriting) provider.getAttribute(FrameWriting.class);
    if (frame == null) {
      refuseComparator(value, out);
      delegate.serialize(value, out, provider);
    } else {
      frame.write(value, out, inner -> delegate.serialize(value, inner, provider));
    }
  }

  @Override
  public void serializeWithType(
      Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    FrameWriting frame = (FrameWriting) provider.getAttribute(FrameWriting.class);
    if (frame == null) {
      refuseComparator(value, out);
      delegate.serializeWithType(value, out, provider, type);
    } else {
      frame.write(value, out, inner -> delegate.serializeWithType(value, inner, provider, type));
    }
  }

  private static void refuseComparator(Object value, JsonGenerator out) throws IOException {
    if (Containers.hasComparator(value)) {
      throw new FrameWriting.Refusal(out, FrameWriting.Refusal.Why.COMPARATOR, value);
    }
  }

  @Override
  public JsonSerializer<?> createContextual(
      SerializerProvider provider, @Nullable BeanProperty property) throws JsonMappingException {
    JsonSerializer<?> contextual = provider.handleSecondaryContextualization(delegate, property);
    return contextual == delegate ? this : wrap(contextual);
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    if (delegate instanceof ResolvableSerializer resolvable) {
      resolvable.resolve(provider);
    }
  }

  @Override
  public JsonSerializer<Object> unwrappingSerializer(NameTransformer names) {
    // An unwrapped bean has no JSON value of its own that a reference could stand for.
    return delegate.unwrappingSerializer(names);
  }

  @Override
  public boolean isUnwrappingSerializer() {
    return delegate.isUnwrappingSerializer();
  }

  @Override
  public JsonSerializer<?> withFilterId(Object filterId) {
    return wrap(delegate.withFilterId(filterId));
  }

  @Override
  public Class<Object> handledType() {
    return delegate.handledType();
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Object value) {
    return delegate.isEmpty(provider, value);
  }

  @Override
  public boolean usesObjectId() {
    return delegate.usesObjectId();
  }

  @Override
  public JsonSerializer<?> getDelegatee() {
    return delegate;
  }

  @Override
  public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
      throws JsonMappingException {
    delegate.acceptJsonFormatVisitor(visitor, type);
  }

  @SuppressWarnings("unchecked") // a serializer gets the values that its type stands for
  private static SharingSerializer wrap(JsonSerializer<?> delegate) {
    return new SharingSerializer((JsonSerializer<Object>) delegate);
  }
}

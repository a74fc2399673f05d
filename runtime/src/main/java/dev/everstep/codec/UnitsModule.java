package dev.everstep.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.EnumDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads no number as a time or an enum's constant: they are stored as text, so a number is what
 * earlier code held in their place, and nobody knows in which unit, or in which order. An
 * annotation that asks for numbers is followed.
 */
final class UnitsModule extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> TIMES =
      Set.of(
          Instant.class,
          OffsetDateTime.class,
          ZonedDateTime.class,
          LocalDate.class,
          Duration.class);

  UnitsModule() {
    super("everstep-units");
    setDeserializerModifier(new Readers());
  }

  private static final class Readers extends BeanDeserializerModifier {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
      return TIMES.contains(type.getBeanClass()) ? new TextOnly(deserializer) : deserializer;
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      boolean isText =
          deserializer instanceof EnumDeserializer
              && description.findJsonValueAccessor() == null
              && !asksForNumbers(description.findExpectedFormat());
      return isText ? new TextOnly(deserializer) : deserializer;
    }
  }

  /** Jackson writes the place of a constant for an array, too. */
  private static boolean asksForNumbers(JsonFormat.@Nullable Value format) {
    return format != null
        && (format.getShape().isNumeric() || format.getShape() == JsonFormat.Shape.ARRAY);
  }

  private static final class TextOnly extends DelegatingDeserializer {
    @Serial private static final long serialVersionUID = 1L;

    TextOnly(JsonDeserializer<?> delegate) {
      super(delegate);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
      return new TextOnly(delegate);
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property)
        throws JsonMappingException {
      JsonFormat.Value format = findFormatOverrides(context, property, handledType());
      JsonDeserializer<?> delegate =
          context.handleSecondaryContextualization(
              _delegatee, property, context.constructType(handledType()));
      return asksForNumbers(format) ? delegate : new TextOnly(delegate);
    }

    @Override
    public @Nullable Object deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (in.currentToken().isNumeric()) {
        return context.reportInputMismatch(
            handledType(), "a number is no %s", handledType().getSimpleName());
      }
      return super.deserialize(in, context);
    }
  }
}

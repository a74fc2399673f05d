package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Writes an exception inside a value as {@link FailureCodec} does; refuses what it cannot keep. */
final class ThrowableModule extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  private final transient FailureCodec failures;

  ThrowableModule(FailureCodec failures) {
    super("everstep-throwable");
    this.failures = failures;
    addSerializer(new Writer(failures));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public @Nullable JsonDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription description) {
            return type.isTypeOrSubTypeOf(Throwable.class) ? new Reader(type, failures) : null;
          }
        });
  }

  private static final class Writer extends StdSerializer<Throwable> {
    @Serial private static final long serialVersionUID = 1L;

    private final transient FailureCodec failures;

    Writer(FailureCodec failures) {
      super(Throwable.class);
      this.failures = failures;
    }

    @Override
    public void serialize(Throwable value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      Payload stored = failures.write(value);
      if (failures.read(stored).getClass() != value.getClass()) {
        throw JsonMappingException.from(
            out,
            "the exception "
                + value.getClass().getName()
                + " cannot be serialised and rebuilt with all of its fields and causes");
      }
      out.writeRawValue(stored.utf8());
    }
  }

  private static final class Reader extends StdDeserializer<Throwable> {
    @Serial private static final long serialVersionUID = 1L;

    private final transient FailureCodec failures;

    Reader(JavaType type, FailureCodec failures) {
      super(type);
      this.failures = failures;
    }

    @Override
    public Throwable deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode stored = context.readTree(in);
      if (!stored.hasNonNull("type")) {
        return (Throwable) context.reportInputMismatch(this, "not an exception");
      }
      Throwable read = failures.read(Payload.utf8(stored.toString()));
      if (!handledType().isInstance(read)) {
        return (Throwable)
            context.reportInputMismatch(this, "the exception is %s", read.getClass().getName());
      }
      return read;
    }
  }
}

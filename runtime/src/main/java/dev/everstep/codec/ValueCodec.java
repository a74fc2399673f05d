package dev.everstep.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads single values by their declared type. Thread-safe. */
public final class ValueCodec {
  private final JsonMapper mapper;

  /** Creates a codec with the standard modules. */
  public ValueCodec() {
    this(JsonMapper.builder().build());
  }

  /**
   * Creates a codec that also knows the modules of a user's mapper.
   *
   * @param userMapper copied, not changed
   */
  public ValueCodec(JsonMapper userMapper) {
    this.mapper =
        userMapper
            .rebuild()
            .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();
  }

  /**
   * Returns a value as JSON.
   *
   * @param type the declared type; {@code void.class} gives JSON null
   * @throws UnstorableValueException if it would not come back as the same value
   */
  public Payload write(@Nullable Object value, Type type) {
    return write(value, type, "value");
  }

  /** Returns a value as JSON; {@code label} names it in errors, as the root of the path. */
  public Payload write(@Nullable Object value, Type type, String label) {
    try {
      if (type == void.class || type == Void.class) {
        return Payload.utf8("null");
      }
      return Payload.wrap(mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new UnstorableValueException(
          ErrorCode.ES401, type.getTypeName(), label, e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns the value that JSON stands for.
   *
   * @throws UnreadableValueException if the JSON does not fit the type
   */
  public @Nullable Object read(Payload json, Type type) {
    try {
      if (type == void.class || type == Void.class) {
        return null;
      }
      return mapper.readerFor(mapper.constructType(type)).readValue(json.array());
    } catch (IOException e) {
      throw new UnreadableValueException(
          ErrorCode.ES406, type.getTypeName(), "value", String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns a deep copy: what {@link #read} gives for what {@link #write} wrote. */
  public @Nullable Object copy(@Nullable Object value, Type type) {
    return read(write(value, type), type);
  }

  /** Returns arguments as a JSON array, by position. */
  public Payload writeArguments(@Nullable Object[] args, List<Type> types) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(write(args[i], types.get(i), "argument[" + i + "]").array());
    }
    out.write(']');
    return Payload.wrap(out.toByteArray());
  }

  /** Returns the arguments that {@link #writeArguments} wrote. */
  public @Nullable Object[] readArguments(Payload json, List<Type> types) {
    try (JsonParser in = mapper.createParser(json.array())) {
      in.nextToken();
      @Nullable Object[] args = new @Nullable Object[types.size()];
      for (int i = 0; i < args.length; i++) {
        if (in.nextToken() == JsonToken.END_ARRAY) {
          throw new UnreadableValueException(
              ErrorCode.ES406,
              types.toString(),
              "argument[" + i + "]",
              "too few arguments are stored: found=" + i + ", wanted=" + args.length + ".",
              null);
        }
        args[i] = mapper.readerFor(mapper.constructType(types.get(i))).readValue(in);
      }
      return args;
    } catch (IOException e) {
      throw new UnreadableValueException(
          ErrorCode.ES406, types.toString(), "arguments", String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Returns the arguments that a person typed as JSON: an array of all arguments, an object by
   * parameter names, or the bare value if there is one parameter.
   *
   * @throws InvalidInputException if the text is not JSON or does not fit the parameters
   */
  public @Nullable Object[] readInput(String userJson, List<Local> parameters) {
    try {
      if (parameters.size() == 1) {
        return new @Nullable Object[] {
          mapper.readerFor(mapper.constructType(parameters.get(0).type())).readValue(userJson)
        };
      }
      return readArguments(Payload.utf8(userJson), parameters.stream().map(Local::type).toList());
    } catch (IOException e) {
      throw new InvalidInputException(ErrorCode.ES409, String.valueOf(e.getMessage()), e);
    }
  }
}

package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.Limits;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads single values by their declared type. Thread-safe.
 *
 * <p>A value that is written comes back with the same content, or is refused before anything is
 * stored: apart from types that are known to be kept, such as {@code String} and {@code
 * List<Long>}, each value is read back and compared. What counts as the same is on the page {@code
 * docs/values.md}.
 */
public final class ValueCodec {
  private static final SizeLimit VALUE = SizeLimit.stepOutput(Limits.defaults());
  private static final SizeLimit ARGUMENTS = SizeLimit.stepInput(Limits.defaults());
  private static final Payload NULL = Payload.utf8("null");

  private final JsonMapper mapper;
  private final UserInput input;
  private final boolean standard;
  private final Map<Type, TypePlan> plans = new ConcurrentHashMap<>();

  /** Creates a codec with the standard modules. */
  public ValueCodec() {
    this(JsonMapper.builder().build(), true);
  }

  /**
   * Creates a codec that also knows the modules of a user's mapper. Since these can change how any
   * type is written, no type is taken to be kept without a look.
   *
   * @param userMapper copied, not changed
   */
  public ValueCodec(JsonMapper userMapper) {
    this(userMapper, false);
  }

  private ValueCodec(JsonMapper userMapper, boolean standard) {
    this.mapper = Mappers.stored(userMapper, new FailureCodec());
    this.input = new UserInput(Mappers.strict(mapper));
    this.standard = standard;
  }

  /**
   * Returns a value as JSON, within the default limit of a step's result.
   *
   * @param type the declared type; {@code void.class} gives JSON null
   * @throws UnstorableValueException if it would not come back as the same value
   */
  public Payload write(@Nullable Object value, Type type) {
    return write(value, type, "value");
  }

  /** Returns a value as JSON as {@link #write(Object, Type)}; {@code label} names it in errors. */
  public Payload write(@Nullable Object value, Type type, String label) {
    return write(value, type, label, VALUE);
  }

  /**
   * Returns a value as JSON.
   *
   * @param type the declared type; {@code void.class} gives JSON null
   * @param label names the value in errors, as the root of the path
   * @throws UnstorableValueException ES405 if it is above the limit, which shows while it is
   *     written; else if it would not come back as the same value
   */
  public Payload write(@Nullable Object value, Type type, String label, SizeLimit limit) {
    if (value == null || type == void.class || type == Void.class) {
      return written(NULL, value, type, label);
    }
    TypePlan plan = plan(type);
    BoundedBytes out = new BoundedBytes(limit.bytes());
    try {
      plan.writer().writeValue((OutputStream) out, value);
    } catch (BoundedBytes.TooLarge e) {
      throw Refusals.tooLarge(label, type, limit);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw Refusals.of(cycleOr(e, value, plan), label, type);
    }
    Payload json = Payload.wrap(out.toByteArray());
    return plan.closed() ? json : written(json, value, type, label);
  }

  // Null may come back as something else: Jackson reads it as Optional.empty, for instance.
  private Payload written(Payload json, @Nullable Object value, Type type, String label) {
    if (type == void.class || type == Void.class) {
      return json;
    }
    TypePlan plan = plan(type);
    if (value == null
        && (plan.type().isPrimitive() || plan.closed() && !plan.type().isReferenceType())) {
      return json;
    }
    Object copy;
    try {
      copy = plan.reader().readValue(json.array());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw Refusals.of(e, label, type);
    }
    SameValue.Difference difference =
        new SameValue(mapper, false).between(value, copy, Paths.root(label));
    if (difference != null) {
      throw Refusals.changed(difference, label, type);
    }
    return json;
  }

  /** Returns the cycle in a value that nests too deep, if that is why. */
  private Throwable cycleOr(Throwable thrown, Object value, TypePlan plan) {
    if (thrown instanceof FrameWriting.Refusal) {
      return thrown;
    }
    try (JsonGenerator nowhere = mapper.createGenerator(OutputStream.nullOutputStream())) {
      plan.writer()
          .withAttribute(FrameWriting.class, new FrameWriting(mapper, Set.of()))
          .writeValue(nowhere, value);
    } catch (FrameWriting.Refusal refusal) {
      return refusal.why() == FrameWriting.Refusal.Why.CYCLE ? refusal : thrown;
    } catch (IOException | RuntimeException | StackOverflowError other) {
      return thrown;
    }
    return thrown;
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
      return plan(type).reader().readValue(json.array());
    } catch (IOException | RuntimeException e) {
      throw unreadable("value", type, e);
    }
  }

  /** Returns a deep copy: what {@link #read} gives for what {@link #write} wrote. */
  public @Nullable Object copy(@Nullable Object value, Type type) {
    return read(write(value, type), type);
  }

  /** Returns arguments as a JSON array, within the default limit of a step's arguments. */
  public Payload writeArguments(@Nullable Object[] args, List<Type> types) {
    return writeArguments(args, types, ARGUMENTS);
  }

  /**
   * Returns arguments as a JSON array, by position.
   *
   * @param limit of all together
   * @throws UnstorableValueException ES405 if they are above the limit; else if one of them would
   *     not come back as the same value
   */
  public Payload writeArguments(@Nullable Object[] args, List<Type> types, SizeLimit limit) {
    BoundedBytes out = new BoundedBytes(limit.bytes());
    try {
      out.write('[');
      for (int i = 0; i < args.length; i++) {
        if (i > 0) {
          out.write(',');
        }
        byte[] json = write(args[i], types.get(i), "argument[" + i + "]", limit).array();
        out.write(json, 0, json.length);
      }
      out.write(']');
    } catch (BoundedBytes.TooLarge e) {
      throw Refusals.tooLarge("arguments", Object[].class, limit);
    }
    return Payload.wrap(out.toByteArray());
  }

  /**
   * Returns the arguments that {@link #writeArguments} wrote.
   *
   * @throws UnreadableValueException if there are fewer or more than types, or one does not fit
   */
  public @Nullable Object[] readArguments(Payload json, List<Type> types) {
    @Nullable Object[] args = new @Nullable Object[types.size()];
    int found = 0;
    try (JsonParser in = mapper.createParser(json.array())) {
      in.nextToken();
      for (; in.nextToken() != JsonToken.END_ARRAY; found++) {
        if (found < args.length) {
          args[found] = plan(types.get(found)).reader().readValue(in);
        } else {
          in.skipChildren();
        }
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(
          "argument[" + found + "]", found < args.length ? types.get(found) : Object.class, e);
    }
    if (found != args.length) {
      throw new UnreadableValueException(
          ErrorCode.ES406,
          types.toString(),
          "arguments",
          "the number of stored arguments does not fit: found="
              + found
              + ", wanted="
              + args.length
              + ". Deploy code with the parameters that were stored.",
          null);
    }
    return args;
  }

  /**
   * Returns the arguments that a person typed as JSON: an array of all arguments, an object by
   * parameter names, or the bare value if there is one parameter.
   *
   * @throws InvalidInputException if the text is not JSON or does not fit the parameters
   */
  public @Nullable Object[] readInput(String userJson, List<Local> parameters) {
    return input.read(userJson, parameters);
  }

  JsonMapper mapper() {
    return mapper;
  }

  TypePlan plan(Type type) {
    TypePlan known = plans.get(type);
    if (known != null) {
      return known;
    }
    JavaType javaType = mapper.constructType(type);
    ObjectWriter writer = mapper.writerFor(javaType);
    TypePlan made = TypePlan.of(javaType, writer, mapper.readerFor(javaType), standard);
    plans.putIfAbsent(type, made);
    return made;
  }

  private static UnreadableValueException unreadable(String root, Type type, Exception thrown) {
    String path = Paths.of(root, thrown);
    return new UnreadableValueException(
        ErrorCode.ES406,
        type.getTypeName(),
        path,
        "a stored value does not fit the code: path="
            + path
            + ", type="
            + type.getTypeName()
            + ". "
            + Refusals.sentence(Refusals.reason(thrown))
            + " Deploy code with a type that fits.",
        thrown);
  }
}

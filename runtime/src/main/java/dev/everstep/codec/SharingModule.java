package dev.everstep.codec;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Wraps what Jackson makes for objects with an identity: arrays, containers and beans. Records,
 * enums, exceptions and the JDK's value types have none that a program should ask for.
 */
final class SharingModule extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  SharingModule() {
    super("everstep-sharing");
    addAbstractTypeMapping(Set.class, LinkedHashSet.class); // Jackson's own choice has no order
    setSerializerModifier(new Writers());
    setDeserializerModifier(new Readers());
  }

  private static boolean hasIdentity(BeanDescription type) {
    Class<?> raw = type.getBeanClass();
    if (raw.isRecord()
        || Enum.class.isAssignableFrom(raw) // isEnum() is false of a constant with a body
        || raw.isPrimitive()
        || raw.getName().startsWith("java.")
        || Throwable.class.isAssignableFrom(raw)
        || JsonNode.class.isAssignableFrom(raw)) {
      return false;
    }
    // Wrapped on both sides or on none. What an annotation names is not offered for wrapping.
    JsonSerialize writes = type.getClassInfo().getAnnotation(JsonSerialize.class);
    JsonDeserialize reads = type.getClassInfo().getAnnotation(JsonDeserialize.class);
    return (writes == null || writes.using() == JsonSerializer.None.class)
        && (reads == null || reads.using() == JsonDeserializer.None.class);
  }

  private static final class Writers extends BeanSerializerModifier {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription type, JsonSerializer<?> serializer) {
      return hasIdentity(type) && !serializer.usesObjectId() ? wrap(serializer) : serializer;
    }

    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      return wrap(serializer);
    }

    @Override
    public JsonSerializer<?> modifyMapSerializer(
        SerializationConfig config,
        MapType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      return wrap(serializer);
    }

    @Override
    public JsonSerializer<?> modifyArraySerializer(
        SerializationConfig config,
        ArrayType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      return wrap(serializer);
    }

    @SuppressWarnings("unchecked") // a serializer gets the values that its type stands for
    private static JsonSerializer<?> wrap(JsonSerializer<?> serializer) {
      return serializer instanceof SharingSerializer
          ? serializer
          : new SharingSerializer((JsonSerializer<Object>) serializer);
    }
  }

  private static final class Readers extends BeanDeserializerModifier {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
      if (type.getBeanClass() == Object.class) {
        return new UntypedDeserializer(deserializer, type.getType());
      }
      return hasIdentity(type) ? wrap(deserializer, type.getType()) : deserializer;
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
        DeserializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return wrap(deserializer, type);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
        DeserializationConfig config,
        MapType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return wrap(deserializer, type);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
        DeserializationConfig config,
        ArrayType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return wrap(deserializer, type);
    }

    private static JsonDeserializer<?> wrap(JsonDeserializer<?> deserializer, JavaType type) {
      return deserializer instanceof SharingDeserializer
          ? deserializer
          : new SharingDeserializer(deserializer, type);
    }
  }
}

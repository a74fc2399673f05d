package dev.everstep.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** Sets Jackson up such that a stored value loses nothing. */
final class Mappers {
  /** How deep a value may nest; what is deeper is refused before Java's own stack overflows. */
  static final int DEPTH_MAX = 500;

  private Mappers() {}

  /**
   * Returns the mapper for what the journal holds. A property that it has and the class at hand
   * does not is passed over, so that a class can lose one.
   *
   * @param user copied, not changed
   */
  static JsonMapper stored(JsonMapper user, FailureCodec failures) {
    JsonMapper copy = user.copy();
    copy.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX + 20) // a frame stands around a value
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .setStreamWriteConstraints(
            StreamWriteConstraints.builder().maxNestingDepth(DEPTH_MAX).build());
    return copy.rebuild()
        .addModules(
            new JavaTimeModule().disable(JavaTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID),
            new Jdk8Module(),
            new ParameterNamesModule(),
            new ThrowableModule(failures),
            new UnitsModule(),
            new SharingModule())
        .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
            SerializationFeature.FLUSH_AFTER_WRITE_VALUE,
            SerializationFeature.CLOSE_CLOSEABLE,
            SerializationFeature.FAIL_ON_SELF_REFERENCES)
        .disable(
            DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
        .build();
  }

  /** Returns the mapper for what a person typed: what does not fit exactly is refused. */
  static JsonMapper strict(JsonMapper stored) {
    return stored
        .rebuild()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }
}

package dev.everstep.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads step graphs of format 1. A problem is told with the file and the place in it. */
final class GraphReader {
  private static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final String origin;

  private GraphReader(String origin) {
    this.origin = origin;
  }

  static StepGraph read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UnreadableGraphException(
          ErrorCode.ES630,
          file.toString(),
          "a step graph cannot be read: file=" + file + ", reason=" + e + ". Compile anew.",
          e);
    }
    return parse(text, file.toString());
  }

  static StepGraph parse(String text, String origin) {
    GraphReader reader = new GraphReader(origin);
    try {
      return reader.graph(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw reader.broken("it is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private UnreadableGraphException broken(String what, @Nullable Throwable cause) {
    return new UnreadableGraphException(
        ErrorCode.ES630,
        origin,
        "not a step graph: file="
            + origin
            + ", "
            + what
            + ". Restore the file from version control, or compile anew.",
        cause);
  }

  private StepGraph graph(JsonNode root) {
    if (!root.isObject()) {
      throw broken("it is not an object", null);
    }
    int format = number(root, "format", "");
    if (format != FORMAT) {
      throw new UnreadableGraphException(
          ErrorCode.ES631,
          origin,
          "a step graph has another format: file="
              + origin
              + ", format="
              + format
              + ", known="
              + FORMAT
              + ". Use the version of Everstep that wrote it, or a later one.",
          null);
    }
    String kind = text(root, "kind", "");
    if (!kind.equals("workflow") && !kind.equals("durable")) {
      throw broken("field=kind, found=" + kind + ", known=[workflow, durable]", null);
    }
    boolean isWorkflow = kind.equals("workflow");
    String className = text(root, "class", "");
    List<StepGraph.Method> methods = list(root, "methods", "", this::method);
    if (isWorkflow && methods.isEmpty()) {
      throw broken("field=methods is empty", null);
    }
    Map<String, StepGraph.Shape> types = new LinkedHashMap<>();
    root.path("types")
        .properties()
        .forEach(type -> types.put(type.getKey(), shape(type.getValue(), in("types", type))));
    return new StepGraph(
        origin,
        isWorkflow ? StepGraph.Kind.WORKFLOW : StepGraph.Kind.DURABLE,
        isWorkflow ? text(root, "workflow", "") : className,
        className,
        methods,
        types,
        root.has("migrations") ? list(root, "migrations", "", this::migration) : List.of());
  }

  private StepGraph.Migration migration(JsonNode from, String at) {
    return new StepGraph.Migration(
        text(from, "method", at),
        text(from, "from", at),
        text(from, "to", at),
        text(from, "by", at),
        from.path("chained").asBoolean(),
        list(from, "takes", at, this::value));
  }

  private static String in(String field, Map.Entry<String, JsonNode> entry) {
    return field + "[" + entry.getKey() + "].";
  }

  private StepGraph.Method method(JsonNode from, String at) {
    return new StepGraph.Method(
        text(from, "name", at),
        names(from, "former", at),
        names(from, "typeParameters", at),
        number(from, "line", at),
        list(from, "parameters", at, this::value),
        text(from, "result", at),
        list(from, "points", at, this::point),
        from.has("retired")
            ? list(from, "retired", at, (one, in) -> text(one, "id", in))
            : List.of());
  }

  private StepGraph.Point point(JsonNode from, String at) {
    JsonNode callee = from.get("callee");
    return new StepGraph.Point(
        text(from, "id", at),
        number(from, "index", at),
        text(from, "kind", at),
        number(from, "line", at),
        number(from, "column", at),
        optional(from, "function", at),
        from.has("arguments") ? list(from, "arguments", at, this::value) : List.of(),
        optional(from, "result", at),
        callee == null
            ? null
            : new StepGraph.Callee(
                text(callee, "class", at + "callee."), text(callee, "method", at + "callee.")),
        names(from, "typeArguments", at),
        optional(from, "made", at),
        optional(from, "way", at),
        list(from, "live", at, this::value),
        names(from, "next", at));
  }

  private StepGraph.Value value(JsonNode from, String at) {
    return new StepGraph.Value(
        text(from, "name", at),
        text(from, "type", at),
        optional(from, "made", at),
        names(from, "former", at));
  }

  private StepGraph.Shape shape(JsonNode from, String at) {
    return new StepGraph.Shape(
        text(from, "kind", at),
        names(from, "parameters", at),
        optional(from, "extends", at),
        names(from, "permits", at),
        from.has("subtypes") ? list(from, "subtypes", at, this::value) : List.of(),
        names(from, "constants", at),
        from.has("fields") ? list(from, "fields", at, this::value) : List.of());
  }

  private <T> List<T> list(
      JsonNode from, String field, String at, BiFunction<JsonNode, String, T> read) {
    JsonNode array = from.get(field);
    if (array == null || !array.isArray()) {
      throw broken("field=" + at + field + " is not an array", null);
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      all.add(read.apply(array.get(i), at + field + "[" + i + "]."));
    }
    return all;
  }

  private List<String> names(JsonNode from, String field, String at) {
    return from.has(field)
        ? list(
            from,
            field,
            at,
            (one, in) -> {
              if (!one.isTextual()) {
                throw broken("field=" + in + " is not a string", null);
              }
              return one.textValue();
            })
        : List.of();
  }

  private String text(JsonNode from, String field, String at) {
    JsonNode value = from.get(field);
    if (value == null || !value.isTextual()) {
      throw broken("field=" + at + field + " is not a string", null);
    }
    return value.textValue();
  }

  private @Nullable String optional(JsonNode from, String field, String at) {
    return from.has(field) ? text(from, field, at) : null;
  }

  private int number(JsonNode from, String field, String at) {
    JsonNode value = from.get(field);
    if (value == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
      throw broken("field=" + at + field + " is not a whole number", null);
    }
    return value.intValue();
  }
}

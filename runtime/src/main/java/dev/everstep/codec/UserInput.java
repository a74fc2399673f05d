package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the arguments that a person typed; says where the text is wrong. Thread-safe. */
final class UserInput {
  private static final String ROOT = "input";

  private final JsonMapper mapper;

  /** Creates a reader; {@code mapper} refuses what does not fit exactly. */
  UserInput(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Nullable Object[] read(String text, List<Local> parameters) {
    JsonToken first = check(text);
    if (parameters.size() == 1) {
      return new @Nullable Object[] {only(text, first, parameters.get(0))};
    } else if (first == JsonToken.START_ARRAY) {
      return byPosition(text, parameters);
    } else if (first == JsonToken.START_OBJECT) {
      return byName(text, parameters);
    }
    throw new InvalidInputException(
        ErrorCode.ES409,
        "the input is neither an array nor an object: "
            + wanted(parameters)
            + ". Give all arguments as an array, or an object by their names.");
  }

  /** Reads the one argument: bare, alone in an array, or by its name. */
  private @Nullable Object only(String text, JsonToken first, Local parameter) {
    try {
      return one(text, parameter, ROOT);
    } catch (InvalidInputException bare) {
      Map<String, String> members = first == JsonToken.START_OBJECT ? members(text) : Map.of();
      if (members.size() == 1 && members.containsKey(parameter.name())) {
        return one(members.get(parameter.name()), parameter, ROOT + "." + parameter.name());
      }
      List<String> elements = first == JsonToken.START_ARRAY ? elements(text) : List.of();
      JavaType type = mapper.constructType(parameter.type());
      if (first == JsonToken.START_ARRAY && elements.size() != 1 && !fitsArray(type)) {
        throw wrongNumber(elements.size(), List.of(parameter));
      }
      if (elements.size() == 1 && !fitsArray(type)) {
        return one(elements.get(0), parameter, ROOT + "[0]");
      } else if (elements.size() == 1) {
        try {
          return one(elements.get(0), parameter, ROOT + "[0]");
        } catch (InvalidInputException alsoUnfit) {
          throw bare;
        }
      }
      throw bare;
    }
  }

  private static boolean fitsArray(JavaType type) {
    return type.isCollectionLikeType() || type.isArrayType();
  }

  private @Nullable Object[] byPosition(String text, List<Local> parameters) {
    List<String> elements = elements(text);
    if (elements.size() != parameters.size()) {
      throw wrongNumber(elements.size(), parameters);
    }
    @Nullable Object[] arguments = new @Nullable Object[elements.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = one(elements.get(i), parameters.get(i), ROOT + "[" + i + "]");
    }
    return arguments;
  }

  private static InvalidInputException wrongNumber(int found, List<Local> parameters) {
    return new InvalidInputException(
        ErrorCode.ES409,
        "the number of arguments does not fit: found="
            + found
            + ", "
            + wanted(parameters)
            + ". Give one for each parameter.");
  }

  private @Nullable Object[] byName(String text, List<Local> parameters) {
    Map<String, String> members = members(text);
    List<String> names = parameters.stream().map(Local::name).toList();
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(members.keySet());
    List<String> unknown = new ArrayList<>(members.keySet());
    unknown.removeAll(names);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new InvalidInputException(
          ErrorCode.ES409,
          "the names of the arguments do not fit: missing="
              + missing
              + ", unknown="
              + unknown
              + ", "
              + wanted(parameters)
              + ". Give one for each parameter.");
    }
    @Nullable Object[] arguments = new @Nullable Object[names.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = one(members.get(names.get(i)), parameters.get(i), ROOT + "." + names.get(i));
    }
    return arguments;
  }

  private @Nullable Object one(@Nullable String json, Local parameter, String path) {
    try {
      return mapper.readerFor(mapper.constructType(parameter.type())).readValue(json);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          ErrorCode.ES409,
          "the input does not fit: path="
              + Paths.of(path, e)
              + ", parameter="
              + TypeNames.of(parameter.type())
              + " "
              + parameter.name()
              + ". "
              + Refusals.sentence(Refusals.reason(e))
              + " Correct the value.",
          e);
    }
  }

  /** Returns the first token of a text that is one JSON value and nothing else. */
  private JsonToken check(String text) {
    try (JsonParser in = mapper.createParser(text)) {
      JsonToken first = in.nextToken();
      if (first == null) {
        throw new InvalidInputException(
            ErrorCode.ES408, "the input is empty. Give JSON, such as [] or \"text\".");
      }
      in.skipChildren();
      in.finishToken();
      if (in.nextToken() != null) {
        throw malformed(text, in.currentTokenLocation(), "more text after the value");
      }
      return first;
    } catch (JsonProcessingException e) {
      throw malformed(text, e.getLocation(), Refusals.reason(e));
    } catch (IOException e) {
      throw new AssertionError("reads from memory", e);
    }
  }

  private static InvalidInputException malformed(
      String text, @Nullable JsonLocation location, String reason) {
    int line = location == null ? 1 : location.getLineNr();
    int column = location == null ? 1 : location.getColumnNr();
    List<String> lines = text.lines().toList();
    String excerpt = lines.isEmpty() ? "" : lines.get(Math.min(line, lines.size()) - 1);
    int caret = Math.max(0, Math.min(column - 1, excerpt.length()));
    int from = Math.max(0, caret - 50);
    return new InvalidInputException(
        ErrorCode.ES408,
        "the input is not JSON: line="
            + line
            + ", column="
            + column
            + ". "
            + Refusals.sentence(reason)
            + "\n  "
            + excerpt.substring(from, Math.min(excerpt.length(), from + 70)).replace('\t', ' ')
            + "\n  "
            + " ".repeat(caret - from)
            + "^\n  Write texts and names in double quotes; mind the quotes of your shell.");
  }

  private List<String> elements(String text) {
    List<String> elements = new ArrayList<>();
    try (JsonParser in = mapper.createParser(text)) {
      in.nextToken();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(slice(text, in));
      }
      return elements;
    } catch (IOException e) {
      throw new AssertionError("checked before", e);
    }
  }

  private static Map<String, String> members(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    RawJson.members(Payload.utf8(text)).forEach((name, json) -> members.put(name, json.utf8()));
    return members;
  }

  private static String slice(String text, JsonParser in) throws IOException {
    int from = (int) in.currentTokenLocation().getCharOffset();
    in.skipChildren();
    in.finishToken();
    return text.substring(from, (int) in.currentLocation().getCharOffset());
  }

  private static String wanted(List<Local> parameters) {
    return parameters.stream()
        .map(parameter -> TypeNames.of(parameter.type()) + " " + parameter.name())
        .collect(Collectors.joining(", ", "parameters=(", ")"));
  }
}

package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file that should be an export. What is wrong with its members is an {@link
 * IllegalArgumentException}, of which {@link ExportReader} makes an error with the number.
 */
final class Line {
  private final long number;
  private final Map<String, Payload> members;

  private Line(long number, Map<String, Payload> members) {
    this.number = number;
    this.members = members;
  }

  /**
   * Takes a line apart.
   *
   * @throws IllegalArgumentException if it is not one JSON object
   */
  static Line of(long number, byte[] bytes) {
    return new Line(number, RawJson.members(Payload.wrap(bytes)));
  }

  long number() {
    return number;
  }

  Map<String, Payload> members() {
    return members;
  }

  String text(String name) {
    return text(name, required(name));
  }

  @Nullable String optionalText(String name) {
    Payload value = members.get(name);
    return value == null ? null : text(name, value);
  }

  long number(String name) {
    return Long.parseLong(required(name).utf8());
  }

  private Payload required(String name) {
    Payload value = members.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no member \"" + name + "\"");
    }
    return value;
  }

  static String text(String name, Payload value) {
    String text = value.array()[0] == '"' ? RawJson.text(value) : null;
    if (text == null) {
      throw new IllegalArgumentException("member \"" + name + "\" is not a string");
    }
    return text;
  }

  /** Returns what is wrong with a line of a file. */
  static InvalidInputException refusal(long number, String reason, @Nullable Throwable cause) {
    return new InvalidInputException(
        ErrorCode.ES322,
        "this is not a whole export: line="
            + number
            + ", "
            + reason
            + ". Export again, or mend the line; one that was changed by hand must lose its"
            + " \"crc\".",
        cause);
  }
}

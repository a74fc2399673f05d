package dev.everstep.processor.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) to maps, lists, strings, longs, doubles, booleans and null. Strict: one
 * value and nothing behind it, no name twice in an object, no more than 100 levels.
 */
public final class JsonReader {
  private static final int DEPTH_MAX = 100;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads a value.
   *
   * @throws JsonException if the text is something else; says where
   */
  public static @Nullable Object read(String text) throws JsonException {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.blank();
    if (reader.at < text.length()) {
      throw reader.wrong("the end was expected");
    }
    return value;
  }

  private @Nullable Object value(int depth) throws JsonException {
    if (depth > DEPTH_MAX) {
      throw wrong("more than " + DEPTH_MAX + " levels");
    }
    blank();
    switch (peek()) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Map<String, @Nullable Object> object(int depth) throws JsonException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    at++;
    if (skip('}')) {
      return object;
    }
    do {
      blank();
      int start = at;
      String name = string();
      if (object.containsKey(name)) {
        at = start;
        throw wrong("\"" + name + "\" is there twice");
      }
      expect(':');
      object.put(name, value(depth + 1));
    } while (skip(','));
    expect('}');
    return object;
  }

  private List<@Nullable Object> array(int depth) throws JsonException {
    List<@Nullable Object> array = new ArrayList<>();
    at++;
    if (skip(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (skip(','));
    expect(']');
    return array;
  }

  private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
    if (!text.startsWith(word, at)) {
      throw wrong("a value was expected");
    }
    at += word.length();
    return value;
  }

  private Object number() throws JsonException {
    int start = at;
    take('-');
    if (!take('0')) {
      digits();
    }
    boolean whole = true;
    if (take('.')) {
      whole = false;
      digits();
    }
    if (take('e') || take('E')) {
      whole = false;
      if (!take('+')) {
        take('-');
      }
      digits();
    }
    String number = text.substring(start, at);
    try {
      return whole ? (Object) Long.valueOf(number) : Double.valueOf(number);
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("the number is too large");
    }
  }

  private void digits() throws JsonException {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong(
          at > 0 && isPartOfNumber(at - 1) ? "a digit was expected" : "a value was expected");
    }
  }

  private boolean isPartOfNumber(int position) {
    return "+-.eE".indexOf(text.charAt(position)) >= 0;
  }

  private String string() throws JsonException {
    if (!take('"')) {
      throw wrong("a string was expected");
    }
    StringBuilder out = new StringBuilder();
    while (!take('"')) {
      char c = peek();
      if (at >= text.length()) {
        throw wrong("the string has no end");
      }
      if (c < ' ') {
        throw wrong("a control character in a string");
      }
      at++;
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() throws JsonException {
    char c = peek();
    int known = "\"\\/bfnrt".indexOf(c);
    if (at < text.length() && known >= 0) {
      at++;
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c != 'u') {
      throw wrong("no such escape");
    }
    at++;
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw wrong("four hexadecimal digits were expected");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private void blank() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Returns the next character; at the end one that nothing expects. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\uffff';
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean skip(char c) {
    blank();
    return take(c);
  }

  private void expect(char c) throws JsonException {
    if (!skip(c)) {
      throw wrong("'" + c + "' was expected");
    }
  }

  private JsonException wrong(String what) {
    String before = text.substring(0, Math.min(at, text.length()));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new JsonException(line, before.length() - before.lastIndexOf('\n'), what);
  }
}

package dev.everstep.processor.json;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings and integers as indented JSON. */
public final class JsonWriter {
  private JsonWriter() {}

  /** Returns the text of an object, with a line break at the end. */
  public static String write(Map<String, ?> root) {
    StringBuilder out = new StringBuilder();
    value(out, root, 0);
    return out.append('\n').toString();
  }

  private static void value(StringBuilder out, Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before).append(line(depth + 1));
        string(out, entry.getKey().toString());
        out.append(": ");
        value(out, entry.getValue(), depth + 1);
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : line(depth) + "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object element : list) {
        out.append(before).append(line(depth + 1));
        value(out, element, depth + 1);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : line(depth) + "]");
    } else if (value instanceof Integer number) {
      out.append(number);
    } else {
      string(out, value.toString());
    }
  }

  private static String line(int depth) {
    return "\n" + "  ".repeat(depth);
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}

package dev.everstep.verify.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON, two blanks for each level. Members whose value is null are left out. */
final class Json {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean first = true;

  /** Writes what is inside of an object or array. */
  interface Content {
    void write();
  }

  Json object(Content members) {
    return block('{', members, '}');
  }

  Json array(Content elements) {
    return block('[', elements, ']');
  }

  private Json block(char open, Content content, char close) {
    text.append(open);
    depth++;
    first = true;
    content.write();
    depth--;
    if (!first) {
      newLine();
    }
    text.append(close);
    first = false;
    return this;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }

  /** Begins the next element of an array. */
  Json next() {
    if (!first) {
      text.append(',');
    }
    first = false;
    newLine();
    return this;
  }

  /** Begins a member; its value follows. */
  Json name(String name) {
    next();
    quoted(name);
    text.append(": ");
    return this;
  }

  void value(String value) {
    quoted(value);
  }

  void member(String name, @Nullable String value) {
    if (value != null) {
      name(name).value(value);
    }
  }

  void member(String name, long value) {
    name(name);
    text.append(value);
  }

  void member(String name, boolean value) {
    name(name);
    text.append(value);
  }

  private void quoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package dev.everstep.processor.read;

/** Source in which characters may be written as {@code \\u0061} (JLS 3.3). */
final class UnicodeEscapes {
  private static final int DIGITS = 4;

  private UnicodeEscapes() {}

  /** Returns where a text ends that begins at a position; -1 if another text stands there. */
  static int end(String source, int start, String text) {
    int at = start;
    for (int i = 0; i < text.length(); i++) {
      int next = next(source, at);
      if (next < 0 || character(source, at, next) != text.charAt(i)) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  private static int next(String source, int at) {
    if (at >= source.length()) {
      return -1;
    }
    if (!source.startsWith("\\u", at)) {
      return at + 1;
    }
    int digits = at + 1;
    while (digits < source.length() && source.charAt(digits) == 'u') {
      digits++;
    }
    return digits + DIGITS <= source.length() ? digits + DIGITS : -1;
  }

  private static char character(String source, int start, int end) {
    return end - start == 1
        ? source.charAt(start)
        : (char) Integer.parseInt(source.substring(end - DIGITS, end), 16);
  }
}

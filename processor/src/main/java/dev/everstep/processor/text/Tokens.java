package dev.everstep.processor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of Java source (JLS 3), without white space and comments. What javac has accepted is
 * taken apart; other text gives other tokens, and never an error.
 */
public final class Tokens {
  /** Longest first. No token begins with {@code >}, which also closes type arguments. */
  private static final List<String> OPERATORS =
      List.of(
          "<<=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "+=", "-=", "*=",
          "/=", "&=", "|=", "^=", "%=", "<<");

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Tokens(String source) {
    this.source = source;
  }

  /** Returns the tokens of a piece of source, which begins and ends between tokens. */
  public static List<String> of(String source) {
    Tokens tokens = new Tokens(source);
    while (tokens.skipBlank()) {
      tokens.next();
    }
    return List.copyOf(tokens.tokens);
  }

  /** Returns the tokens of a piece of source in one line. */
  public static String line(String source) {
    return String.join(" ", of(source));
  }

  /** Skips white space and comments; returns whether there is more. */
  private boolean skipBlank() {
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("//", at)) {
        at = endOf("\n", at);
      } else if (source.startsWith("/*", at)) {
        at = endOf("*/", at + 2);
      } else {
        return true;
      }
    }
    return false;
  }

  private int endOf(String closing, int from) {
    int found = source.indexOf(closing, from);
    return found < 0 ? source.length() : found + closing.length();
  }

  private void next() {
    int start = at;
    char first = source.charAt(at);
    if (first == '"' || first == '\'') {
      literal(source.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(first));
    } else if (Character.isDigit(first) || first == '.' && isDigit(at + 1)) {
      number();
    } else if (isWord(first)) {
      while (at < source.length() && isWord(source.charAt(at))) {
        at++;
      }
    } else {
      at +=
          OPERATORS.stream()
              .filter(operator -> source.startsWith(operator, at))
              .findFirst()
              .map(String::length)
              .orElse(1);
    }
    tokens.add(source.substring(start, at));
  }

  private void literal(String quote) {
    at += quote.length();
    while (at < source.length() && !source.startsWith(quote, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + quote.length(), source.length());
  }

  private void number() {
    boolean hexadecimal = source.startsWith("0x", at) || source.startsWith("0X", at);
    while (at < source.length() && isInNumber(source.charAt(at), hexadecimal ? 'p' : 'e')) {
      at++;
    }
  }

  /** A sign belongs to a number behind the letter of its exponent. */
  private boolean isInNumber(char c, char exponent) {
    boolean sign = c == '+' || c == '-';
    return sign ? Character.toLowerCase(source.charAt(at - 1)) == exponent : isWord(c) || c == '.';
  }

  private boolean isDigit(int position) {
    return position < source.length() && Character.isDigit(source.charAt(position));
  }

  /** Surrogates are taken for letters: only letters are written with them in Java. */
  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }
}

package dev.everstep.probes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A type whose hash codes are other ones in each process. */
enum Colour {
  RED,
  GREEN,
  BLUE,
  CYAN,
  MAGENTA,
  YELLOW;

  static final Set<String> NAMES = Set.of("red", "green", "blue", "cyan");

  static Iterable<Colour> all() {
    return new HashSet<>(Arrays.asList(values()));
  }

  static Set<Colour> primary() {
    return Set.of(RED, GREEN, BLUE);
  }

  static String join(Set<Colour> colours) {
    StringBuilder line = new StringBuilder();
    for (Colour colour : colours) {
      line.append(colour.name());
    }
    return line.toString();
  }
}

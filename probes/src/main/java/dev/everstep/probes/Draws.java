package dev.everstep.probes;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/** What a project writes around chance. */
final class Draws {
  static final Random RANDOM = new Random();

  private Draws() {}

  static String token(int bytes) {
    byte[] drawn = new byte[bytes];
    new SecureRandom().nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  static IdSource defaultIds() {
    return new RandomIds();
  }

  /** Gives ids. */
  interface IdSource {
    String next();
  }

  /** Gives random ids. */
  static final class RandomIds implements IdSource {
    @Override
    public String next() {
      return UUID.randomUUID().toString();
    }
  }

  /** A message, which gets its id as it is made. */
  record Message(String id, String text) {
    Message(String text) {
      this(UUID.randomUUID().toString(), text);
    }
  }

  /** A generator that knows a game. */
  static final class Dice extends Random {
    private static final long serialVersionUID = 1;

    int roll() {
      return nextInt(6) + 1;
    }
  }
}

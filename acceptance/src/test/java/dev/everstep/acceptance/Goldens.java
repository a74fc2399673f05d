package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold expected output; {@code -Deverstep.goldens=write} writes them anew. */
final class Goldens {
  private Goldens() {}

  static void check(String name, String actual) {
    Path file = Path.of("src", "test", "resources", "goldens", name);
    try {
      if ("write".equals(System.getProperty("everstep.goldens"))) {
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

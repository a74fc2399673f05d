package dev.everstep.processor;

import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.BaselineException;
import dev.everstep.processor.identity.BaselineReader;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds committed baselines: {@code <workflow>.json} in the directory of the option, else in {@code
 * src/main/everstep} for a source below {@code src/main/java}, and for other source sets likewise.
 *
 * <p>Build tools do not know that this file is read. That is harmless as long as a baseline is the
 * output of the last build: accepting it changes no id and no index.
 */
final class BaselineFiles {
  static final String OPTION = "everstep.baseline";

  private final @Nullable String directory;

  /**
   * Creates a finder.
   *
   * @param directory the option's value; null if it is not given
   */
  BaselineFiles(@Nullable String directory) {
    this.directory = directory;
  }

  /**
   * Returns where a baseline is, or would be; empty if the source is in no such place.
   *
   * @param name a workflow's stored name, or a class's full name
   */
  Optional<Path> find(URI source, String name) {
    return directory(source).map(found -> found.resolve(name + ".json"));
  }

  /**
   * Returns the baseline in a file; null if there is no such file.
   *
   * @param shared whether it is that of a class with {@code @Durable}
   * @throws BaselineException if it cannot be used, or the option names no directory
   */
  @Nullable Baseline read(Path file, String name, boolean shared) throws BaselineException {
    if (directory != null && !Files.isDirectory(file.getParent())) {
      throw new BaselineException(
          "there is no such directory",
          "Create it, or correct the compiler's option -A" + OPTION + ".");
    }
    if (Files.notExists(file)) {
      return null;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return shared ? BaselineReader.readShared(text, name) : BaselineReader.read(text, name);
    } catch (CharacterCodingException e) {
      throw new BaselineException("it is not UTF-8", "Restore the file from version control.");
    } catch (IOException e) {
      throw new BaselineException("it cannot be read (" + e + ")", "Make the file readable.");
    }
  }

  private Optional<Path> directory(URI source) {
    if (directory != null) {
      return Optional.of(Path.of(directory).toAbsolutePath().normalize());
    }
    if (!"file".equals(source.getScheme())) {
      return Optional.empty();
    }
    Path file = Path.of(source).toAbsolutePath().normalize();
    for (Path java = file.getParent(); java != null; java = java.getParent()) {
      Path set = java.getParent();
      if (java.endsWith("java")
          && set != null
          && set.getParent() != null
          && set.getParent().endsWith("src")) {
        Path found = set.resolve("everstep");
        if (Files.isDirectory(found)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }
}

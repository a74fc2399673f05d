package dev.everstep.cli;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data directory. */
final class DataDirectory {
  static final String LABEL = "<directory>";
  static final String VARIABLE = "EVERSTEP_DATA";
  static final String DEFAULT = "data";

  @Option(
      names = "--data",
      paramLabel = LABEL,
      description = "The data directory. Default: EVERSTEP_DATA, else 'data'.")
  Path path = Path.of(DEFAULT);

  /** Opens the directory, which is created if it does not exist, for this process alone. */
  Journal own() {
    return EmbeddedJournal.open(path);
  }

  /**
   * Opens the directory for reading, whoever owns it.
   *
   * @throws InvalidInputException ES501 if it does not exist
   */
  Journal read() {
    requireExisting();
    return EmbeddedJournal.openReadOnly(path);
  }

  /**
   * Checks that the directory exists.
   *
   * @throws InvalidInputException ES501 if it does not
   */
  void requireExisting() {
    if (!Files.isDirectory(path)) {
      throw new InvalidInputException(
          ErrorCode.ES501,
          "no data directory at " + path + ". Give --data, or set " + VARIABLE + ".");
    }
  }
}

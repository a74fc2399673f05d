package dev.everstep.cli;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What went wrong with a file that was named on the command line. */
final class FileErrors {
  private FileErrors() {}

  static InvalidInputException unusable(String file, IOException cause) {
    String reason =
        cause instanceof FileSystemException
            ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
            : String.valueOf(cause.getMessage());
    return new InvalidInputException(
        ErrorCode.ES504,
        "a file cannot be used: file="
            + file
            + ", reason="
            + reason
            + ". Check the path, the rights and the space on the disk.",
        cause);
  }
}

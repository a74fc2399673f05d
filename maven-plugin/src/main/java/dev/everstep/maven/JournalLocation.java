package dev.everstep.maven;

import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Where a journal is: a data directory, by its path or as a {@code file:} URL. */
final class JournalLocation {
  // Two letters at least: one is a drive of Windows.
  private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

  private JournalLocation() {}

  /**
   * Opens a journal for reading, whoever owns it.
   *
   * @param base what a relative path is relative to
   * @throws MojoExecutionException ES654 if it is of another kind, or not there
   */
  static Journal open(String location, Path base) throws MojoExecutionException {
    if (location.isBlank()) {
      throw unusable(location, "it is empty", "Give a data directory, or leave it off.");
    }
    Path directory = directory(location, base);
    if (!Files.isDirectory(directory)) {
      throw unusable(location, "there is no such directory: " + directory, "Correct the path.");
    }
    return EmbeddedJournal.openReadOnly(directory);
  }

  private static Path directory(String location, Path base) throws MojoExecutionException {
    var url = URL.matcher(location);
    if (!url.matches()) {
      return base.resolve(location);
    }
    if (!url.group(1).equalsIgnoreCase("file")) {
      throw unusable(
          location.replaceFirst("//[^/@]*@", "//"),
          "journals of the scheme " + url.group(1) + " are not read yet",
          "Give the data directory of an embedded journal, or leave everstep.journal off: each"
              + " place where a run may stand is judged then.");
    }
    try {
      return Path.of(URI.create(location));
    } catch (IllegalArgumentException e) {
      throw unusable(location, String.valueOf(e.getMessage()), "Correct the URL.");
    }
  }

  private static MojoExecutionException unusable(String location, String reason, String remedy) {
    return new MojoExecutionException(
        GoalCode.ES654.message(
            "a journal cannot be looked at: everstep.journal="
                + location
                + ", reason="
                + reason
                + ". "
                + remedy));
  }
}

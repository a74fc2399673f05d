package dev.everstep.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a project that are known and do not fail its build: a text file with a line for
 * each, {@code FINGERPRINT call in method, from body}. Only the fingerprint counts; two equal ones
 * stand for two findings.
 */
public final class Baseline {
  private static final String HEAD = "# everstep verify: findings that are known. Written by it.";

  private final List<Entry> entries;

  private Baseline(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A line.
   *
   * @param fingerprint see {@link Finding#fingerprint()}
   * @param text what the finding was, for people
   */
  public record Entry(String fingerprint, String text) {}

  /** Returns the baseline of what a check found. */
  public static Baseline of(List<Finding> findings) {
    return new Baseline(
        findings.stream()
            .map(
                finding ->
                    new Entry(
                        finding.fingerprint(),
                        finding.call()
                            + " in "
                            + finding.at().type()
                            + "."
                            + finding.at().method()
                            + ", from "
                            + finding.body()))
            .sorted(
                (a, b) ->
                    a.text().equals(b.text())
                        ? a.fingerprint().compareTo(b.fingerprint())
                        : a.text().compareTo(b.text()))
            .toList());
  }

  /**
   * Reads a baseline.
   *
   * @throws VerifyException if it is missing, or has a line that is none
   */
  public static Baseline read(Path file) {
    List<Entry> entries = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          entries.add(entry(file, number, line.strip()));
        }
      }
    } catch (NoSuchFileException e) {
      throw unusable(file, "there is no such file", e);
    } catch (IOException e) {
      throw unusable(file, String.valueOf(e.getMessage()), e);
    }
    return new Baseline(entries);
  }

  private static Entry entry(Path file, int number, String line) {
    int blank = line.indexOf(' ');
    String fingerprint = blank < 0 ? line : line.substring(0, blank);
    if (!fingerprint.matches("[0-9a-f]{16}")) {
      throw unusable(
          file, "line " + number + " does not begin with a fingerprint: " + fingerprint, null);
    }
    return new Entry(fingerprint, blank < 0 ? "" : line.substring(blank).strip());
  }

  private static VerifyException unusable(Path file, String reason, @Nullable Throwable cause) {
    return new VerifyException(
        VerifyCode.ES625,
        "a baseline cannot be used: file="
            + file
            + ", reason="
            + reason
            + ". Write it anew, or leave it off.",
        cause);
  }

  /** Writes the baseline, the same bytes for the same findings. */
  public void write(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(
        file,
        entries.stream()
            .map(entry -> entry.fingerprint() + " " + entry.text() + "\n")
            .collect(Collectors.joining("", HEAD + "\n", "")));
  }

  /** Returns the lines. */
  public List<Entry> entries() {
    return entries;
  }
}

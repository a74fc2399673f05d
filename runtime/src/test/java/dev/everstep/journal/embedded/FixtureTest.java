package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads directories that earlier versions wrote, one for each format. They are never written anew:
 * a format that changes gets a directory of its own beside them, by the program below.
 */
class FixtureTest {
  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(8192).withFlushBytes(12_000);
  private static final int LENGTH = 8;

  private static List<List<Transition>> scripts() {
    return Script.many("f", 6, LENGTH, 700);
  }

  @Test
  void readsADirectoryOfFormat2(@TempDir Path directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/journal-format-2"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName().toString()));
      }
    }
    assertThat(EmbeddedJournal.checkFiles(directory)).isEmpty();
    int[] all = {LENGTH, LENGTH, LENGTH, LENGTH, LENGTH, LENGTH};
    try (EmbeddedJournal journal = EmbeddedJournal.openReadOnly(directory)) {
      Script.check(journal, scripts(), all);
      assertThat(journal.view().tables()).isNotEmpty();
      assertThat(journal.view().tail().isEmpty()).isFalse();
    }
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, OPTIONS)) {
      Script.check(journal, scripts(), all);
      Transitions.commit(journal, Transitions.start("new"));
    }
  }

  /** Writes a directory in the format of this version: {@code FixtureTest DIRECTORY}. */
  public static void main(String[] args) {
    try (EmbeddedJournal journal = EmbeddedJournal.open(Path.of(args[0]), OPTIONS)) {
      for (int i = 0; i < LENGTH; i++) {
        for (List<Transition> script : scripts()) {
          Transitions.commit(journal, script.get(i));
          if (i == LENGTH / 2) {
            Testing.await(() -> journal.view().frozen() == null);
          }
        }
      }
    }
  }
}

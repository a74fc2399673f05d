package dev.everstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTextTest {
  @TempDir Path directory;

  @Test
  void aStarStandsForTheJarsOfItsDirectory() throws Exception {
    for (String name : new String[] {"b.jar", "a.jar", "notes.txt"}) {
      Files.createFile(directory.resolve(name));
    }

    assertThat(ClassPathText.entries("classes" + File.pathSeparator + directory + "/*"))
        .containsExactly(
            Path.of("classes"), directory.resolve("a.jar"), directory.resolve("b.jar"));
  }

  @Test
  void aStarInADirectoryThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> ClassPathText.entries(directory.resolve("none") + "/*"))
        .isInstanceOf(NoSuchFileException.class);
  }
}

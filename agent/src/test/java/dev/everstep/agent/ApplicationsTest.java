package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {
  @TempDir Path directory;

  @Test
  void aJarWithAStepGraphIsTheApplicationsThoughItHasNoEntryForTheDirectory() throws Exception {
    Applications applications = new Applications(Options.parse(""));

    assertThat(
            applications.contains(
                "app.Orders", in(jar("with.jar", "META-INF/everstep/Orders.json"))))
        .isTrue();
    assertThat(applications.contains("lib.Text", in(jar("without.jar", "META-INF/MANIFEST.MF"))))
        .isFalse();
  }

  private Path jar(String name, String entry) throws IOException {
    Path file = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new JarEntry(entry));
      out.closeEntry();
    }
    return file;
  }

  private static CodeSource in(Path jar) throws IOException {
    return new CodeSource(jar.toUri().toURL(), (Certificate[]) null);
  }
}

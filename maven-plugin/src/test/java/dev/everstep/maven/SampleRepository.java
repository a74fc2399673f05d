package dev.everstep.maven;

import dev.everstep.Everstep;
import dev.everstep.annotations.Workflow;
import dev.everstep.catalogue.Catalogue;
import dev.everstep.processor.WorkflowProcessor;
import dev.everstep.verify.Determinism;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The local repository of sample builds: this project's modules as they were just built. All else
 * comes from the repository of the build that runs the tests, so nothing is fetched from afar.
 */
final class SampleRepository {
  static final Path TARGET = Path.of("target", "samples").toAbsolutePath();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final Map<String, Class<?>> MODULES =
      Map.of(
          "annotations", Workflow.class,
          "catalogue", Catalogue.class,
          "verify", Determinism.class,
          "runtime", Everstep.class,
          "processor", WorkflowProcessor.class,
          "maven-plugin", VerifyMojo.class);

  private SampleRepository() {}

  /** Makes the repository anew; what Maven has copied into it stays. */
  static Path make() throws IOException {
    Path repository = TARGET.resolve("repository");
    install(repository, "everstep-parent", ROOT.resolve("pom.xml"), null);
    for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
      Path pom = ROOT.resolve(module.getKey()).resolve("pom.xml");
      install(repository, "everstep-" + module.getKey(), pom, origin(module.getValue()));
    }
    return repository;
  }

  private static void install(Path repository, String artifact, Path pom, @Nullable Path classes)
      throws IOException {
    Path home = repository.resolve("dev/everstep").resolve(artifact).resolve(VERSION);
    Files.createDirectories(home);
    String name = artifact + "-" + VERSION;
    Files.copy(pom, home.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    if (classes != null) {
      Path jar = home.resolve(name + ".jar");
      if (Files.isDirectory(classes)) {
        pack(classes, jar);
      } else {
        Files.copy(classes, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      entries.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  /** Returns the jar or directory that a class comes from. */
  static Path origin(Class<?> type) {
    return Path.of(
        java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** Returns settings under which the repository of this build is asked before any other. */
  static Path settings() throws IOException {
    String local = System.getProperty("localRepository");
    if (local == null) {
      local = Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
    }
    String repository =
        """
              <id>of-this-build</id>
              <url>%s</url>
              <releases><checksumPolicy>ignore</checksumPolicy></releases>
              <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(Path.of(local).toUri());
    Path file = TARGET.resolve("settings.xml");
    Files.writeString(
        file,
        """
        <settings>
          <profiles>
            <profile>
              <id>samples</id>
              <repositories>
                <repository>
        %s        </repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>
        %s        </pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles><activeProfile>samples</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(repository, repository));
    return file;
  }

  /** Copies the sample projects. */
  static void copyProjects(Path to) throws IOException {
    Path from = Path.of("src", "test", "projects");
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Deletes a directory with all that is in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        files
            .sorted(java.util.Comparator.reverseOrder())
            .forEach(
                file -> {
                  try {
                    Files.delete(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
    }
  }
}

package dev.everstep.processor.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A library and its sources, which Maven copies to {@code target/corpus}.
 *
 * @param name the artifact's
 * @param packages of all of its classes
 * @param marker a class of it, to find its jar by
 */
record Library(String name, String packages, Class<?> marker) {
  static final Library COMMONS_LANG =
      new Library(
          "commons-lang3", "org.apache.commons.lang3.", org.apache.commons.lang3.Range.class);
  static final Library JACKSON =
      new Library(
          "jackson-databind",
          "com.fasterxml.jackson.databind.",
          com.fasterxml.jackson.databind.JavaType.class);

  /** A source file of a library; the class is its only top-level one that has its name. */
  record File(String className, String text) {}

  /** Returns every {@code every}-th file. */
  List<File> files(int every) {
    Path jar = Path.of("target", "corpus", name + "-sources.jar");
    if (!Files.exists(jar)) {
      throw new AssertionError(
          jar.toAbsolutePath()
              + " is missing; mvn generate-test-resources -pl processor copies it");
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries = new ArrayList<>();
      zip.stream().filter(Library::isClass).forEach(entries::add);
      entries.sort(Comparator.comparing(ZipEntry::getName));
      List<File> files = new ArrayList<>();
      for (int i = 0; i < entries.size(); i += every) {
        try (InputStream in = zip.getInputStream(entries.get(i))) {
          String path = entries.get(i).getName();
          files.add(
              new File(
                  path.substring(0, path.length() - ".java".length()).replace('/', '.'),
                  new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(".java")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.java")
        && !name.endsWith("package-info.java");
  }

  /** Returns the library's jar. */
  Path jar() {
    try {
      return Path.of(marker.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}

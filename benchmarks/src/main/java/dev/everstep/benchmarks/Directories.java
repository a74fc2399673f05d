package dev.everstep.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Data directories as files. */
final class Directories {
  private Directories() {}

  /** Copies a directory that no process has open. Tables are never changed: they are linked. */
  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      if (file.getFileName().toString().startsWith("table-")) {
        Files.createLink(target, file);
      } else {
        Files.copy(file, target);
      }
    }
  }

  /** Returns the sizes of all files, added up. */
  static long bytes(Path directory) throws IOException {
    long bytes = 0;
    for (Path file : files(directory)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Returns a class path with an archive in place of each directory, written below another one. */
  static String jars(String classPath, Path into) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), into).toString() : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path jar(Path classes, Path into) throws IOException {
    Path file = Files.createTempFile(into, "classes-", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      for (Path each : files(classes)) {
        out.putNextEntry(
            new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return file;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

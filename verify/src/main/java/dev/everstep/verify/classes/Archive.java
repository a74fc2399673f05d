package dev.everstep.verify.classes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar or a directory with classes. Of a multi-release jar the classes for every release count.
 */
abstract class Archive implements AutoCloseable {
  static final String SUFFIX = ".class";

  /** Returns the internal names of its classes. */
  abstract List<String> names();

  /** Returns whether it has a class. */
  abstract boolean has(String name);

  /** Returns the class file of one of its classes. */
  abstract byte[] bytes(String name) throws IOException;

  /**
   * Returns a checksum over all of its content; null for directories, whose files change singly.
   */
  abstract @Nullable String checksum();

  @Override
  public abstract void close() throws IOException;

  /**
   * Opens a jar or directory.
   *
   * @throws IOException if it is neither
   */
  static Archive open(Path path) throws IOException {
    return Files.isDirectory(path) ? new Directory(path) : new Jar(path);
  }

  private static boolean isClass(String file) {
    return file.endsWith(SUFFIX)
        && !file.startsWith("META-INF/")
        && !file.endsWith("module-info.class")
        && !file.endsWith("package-info.class");
  }

  private static String nameOf(String file) {
    return file.substring(0, file.length() - SUFFIX.length());
  }

  private static final class Directory extends Archive {
    private final Path root;
    private final List<String> names = new ArrayList<>();

    Directory(Path root) throws IOException {
      this.root = root;
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = root.relativize(file).toString().replace('\\', '/');
          if (isClass(name)) {
            names.add(nameOf(name));
          }
        }
      } catch (UncheckedIOException e) {
        throw e.getCause(); // a directory in it that cannot be read
      }
      names.sort(null);
    }

    @Override
    List<String> names() {
      return names;
    }

    @Override
    boolean has(String name) {
      return Files.exists(root.resolve(name + SUFFIX));
    }

    @Override
    byte[] bytes(String name) throws IOException {
      return Files.readAllBytes(root.resolve(name + SUFFIX));
    }

    @Override
    @Nullable String checksum() {
      return null;
    }

    @Override
    public void close() {}
  }

  private static final class Jar extends Archive {
    private final ZipFile zip;
    private final List<String> names = new ArrayList<>();
    private @Nullable String checksum;

    Jar(Path path) throws IOException {
      zip = new ZipFile(path.toFile());
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (isClass(name)) {
          names.add(nameOf(name));
        }
      }
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has SHA-256", e);
      }
    }

    @Override
    List<String> names() {
      return names;
    }

    @Override
    boolean has(String name) {
      return zip.getEntry(name + SUFFIX) != null;
    }

    @Override
    byte[] bytes(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name + SUFFIX);
      if (entry == null) {
        throw new IOException(zip.getName() + " has no " + name);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }

    /** The archive keeps a checksum of each file, so that nothing has to be unpacked for this. */
    @Override
    String checksum() {
      if (checksum == null) {
        MessageDigest digest = sha256();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          String text = entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n";
          digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        checksum = HexFormat.of().formatHex(digest.digest());
      }
      return checksum;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}

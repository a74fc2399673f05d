package dev.everstep.probes;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a project writes around files; all of them stand in a folder that goes with the process. */
final class Disk {
  static final Path FILE = temporary("orders.xml", "<orders/>");
  static final File FOLDER = FILE.getParent().toFile();
  static final Predicate<Path> IS_THERE = Files::exists;

  private Disk() {}

  private static Path temporary(String name, String text) {
    try {
      Path folder = Files.createTempDirectory("everstep-probes");
      Path file = Files.writeString(folder.resolve(name), text);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static File scratch() {
    File file = new File(FOLDER, "scratch");
    file.deleteOnExit();
    return file;
  }

  static File json() throws IOException {
    File file = new File(FOLDER, "order.json");
    file.deleteOnExit();
    Files.writeString(file.toPath(), "{}");
    return file;
  }

  static InputStream open() throws IOException {
    return new FileInputStream(FILE.toFile());
  }

  /** Where mail comes in. */
  record Inbox(Path file) {
    boolean hasMail() {
      return Files.exists(file);
    }
  }

  /** Keeps texts. */
  interface Store {
    String load(String name) throws IOException;
  }

  /** Keeps texts in a folder. */
  static final class Folder implements Store {
    @Override
    public String load(String name) throws IOException {
      return Files.readString(FOLDER.toPath().resolve(name + ".xml"));
    }
  }
}

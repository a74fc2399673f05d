package dev.everstep.processor.differential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Java files and class files that are never on disk. */
final class Sources {
  static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** One for each thread, as a file manager must not be used by two. */
  private static final ThreadLocal<Disk> DISK = ThreadLocal.withInitial(Disk::new);

  private Sources() {}

  /** What is on disk does not change, and javac lists hundreds of packages whenever it starts. */
  private static final class Disk extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<Listing, List<JavaFileObject>> listed = new HashMap<>();

    private record Listing(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    Disk() {
      super(JAVAC.getStandardFileManager(null, null, null));
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      Listing listing = new Listing(location, packageName, Set.copyOf(kinds), recurse);
      List<JavaFileObject> known = listed.get(listing);
      if (known == null) {
        known = new ArrayList<>();
        super.list(location, packageName, kinds, recurse).forEach(known::add);
        listed.put(listing, known);
      }
      return known;
    }
  }

  /** A source file. */
  static final class Source extends SimpleJavaFileObject {
    private final String className;
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.className = className;
      this.text = text;
    }

    String className() {
      return className;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A class file that was written before. */
  private static final class Kept extends SimpleJavaFileObject {
    private final String className;
    private final byte[] bytes;

    Kept(String className, byte[] bytes) {
      super(URI.create("mem:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Keeps the class files that javac writes, and lets it read those that others have. */
  static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> files = new HashMap<>();

    Classes() {
      super(DISK.get());
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      Iterable<JavaFileObject> onDisk = super.list(location, packageName, kinds, recurse);
      if (location != StandardLocation.CLASS_PATH || !packageName.equals(Program.PACKAGE)) {
        return onDisk;
      }
      List<JavaFileObject> all = new ArrayList<>();
      onDisk.forEach(all::add);
      files.forEach((name, bytes) -> all.add(new Kept(name, bytes.toByteArray())));
      return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Kept kept ? kept.className : super.inferBinaryName(location, file);
    }

    /** Returns the class files by binary name. */
    Map<String, byte[]> files() {
      Map<String, byte[]> all = new HashMap<>();
      files.forEach((name, bytes) -> all.put(name, bytes.toByteArray()));
      return all;
    }

    /** Does nothing: the classes are for the next compilation, too. */
    @Override
    public void close() {}

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          files.put(name, bytes);
          return bytes;
        }
      };
    }

    ClassLoader loader() {
      return new ClassLoader(Sources.class.getClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          ByteArrayOutputStream bytes = files.get(name);
          if (bytes == null) {
            throw new ClassNotFoundException(name);
          }
          return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
      };
    }
  }
}

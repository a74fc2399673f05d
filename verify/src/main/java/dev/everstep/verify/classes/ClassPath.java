package dev.everstep.verify.classes;

import dev.everstep.verify.read.ClassFiles;
import dev.everstep.verify.read.ClassSummary;
import dev.everstep.verify.read.UnreadableClassException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes by name: in the project, then on its class path, then in the JDK. What is opened is
 * only listed; a class is read when it is asked for.
 */
public final class ClassPath implements AutoCloseable {
  private static final String API = "dev/everstep/WorkflowContext";

  private final List<Place> places = new ArrayList<>();
  private final Map<String, Place> index = new HashMap<>();
  private final Map<String, JavaType> types = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final @Nullable SummaryCache cache;
  private int read;
  private int cached;

  /** An archive, and where its classes count as being from. */
  private record Place(Path path, Archive archive, Origin origin) {}

  /**
   * Opens a class path.
   *
   * @param project directories and jars of the project
   * @param siblings those of the same project that are checked elsewhere; what is missing or no
   *     archive is left out
   * @param libraries the rest; what is missing or no archive is left out
   * @param cache null to read all anew
   * @throws IOException if one of the project's cannot be read
   */
  public static ClassPath open(
      List<Path> project, List<Path> siblings, List<Path> libraries, @Nullable SummaryCache cache)
      throws IOException {
    ClassPath path = new ClassPath(cache);
    try {
      for (Path each : project) {
        path.add(each, Archive.open(each), Origin.PROJECT);
      }
      for (Path each : siblings) {
        if (Files.exists(each) && !project.contains(each)) {
          path.addOther(each, Origin.SIBLING);
        }
      }
      for (Path each : libraries) {
        if (Files.exists(each) && !project.contains(each) && !siblings.contains(each)) {
          path.addOther(each, Origin.LIBRARY);
        }
      }
      return path;
    } catch (IOException e) {
      path.close();
      throw e;
    }
  }

  private ClassPath(@Nullable SummaryCache cache) {
    this.cache = cache;
  }

  private void addOther(Path path, Origin origin) {
    try {
      Archive archive = Archive.open(path);
      boolean isEverstep = archive.has(API);
      add(path, archive, isEverstep ? Origin.EVERSTEP : origin);
    } catch (IOException e) {
      problems.put(path.toString(), String.valueOf(e.getMessage()));
    }
  }

  private void add(Path path, Archive archive, Origin origin) {
    Place place = new Place(path, archive, origin);
    places.add(place);
    archive.names().forEach(name -> index.putIfAbsent(name, place));
  }

  /** Returns the project's own classes with those of its siblings, in the order of the archives. */
  public List<JavaType> project() {
    List<JavaType> found = new ArrayList<>();
    for (Place place : places) {
      if (place.origin() == Origin.PROJECT || place.origin() == Origin.SIBLING) {
        for (String name : place.archive().names()) {
          JavaType type = index.get(name) == place ? find(name) : null;
          if (type != null) {
            found.add(type);
          }
        }
      }
    }
    return found;
  }

  /**
   * Returns a class; null if it is nowhere, or cannot be read.
   *
   * @param name an internal name
   */
  public @Nullable JavaType find(String name) {
    JavaType known = types.get(name);
    if (known == null && !types.containsKey(name)) {
      known = load(name);
      types.put(name, known);
    }
    return known;
  }

  private @Nullable JavaType load(String name) {
    Place place = index.get(name);
    try {
      if (place != null) {
        return new JavaType(summary(place, name), place.origin());
      }
      return ofJdk(name);
    } catch (UnreadableClassException | IOException e) {
      String where = place == null ? "" : place.path() + "!/";
      problems.put(where + name + Archive.SUFFIX, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private ClassSummary summary(Place place, String name) throws IOException {
    String checksum = cache == null ? null : place.archive().checksum();
    if (cache != null && checksum != null) {
      ClassSummary stored = cache.find(checksum, name);
      if (stored != null) {
        cached++;
        return stored;
      }
    }
    read++;
    ClassSummary summary = ClassFiles.read(place.archive().bytes(name));
    if (!summary.name().equals(name)) {
      throw new IOException("it holds the class " + summary.name());
    }
    if (cache != null && checksum != null) {
      cache.add(checksum, summary);
    }
    return summary;
  }

  private static @Nullable JavaType ofJdk(String name) throws IOException {
    ClassLoader jdk = ClassLoader.getPlatformClassLoader();
    try (InputStream in = jdk.getResourceAsStream(name + Archive.SUFFIX)) {
      return in == null ? null : new JavaType(ClassFiles.readHeader(in.readAllBytes()), Origin.JDK);
    }
  }

  /** Returns what could not be read, and why. */
  public Map<String, String> problems() {
    return problems;
  }

  /** Returns how many class files were taken apart, those of the JDK left aside. */
  public int classesRead() {
    return read;
  }

  /** Returns how many classes the cache had. */
  public int classesCached() {
    return cached;
  }

  /** Returns how many archives there are. */
  public int archives() {
    return places.size();
  }

  @Override
  public void close() throws IOException {
    for (Place place : places) {
      place.archive().close();
    }
  }
}

package dev.everstep.agent;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are the application's own: those in a directory, those in a jar that has compiled
 * workflows in it, and those that an option names. Thread-safe.
 */
final class Applications {
  private static final String WORKFLOWS = "META-INF/everstep/";

  private final Options options;
  private final Map<String, Boolean> sources = new ConcurrentHashMap<>();

  Applications(Options options) {
    this.options = options;
  }

  /**
   * Returns whether a class is the application's own.
   *
   * @param name binary or internal
   * @param source where it comes from; null if nobody says
   */
  boolean contains(String name, @Nullable CodeSource source) {
    for (String prefix : options.applications()) {
      if (name.replace('/', '.').startsWith(prefix)) {
        return true;
      }
    }
    URL location = source == null ? null : source.getLocation();
    return location != null
        && location.getProtocol().equals("file")
        && sources.computeIfAbsent(location.toString(), Applications::hasWorkflows);
  }

  private static boolean hasWorkflows(String location) {
    try {
      File file = new File(URI.create(location));
      if (file.isDirectory()) {
        return true;
      }
      // The loader has it open, so this costs no second reading of its directory.
      try (JarFile jar = new JarFile(file, false)) {
        return jar.getEntry(WORKFLOWS) != null || hasStepGraph(jar);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Not every tool writes entries for directories. */
  private static boolean hasStepGraph(JarFile jar) {
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      if (all.nextElement().getName().startsWith(WORKFLOWS)) {
        return true;
      }
    }
    return false;
  }
}

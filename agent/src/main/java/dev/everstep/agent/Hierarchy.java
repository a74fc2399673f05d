package dev.everstep.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Supertypes from class files: a transformer must not load classes. Those of the JDK are read from
 * its modules, others through the loader of the class that names them, and kept as long as that
 * loader. Thread-safe. Names are internal ones.
 */
final class Hierarchy {
  private static final Header UNKNOWN = new Header(List.of(), Map.of());

  /**
   * What is known of a class.
   *
   * @param supertypes those that it names itself, the class first
   * @param statics its static fields, and whether each is final
   */
  record Header(List<String> supertypes, Map<String, Boolean> statics) {
    static Header of(ClassFile file) {
      List<String> types = new ArrayList<>();
      String superName = file.superName();
      if (superName != null) {
        types.add(superName);
      }
      types.addAll(file.interfaces());
      return new Header(List.copyOf(types), file.statics());
    }
  }

  private final Map<String, Module> jdkPackages = new HashMap<>();
  private final Map<String, Header> jdk = new ConcurrentHashMap<>();
  private final Map<ClassLoader, Map<String, Header>> others = new WeakHashMap<>();

  Hierarchy() {
    for (Module module : ModuleLayer.boot().modules()) {
      if (isJdk(module)) {
        for (String each : module.getPackages()) {
          jdkPackages.put(each.replace('.', '/'), module);
        }
      }
    }
  }

  /** Returns whether a module belongs to the JDK. */
  static boolean isJdk(Module module) {
    String name = module.getName();
    return name != null && (name.startsWith("java.") || name.startsWith("jdk."));
  }

  /** Returns whether the JDK has the package of a class. */
  boolean isJdk(String type) {
    return jdkPackages.containsKey(packageOf(type));
  }

  /** Keeps what the file of a class that is being loaded says. */
  void seen(@Nullable ClassLoader loader, ClassFile file) {
    if (loader != null) {
      of(loader).put(file.name(), Header.of(file));
    }
  }

  /**
   * Returns all supertypes, nearer ones first.
   *
   * @param loader of the class that names {@code type}
   */
  List<String> supertypes(String type, @Nullable ClassLoader loader) {
    Set<String> met = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(header(type, loader).supertypes());
    while (!open.isEmpty()) {
      String next = open.remove();
      if (met.add(next)) {
        open.addAll(header(next, loader).supertypes());
      }
    }
    return List.copyOf(met);
  }

  /** Returns what a class's own file says. */
  Header header(String type, @Nullable ClassLoader loader) {
    Module module = jdkPackages.get(packageOf(type));
    if (module != null) {
      return jdk.computeIfAbsent(
          type, name -> read(() -> module.getResourceAsStream(name + ".class")));
    }
    if (loader == null) {
      return UNKNOWN;
    }
    Map<String, Header> known = of(loader);
    Header header = known.get(type);
    if (header == null) {
      header = read(() -> loader.getResourceAsStream(type + ".class"));
      known.put(type, header);
    }
    return header;
  }

  private synchronized Map<String, Header> of(ClassLoader loader) {
    return others.computeIfAbsent(loader, each -> new ConcurrentHashMap<>());
  }

  @FunctionalInterface
  private interface Source {
    @Nullable InputStream open() throws IOException;
  }

  private static Header read(Source source) {
    try (InputStream in = source.open()) {
      return in == null ? UNKNOWN : Header.of(new ClassFile(in.readAllBytes()));
    } catch (IOException | RuntimeException unreadable) {
      return UNKNOWN;
    }
  }

  private static String packageOf(String type) {
    int slash = type.lastIndexOf('/');
    return slash < 0 ? "" : type.substring(0, slash);
  }
}

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
  private static final String OBJECT = "java/lang/Object";
  private static final List<String> PLAIN = List.of(OBJECT);

  private final Map<String, Module> jdkPackages = new HashMap<>();
  private final Map<String, List<String>> jdk = new ConcurrentHashMap<>();
  private final Map<ClassLoader, Map<String, List<String>>> others = new WeakHashMap<>();

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
      of(loader).put(file.name(), named(file));
    }
  }

  /**
   * Returns all supertypes, nearer ones first.
   *
   * @param loader of the class that names {@code type}
   */
  List<String> supertypes(String type, @Nullable ClassLoader loader) {
    Set<String> met = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(namedBy(type, loader));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (met.add(next)) {
        open.addAll(namedBy(next, loader));
      }
    }
    return List.copyOf(met);
  }

  /**
   * Returns the superclasses, nearer ones first: what a class has its static methods from, since
   * those of interfaces are not inherited (JLS 8.4.8).
   *
   * @param loader of the class that names {@code type}
   */
  List<String> superclasses(String type, @Nullable ClassLoader loader) {
    Set<String> met = new LinkedHashSet<>();
    List<String> named = namedBy(type, loader);
    while (!named.isEmpty() && met.add(named.get(0))) {
      named = namedBy(named.get(0), loader);
    }
    return List.copyOf(met);
  }

  /** Returns the supertypes that a class names itself, the class first. */
  private List<String> namedBy(String type, @Nullable ClassLoader loader) {
    Module module = jdkPackages.get(packageOf(type));
    if (module != null) {
      return jdk.computeIfAbsent(
          type, name -> named(read(() -> module.getResourceAsStream(name + ".class"))));
    }
    if (loader == null) {
      return List.of();
    }
    Map<String, List<String>> known = of(loader);
    List<String> named = known.get(type);
    if (named == null) {
      named = named(read(() -> loader.getResourceAsStream(type + ".class")));
      known.put(type, named);
    }
    return named;
  }

  /** Returns the static fields of a class that is not the JDK's, and whether each is final. */
  Map<String, Boolean> statics(String type, ClassLoader loader) {
    ClassFile file = read(() -> loader.getResourceAsStream(type + ".class"));
    return file == null ? Map.of() : file.statics();
  }

  private static List<String> named(@Nullable ClassFile file) {
    if (file == null) {
      return List.of();
    }
    String superName = file.superName();
    List<String> interfaces = file.interfaces();
    if (interfaces.isEmpty() && OBJECT.equals(superName)) {
      return PLAIN;
    }
    List<String> types = new ArrayList<>();
    if (superName != null) {
      types.add(superName);
    }
    types.addAll(interfaces);
    return List.copyOf(types);
  }

  private synchronized Map<String, List<String>> of(ClassLoader loader) {
    return others.computeIfAbsent(loader, each -> new ConcurrentHashMap<>());
  }

  @FunctionalInterface
  private interface Source {
    @Nullable InputStream open() throws IOException;
  }

  private static @Nullable ClassFile read(Source source) {
    try (InputStream in = source.open()) {
      return in == null ? null : new ClassFile(in.readAllBytes());
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  private static String packageOf(String type) {
    int slash = type.lastIndexOf('/');
    return slash < 0 ? "" : type.substring(0, slash);
  }
}

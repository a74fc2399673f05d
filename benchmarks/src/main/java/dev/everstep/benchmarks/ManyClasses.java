package dev.everstep.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/** A program that loads many classes and says what that cost its main thread. */
final class ManyClasses {
  private ManyClasses() {}

  /** Takes how many, from the jars of the class path; prints their number and CPU milliseconds. */
  public static void main(String[] args) throws IOException {
    int wanted = Integer.parseInt(args[0]);
    int loaded = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar") && loaded < wanted) {
        loaded += load(entry, wanted - loaded);
      }
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    System.out.printf(Locale.ROOT, "%d %.1f%n", loaded, nanos / 1e6);
  }

  private static int load(String jar, int most) throws IOException {
    int loaded = 0;
    try (JarFile file = new JarFile(jar)) {
      List<String> names =
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.contains("-"))
              .toList();
      for (String name : names) {
        if (loaded == most) {
          break;
        }
        try {
          Class.forName(
              name.substring(0, name.length() - 6).replace('/', '.'),
              false,
              ManyClasses.class.getClassLoader());
          loaded++;
        } catch (ClassNotFoundException | LinkageError optional) {
          // Needs what the class path does not have.
        }
      }
    }
    return loaded;
  }
}

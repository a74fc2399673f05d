package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Looks into each class that is loaded: guards the calls of those that are not the JDK's, and of
 * the JDK's the methods that the catalogue marks. Thread-safe; loads no class.
 */
final class Transformer implements ClassFileTransformer {
  private static final int PROBLEMS_SHOWN = 5;

  /** Classes of Everstep that a body runs through, by package, whose calls are no body's. */
  private static final Set<String> EVERSTEP =
      Set.of(
          "dev/everstep",
          "dev/everstep/codec",
          "dev/everstep/engine",
          "dev/everstep/journal",
          "dev/everstep/machine",
          "dev/everstep/pieces",
          "dev/everstep/state",
          "dev/everstep/trace");

  private static final String AGENT = "dev/everstep/agent/";

  /** What can be done to a class, and is known of it. */
  private enum Kind {
    /** It is being loaded: methods can be added. */
    NEW,
    /** It is in use: its methods stay as they are. */
    LOADED,
    /** Others of its name may be; and Java 17 links no reference to a method of its own. */
    HIDDEN
  }

  private final Rules rules;
  private final Sites sites;
  private final Hierarchy hierarchy;
  private final Scopes scopes;
  private final Trusted trusted;
  private final Applications applications;
  private final PrintStream problems;
  private final AtomicInteger failures = new AtomicInteger();
  private final Set<String> ofJdk = ConcurrentHashMap.newKeySet();
  private final AtomicInteger changed = new AtomicInteger();
  private final AtomicInteger bodies = new AtomicInteger();

  /** The classes to which methods were added when they were loaded. */
  private final Map<ClassLoader, Set<String>> withAdded = new WeakHashMap<>();

  Transformer(
      Rules rules,
      Sites sites,
      Hierarchy hierarchy,
      Scopes scopes,
      Trusted trusted,
      Applications applications,
      PrintStream problems) {
    this.rules = rules;
    this.sites = sites;
    this.hierarchy = hierarchy;
    this.scopes = scopes;
    this.trusted = trusted;
    this.applications = applications;
    this.problems = problems;
  }

  /** Returns the classes of the JDK that could not be looked into, by binary name. */
  Set<String> unguarded() {
    return Set.copyOf(ofJdk);
  }

  /** Returns how many methods of the JDK are guarded. */
  int bodies() {
    return bodies.get();
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null) {
      return null;
    }
    try {
      if (loader == null || Hierarchy.isJdk(module)) {
        List<Rule> inside = rules.bodies(name);
        boolean wanted = !inside.isEmpty() || name.equals(HiddenClasses.LOOKUP);
        return wanted && Hierarchy.isJdk(module) ? guardBodies(name, bytes, inside) : null;
      }
      return isSkipped(name)
          ? null
          : guardCalls(
              loader,
              name,
              new ClassFile(bytes),
              loaded == null ? Kind.NEW : Kind.LOADED,
              domain,
              bytes);
    } catch (Throwable problem) {
      if (loader == null || Hierarchy.isJdk(module)) {
        ofJdk.add(name.replace('/', '.'));
      }
      report(name, problem);
      return null;
    }
  }

  /**
   * Looks into the code of a hidden class. Whatever is wrong with it, the JVM is to say.
   *
   * @param by the class whose package and loader it gets
   * @return the code to define
   */
  byte[] hidden(byte[] code, Class<?> by) {
    ClassLoader loader = by.getClassLoader();
    if (loader == null || Hierarchy.isJdk(by.getModule())) {
      return code;
    }
    String name = by.getName();
    try {
      ClassFile file = new ClassFile(code);
      name = file.name();
      byte[] guarded =
          isSkipped(name)
              ? null
              : guardCalls(loader, name, file, Kind.HIDDEN, by.getProtectionDomain(), code);
      return guarded == null ? code : guarded;
    } catch (Throwable problem) {
      report(name, problem);
      return code;
    }
  }

  private void report(String name, Throwable problem) {
    int number = failures.incrementAndGet();
    if (number <= PROBLEMS_SHOWN) {
      problems.println(
          problem(name.replace('/', '.'), problem)
              + (number == PROBLEMS_SHOWN ? " Further ones are not shown." : ""));
    }
  }

  /** Returns what is said of a class that cannot be looked into. */
  static String problem(String type, Throwable problem) {
    return "[ES603] the guard cannot look into a class, whose own calls are not guarded: class="
        + type
        + ", reason="
        + problem
        + ". docs/errors/ES603.md";
  }

  /** Returns whether the calls of a class, not the JDK's, are no body's or stay unguarded. */
  boolean isSkipped(String name) {
    int slash = name.lastIndexOf('/');
    if (slash >= 0 && EVERSTEP.contains(name.substring(0, slash)) || name.startsWith(AGENT)) {
      return !name.equals(Sample.INTERNAL_NAME);
    }
    String binary = name.replace('/', '.');
    if (binary.startsWith("java.") || binary.startsWith("jdk.") || binary.startsWith("sun.")) {
      return true; // made at run time by the JDK, for an application's loader
    }
    for (String prefix : rules.options().skip()) {
      if (binary.startsWith(prefix)) {
        return true;
      }
    }
    return scopes.containsPackageOf(binary);
  }

  private byte @Nullable [] guardCalls(
      ClassLoader loader,
      String name,
      ClassFile file,
      Kind kind,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (kind != Kind.HIDDEN) {
      hierarchy.seen(loader, file);
    }
    CodeSource source = domain == null ? null : domain.getCodeSource();
    boolean isApplication = applications.contains(name, source);
    boolean marked = file.mentions(Trusted.ANNOTATION);
    boolean whole = rules.mentionsWholeClass(file);
    boolean wanted =
        isApplication
            || file.anyReference(
                (field, of, member, descriptor) -> {
                  if (!field && !whole && !rules.mayBe(member)) {
                    return false;
                  }
                  String owner = file.className(of);
                  return field
                      ? rules.field(owner, member) != null
                      : rules.call(owner, member, file.utf8(descriptor), loader) != null;
                });
    if (!wanted && !marked) {
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    if (marked) {
      trusted.read(reader);
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    GuardedCalls calls =
        new GuardedCalls(
            writer,
            new GuardedCalls.Target(
                name,
                loader,
                file,
                kind == Kind.NEW || kind == Kind.LOADED && has(loader, name),
                isApplication),
            rules,
            sites,
            hierarchy,
            trusted);
    reader.accept(calls, 0);
    if (calls.count() == 0) {
      return null;
    }
    if (calls.hasAdded()) {
      remember(loader, name);
    }
    changed.incrementAndGet();
    return writer.toByteArray();
  }

  private boolean has(ClassLoader loader, String name) {
    synchronized (withAdded) {
      return withAdded.getOrDefault(loader, Set.of()).contains(name);
    }
  }

  private void remember(ClassLoader loader, String name) {
    synchronized (withAdded) {
      withAdded.computeIfAbsent(loader, each -> new HashSet<>()).add(name);
    }
  }

  private byte @Nullable [] guardBodies(String name, byte[] bytes, List<Rule> inside) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    boolean isLookup = name.equals(HiddenClasses.LOOKUP);
    GuardedBodies guarded =
        new GuardedBodies(
            isLookup ? new HiddenClasses(writer) : writer, name.replace('/', '.'), inside, sites);
    reader.accept(guarded, 0);
    bodies.addAndGet(guarded.count());
    return guarded.count() == 0 && !isLookup ? null : writer.toByteArray();
  }
}

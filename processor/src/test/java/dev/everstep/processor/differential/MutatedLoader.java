package dev.everstep.processor.differential;

import dev.everstep.processor.differential.Sources.Classes;
import dev.everstep.processor.differential.Sources.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Loads all of Everstep and its tests anew, with some classes of a mutant in their place. */
final class MutatedLoader extends ClassLoader {
  private static final String OURS = "dev.everstep.";

  private final Map<String, byte[]> changed;

  private MutatedLoader(Map<String, byte[]> changed) {
    super(MutatedLoader.class.getClassLoader());
    this.changed = changed;
  }

  /** Returns a loader of what is there, unchanged. */
  static MutatedLoader unchanged() {
    return new MutatedLoader(Map.of());
  }

  /** Compiles a mutant. */
  static MutatedLoader of(Mutant mutant) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Classes classes = new Classes();
    boolean compiled =
        Sources.JAVAC
            .getTask(
                null,
                classes,
                diagnostics,
                List.of("-proc:none", "-parameters", "-g"),
                null,
                List.of(new Source(mutant.className(), mutant.source())))
            .call();
    if (!compiled) {
      throw new AssertionError(mutant.name() + ": " + diagnostics.getDiagnostics());
    }
    return new MutatedLoader(new HashMap<>(classes.files()));
  }

  /** Applies a function of the tests as it is with the changes. */
  @SuppressWarnings("unchecked") // the caller knows
  <A, R> R apply(Class<? extends Function<A, R>> function, A argument) {
    Thread thread = Thread.currentThread();
    ClassLoader outer = thread.getContextClassLoader();
    // Exceptions that were stored are looked up there.
    thread.setContextClassLoader(this);
    try {
      var constructor = loadClass(function.getName()).getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((Function<A, R>) constructor.newInstance()).apply(argument);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    } finally {
      thread.setContextClassLoader(outer);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = bytes(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte @Nullable [] bytes(String name) {
    byte[] other = changed.get(name);
    if (other != null) {
      return other;
    }
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

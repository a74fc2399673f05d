package dev.everstep.processor.attribution;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The javac that runs the processor.
 *
 * @param environment javac's own, not a build tool's wrapper of it
 * @param trees its trees, for positions only: asking them for elements or scopes would spoil the
 *     compilation
 * @param task the compilation, for its events
 */
public record Host(ProcessingEnvironment environment, Trees trees, JavacTask task) {
  private static final int WRAPPERS_MAX = 5;

  /**
   * Returns the javac behind an environment.
   *
   * @throws UnsupportedHostException if it is another compiler's
   */
  public static Host of(ProcessingEnvironment given) {
    ProcessingEnvironment environment = given;
    for (int i = 0; i < WRAPPERS_MAX; i++) {
      try {
        return new Host(environment, Trees.instance(environment), JavacTask.instance(environment));
      } catch (IllegalArgumentException notJavacs) {
        Optional<ProcessingEnvironment> inner = wrapped(environment);
        environment =
            inner.orElseThrow(() -> new UnsupportedHostException(given.getClass().getName()));
      }
    }
    throw new UnsupportedHostException(given.getClass().getName());
  }

  /** Gradle and IntelliJ wrap the environment, and offer no way to it but the wrapper's field. */
  private static Optional<ProcessingEnvironment> wrapped(ProcessingEnvironment wrapper) {
    Object holder =
        Proxy.isProxyClass(wrapper.getClass()) ? Proxy.getInvocationHandler(wrapper) : wrapper;
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        try {
          field.setAccessible(true);
          if (field.get(holder) instanceof ProcessingEnvironment inner) {
            return Optional.of(inner);
          }
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}

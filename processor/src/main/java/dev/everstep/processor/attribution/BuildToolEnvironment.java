package dev.everstep.processor.attribution;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The wrappers that build tools put around javac's environment to see which files a processor
 * writes. {@code Trees.instance} and {@code JavacTask.instance} take javac's own object only.
 *
 * <ul>
 *   <li>Gradle wraps it for every incremental processor, in a class with a field {@code delegate},
 *       and gives no access to it: <a href="https://github.com/gradle/gradle/pull/8393">pull
 *       request 8393</a> was not merged.
 *   <li>IntelliJ IDEA's builder wraps it since 2020.3, in a dynamic proxy whose interface {@code
 *       APIWrappers.WrapperDelegateAccessor} leads to it: <a
 *       href="https://youtrack.jetbrains.com/issue/IDEA-256707">IDEA-256707</a>.
 * </ul>
 *
 * <p>This class can go when {@code Trees} can be had from a wrapper. Files must still be written
 * through the wrapper's {@code Filer}.
 */
final class BuildToolEnvironment {
  private BuildToolEnvironment() {}

  /** Returns what a wrapper wraps, itself another wrapper perhaps; empty if it is none. */
  static Optional<ProcessingEnvironment> unwrap(ProcessingEnvironment wrapper) {
    if (!Proxy.isProxyClass(wrapper.getClass())) {
      return fieldOf(wrapper);
    }
    return accessorOf(wrapper).or(() -> fieldOf(Proxy.getInvocationHandler(wrapper)));
  }

  private static Optional<ProcessingEnvironment> accessorOf(ProcessingEnvironment proxy) {
    for (Class<?> type : proxy.getClass().getInterfaces()) {
      try {
        Method accessor = type.getMethod("getWrapperDelegate");
        if (accessor.invoke(proxy) instanceof ProcessingEnvironment inner) {
          return Optional.of(inner);
        }
      } catch (ReflectiveOperationException notIntelliJs) {
        // Another interface of the proxy may have it.
      }
    }
    return Optional.empty();
  }

  private static Optional<ProcessingEnvironment> fieldOf(Object holder) {
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

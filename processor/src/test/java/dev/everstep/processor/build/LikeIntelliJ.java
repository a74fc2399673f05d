package dev.everstep.processor.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;

/**
 * Runs a processor as IntelliJ IDEA's builder does ({@code org.jetbrains.jps.javac.APIWrappers}):
 * processor, environment and filer are dynamic proxies; what is created by the filer is noted.
 */
public final class LikeIntelliJ {
  /** The interface of all proxies, through which what they wrap can be had since 2020.3.1. */
  public interface WrapperDelegateAccessor {
    /** Returns what is wrapped. */
    Object getWrapperDelegate();
  }

  private final boolean accessor;
  private final List<String> created = new ArrayList<>();

  /**
   * Creates a builder.
   *
   * @param accessor whether proxies have the interface; the first version's had not
   */
  LikeIntelliJ(boolean accessor) {
    this.accessor = accessor;
  }

  /** Returns the names of what was created by the filer. */
  List<String> created() {
    return created;
  }

  Processor wrap(Processor processor) {
    return proxy(
        Processor.class,
        processor,
        (method, arguments) -> {
          if (method.getName().equals("init")) {
            return new Object[] {environment((ProcessingEnvironment) arguments[0])};
          }
          return arguments;
        },
        "");
  }

  private ProcessingEnvironment environment(ProcessingEnvironment javacs) {
    Filer filer =
        proxy(
            Filer.class,
            javacs.getFiler(),
            (method, arguments) -> {
              if (method.getName().startsWith("create")) {
                created.add(String.valueOf(arguments[arguments.length - 2]));
              }
              return arguments;
            },
            "");
    return proxy(ProcessingEnvironment.class, javacs, (method, arguments) -> arguments, filer);
  }

  private interface Change {
    Object[] arguments(Method method, Object[] given);
  }

  private <T> T proxy(Class<T> type, T delegateTo, Change change, Object filer) {
    InvocationHandler handler =
        new InvocationHandler() {
          @Override
          public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == WrapperDelegateAccessor.class) {
              return delegateTo;
            }
            if (method.getName().equals("getFiler")) {
              return filer;
            }
            try {
              return method.invoke(delegateTo, change.arguments(method, arguments));
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          }
        };
    Class<?>[] types =
        accessor ? new Class<?>[] {type, WrapperDelegateAccessor.class} : new Class<?>[] {type};
    return type.cast(Proxy.newProxyInstance(LikeIntelliJ.class.getClassLoader(), types, handler));
  }
}

package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All probes and all look-alikes, in a fixed order. */
public final class Probes {
  private static final List<Class<?>> PROBES =
      List.of(
          TimeProbes.class,
          RandomProbes.class,
          OrderProbes.class,
          ThreadProbes.class,
          LockProbes.class,
          FileProbes.class,
          NetworkProbes.class,
          ProcessProbes.class,
          ConsoleProbes.class,
          EnvProbes.class,
          ReflectProbes.class,
          DataProbes.class,
          StaticProbes.class);
  private static final List<Class<?>> LOOK_ALIKES =
      List.of(
          ValueLookAlikes.class,
          TextLookAlikes.class,
          TimeLookAlikes.class,
          CollectionLookAlikes.class,
          LanguageLookAlikes.class,
          LoggingLookAlikes.class,
          LibraryLookAlikes.class,
          StepLookAlikes.class);

  private Probes() {}

  /**
   * A body with a nondeterministic call.
   *
   * @param method static, with a {@code WorkflowContext} as only parameter
   * @param group of the catalogue
   * @param probe what it says of itself
   */
  public record Dirty(Method method, String group, Probe probe) implements Body {}

  /**
   * A body that only looks nondeterministic.
   *
   * @param method static, with a {@code WorkflowContext} as only parameter
   * @param lookAlike what it says of itself
   */
  public record Clean(Method method, LookAlike lookAlike) implements Body {}

  /** One body. */
  public sealed interface Body {
    /** Returns the method as it was written. */
    Method method();

    /** Returns {@code Class.method}, as tests name it. */
    default String name() {
      return method().getDeclaringClass().getSimpleName() + "." + method().getName();
    }

    /** Returns the binary name of the machine that was compiled from the method. */
    default String machine() {
      return method().getDeclaringClass().getName() + "$" + method().getName();
    }

    /**
     * Calls the method as it was written.
     *
     * @return its result; null if it has none
     * @throws Throwable what the method throws
     */
    default @Nullable Object call(WorkflowContext ctx) throws Throwable {
      try {
        return method().invoke(null, ctx);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** Returns all bodies with a nondeterministic call. */
  public static List<Dirty> dirty() {
    return methods(PROBES)
        .map(
            method ->
                new Dirty(
                    method,
                    method.getDeclaringClass().getAnnotation(Group.class).value(),
                    method.getAnnotation(Probe.class)))
        .toList();
  }

  /** Returns all bodies that only look nondeterministic. */
  public static List<Clean> clean() {
    return methods(LOOK_ALIKES)
        .map(method -> new Clean(method, method.getAnnotation(LookAlike.class)))
        .toList();
  }

  private static Stream<Method> methods(List<Class<?>> classes) {
    return classes.stream()
        .flatMap(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .sorted(Comparator.comparing(Method::getName)));
  }
}

package dev.everstep.processor.corpus;

import dev.everstep.StepContext;
import dev.everstep.codec.ValueCodec;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Local;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Point;
import dev.everstep.processor.support.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Runs a static method and its machine on the same arguments. The machine is a new one after every
 * suspension, with the live locals alone; scalars among them are stored and read back. Arguments
 * and results of steps are passed on as they are, since a library's functions change what they are
 * given, which a stored step would not see.
 */
final class Comparison {
  private static final int SUSPENSIONS_MAX = 100_000;

  /** Classes whose results depend on time, chance, threads or the machine. */
  private static final Set<String> UNSTEADY =
      Set.of(
          "RandomStringUtils",
          "RandomUtils",
          "ThreadUtils",
          "SystemUtils",
          "SystemProperties",
          "StopWatch",
          "RuntimeEnvironment",
          "CachedRandomBits",
          "ThreadMonitor",
          "ClassLoaderUtils",
          "DurationUtils",
          "ArchUtils");

  /** Methods whose results show who called them, or the name of a lambda's class. */
  private static final Set<String> SHOW_THEIR_PLACE =
      Set.of(
          "getRootCauseStackTrace",
          "getRootCauseStackTraceList",
          "getStackFrameList",
          "getStackFrames",
          "getStackTrace",
          "toSupplier");

  private static final Set<Type> SCALARS =
      Set.of(
          String.class,
          int.class,
          long.class,
          short.class,
          byte.class,
          char.class,
          float.class,
          double.class,
          boolean.class,
          Integer.class,
          Long.class,
          Character.class,
          Boolean.class);

  private final ClassLoader loader;
  private final ValueCodec values = new ValueCodec();
  private int inputs;
  private int suspensions;

  /** Creates a comparison of the classes in a directory, apart from those of the tests. */
  Comparison(Library library, Path classes) {
    try {
      URL[] path = {classes.toUri().toURL(), library.jar().toUri().toURL()};
      this.loader = new Own(path, library.packages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many inputs were compared. */
  int inputs() {
    return inputs;
  }

  /** Returns how often machines were suspended. */
  int suspensions() {
    return suspensions;
  }

  /** Returns whether a method is static, steady, and takes what there are arguments for. */
  static boolean fits(Taken taken) {
    String simple = taken.owner().substring(taken.owner().lastIndexOf('.') + 1);
    String name = taken.original().toLowerCase(Locale.ROOT);
    Arguments arguments = new Arguments(0);
    return taken.isStatic()
        && !UNSTEADY.contains(simple)
        && !taken.owner().contains(".concurrent.")
        && !SHOW_THEIR_PLACE.contains(taken.original())
        && !name.contains("identity")
        && !name.contains("now")
        && !name.contains("shuffle")
        && !name.contains("sleep")
        && taken.parameters().stream().allMatch(arguments::knows);
  }

  /** Returns the first difference that some inputs show. */
  Optional<String> difference(Verdict verdict, long seed, int count) throws Exception {
    Taken taken = verdict.taken();
    MachineType type = (MachineType) loader.loadClass(verdict.machine()).getField("TYPE").get(null);
    Method plain = plain(taken, loader.loadClass(type.declaringClass().getName()));
    for (int i = 0; i < count; i++) {
      long each =
          seed + 31L * (taken.owner() + taken.original() + taken.parameters()).hashCode() + i;
      inputs++;
      String expected = outcome(arguments(plain, each), all -> invoke(plain, all));
      String actual = outcome(arguments(plain, each), all -> run(type, all));
      if (!expected.equals(actual)) {
        return Optional.of(
            "%s, input %s:%nplain   %s%nmachine %s"
                .formatted(taken.shown(), shown(arguments(plain, each)), expected, actual));
      }
    }
    return Optional.empty();
  }

  private static Method plain(Taken taken, Class<?> owner) {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(taken.original())
          && Arrays.stream(method.getParameterTypes())
              .map(Class::getTypeName)
              .toList()
              .equals(taken.parameters())) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new AssertionError("no method " + taken.shown());
  }

  private static @Nullable Object[] arguments(Method method, long seed) {
    Arguments arguments = new Arguments(seed);
    return Arrays.stream(method.getParameterTypes()).map(arguments::next).toArray();
  }

  private interface Call {
    @Nullable Object with(@Nullable Object[] arguments) throws Throwable;
  }

  private static String outcome(@Nullable Object[] arguments, Call call) {
    String end;
    try {
      end = shown(call.with(arguments));
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      end = "throws " + shown(e);
    }
    return end + " and leaves " + shown(arguments);
  }

  private static @Nullable Object invoke(Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private @Nullable Object run(MachineType type, @Nullable Object[] arguments) throws Throwable {
    Machine machine = machine(type);
    Op op = machine.start(arguments);
    for (int i = 0; !(op instanceof Op.Return); i++) {
      if (i == SUSPENSIONS_MAX) {
        throw new AssertionError(type + " does not end");
      }
      suspensions++;
      machine = move(type, machine);
      Op.Step step = (Op.Step) op;
      Object result;
      try {
        result = machine(type).call(step.point(), new Given(step.arguments()));
      } catch (Exception e) {
        op = machine.resumeWithFailure(e);
        continue;
      }
      op = machine.resume(result);
    }
    return ((Op.Return) op).value();
  }

  private static Machine machine(MachineType type) {
    Machine machine = type.create();
    machine.bind(null, new TestContext());
    return machine;
  }

  private Machine move(MachineType type, Machine from) {
    Point point = Objects.requireNonNull(type.point(from.point()));
    Machine to = machine(type);
    for (int index : point.live()) {
      Local local = type.locals().get(index);
      Object value = from.local(index);
      if (SCALARS.contains(local.type())) {
        value = values.copy(value, local.type());
      }
      to.local(index, value);
    }
    to.restore(point.index());
    return to;
  }

  private record Given(@Nullable Object[] arguments) implements Invocation {
    @Override
    public <T> T instance(Class<T> type) {
      throw new AssertionError("all functions are static");
    }

    @Override
    public StepContext context() {
      throw new AssertionError("no function takes a context");
    }

    @Override
    @SuppressWarnings("unchecked") // the generated code knows
    public <T> T argument(int index) {
      return (T) arguments[index];
    }
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value.getClass().isArray()) {
      StringJoiner all = new StringJoiner(", ", value.getClass().getSimpleName() + "{", "}");
      for (int i = 0; i < Array.getLength(value); i++) {
        all.add(shown(Array.get(value, i)));
      }
      return all.toString();
    }
    if (value instanceof Collection<?> collection) {
      List<String> all = new ArrayList<>();
      collection.forEach(one -> all.add(shown(one)));
      return all.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner all = new StringJoiner(", ", "{", "}");
      map.forEach((key, one) -> all.add(shown(key) + "=" + shown(one)));
      return all.toString();
    }
    if (value instanceof NullPointerException
        && String.valueOf(((Throwable) value).getMessage()).startsWith("Cannot ")) {
      return "NullPointerException"; // The JVM's message names the variable.
    }
    String text = value instanceof Throwable thrown ? thrown.getMessage() : value.toString();
    return value.getClass().getSimpleName()
        + " "
        + String.valueOf(text).replaceAll("@[0-9a-f]+", "@");
  }

  /** Defines the library's classes itself, so that all of a package are in one. */
  private static final class Own extends URLClassLoader {
    private final String packages;

    Own(URL[] path, String packages) {
      super(path, Comparison.class.getClassLoader());
      this.packages = packages;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith(packages)) {
          return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known != null ? known : findClass(name);
      }
    }
  }
}

package dev.everstep.processor.support;

import dev.everstep.Fn;
import dev.everstep.StepContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls functions by their shape, as a context of a unit test does. */
public final class PlainCalls {
  private PlainCalls() {}

  /**
   * Calls a function.
   *
   * @param context what it is given if it takes a context
   * @param receivers the objects that it may be called on
   */
  @SuppressWarnings("unchecked") // the function's own type
  public static <R, X extends Exception> R call(
      Fn function, Object[] arguments, StepContext context, List<?> receivers) throws X {
    Method shape = shape(function);
    int before = shape.getParameterCount() - arguments.length;
    if (before == 0) {
      return (R) invoke(shape, function, Arrays.asList(arguments));
    }
    List<Object> first = new ArrayList<>(receivers);
    if (before == 1) {
      first.add(0, context);
    }
    for (Object receiver : first) {
      List<@Nullable Object> all = new ArrayList<>(Arrays.asList(arguments));
      if (before == 2) {
        all.add(0, context);
      }
      all.add(0, receiver);
      try {
        return (R) invoke(shape, function, all);
      } catch (ClassCastException e) {
        if (!isOfReceiver(e)) {
          throw e;
        }
      }
    }
    throw new AssertionError("no object to call the function on among " + receivers);
  }

  private static Method shape(Fn function) {
    for (Method method : function.getClass().getInterfaces()[0].getMethods()) {
      if (method.getName().equals("call")) {
        return method;
      }
    }
    throw new AssertionError("not a function: " + function);
  }

  private static @Nullable Object invoke(
      Method shape, Fn function, List<@Nullable Object> arguments) {
    try {
      return shape.invoke(function, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw PlainCalls.<RuntimeException>as(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The method reference itself casts its receiver; its frame is hidden. */
  private static boolean isOfReceiver(ClassCastException e) {
    String thrower = e.getStackTrace()[0].getClassName();
    return thrower.startsWith("java.lang.") || thrower.startsWith("jdk.internal.");
  }

  @SuppressWarnings("unchecked") // erased
  private static <X extends Throwable> X as(Throwable cause) throws X {
    throw (X) cause;
  }
}

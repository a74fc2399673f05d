package dev.everstep.processor.support;

import dev.everstep.Fn;
import dev.everstep.StepContext;
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
  @SuppressWarnings("unchecked") // the function's own types
  public static <R, X extends Exception> R call(
      Fn function, Object[] arguments, StepContext context, List<?> receivers) throws X {
    int before = parameters(function) - arguments.length;
    try {
      if (before == 0) {
        return (R) invoke(function, arguments);
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
          return (R) invoke(function, all.toArray());
        } catch (ClassCastException e) {
          if (!isOfReceiver(e)) {
            throw e;
          }
        }
      }
    } catch (Exception e) {
      throw (X) e;
    }
    throw new AssertionError("no object to call the function on among " + receivers);
  }

  /** The method reference itself casts its receiver; its frame is hidden. */
  private static boolean isOfReceiver(ClassCastException e) {
    return e.getStackTrace()[0].getClassName().equals(PlainCalls.class.getName());
  }

  private static int parameters(Fn function) {
    for (Method method : function.getClass().getInterfaces()[0].getMethods()) {
      if (method.getName().equals("call")) {
        return method.getParameterCount();
      }
    }
    throw new AssertionError("not a function: " + function);
  }

  @SuppressWarnings("unchecked") // a method reference casts what it is given
  private static @Nullable Object invoke(Fn function, @Nullable Object[] a) throws Exception {
    if (function instanceof Fn.F0) {
      return ((Fn.F0<Object, Exception>) function).call();
    }
    if (function instanceof Fn.V0) {
      ((Fn.V0<Exception>) function).call();
      return null;
    }
    if (function instanceof Fn.F1) {
      return ((Fn.F1<Object, Object, Exception>) function).call(a[0]);
    }
    if (function instanceof Fn.V1) {
      ((Fn.V1<Object, Exception>) function).call(a[0]);
      return null;
    }
    if (function instanceof Fn.F2) {
      return ((Fn.F2<Object, Object, Object, Exception>) function).call(a[0], a[1]);
    }
    if (function instanceof Fn.V2) {
      ((Fn.V2<Object, Object, Exception>) function).call(a[0], a[1]);
      return null;
    }
    if (function instanceof Fn.F3) {
      return ((Fn.F3<Object, Object, Object, Object, Exception>) function).call(a[0], a[1], a[2]);
    }
    if (function instanceof Fn.V3) {
      ((Fn.V3<Object, Object, Object, Exception>) function).call(a[0], a[1], a[2]);
      return null;
    }
    if (function instanceof Fn.F4) {
      return ((Fn.F4<Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3]);
    }
    if (function instanceof Fn.V4) {
      ((Fn.V4<Object, Object, Object, Object, Exception>) function).call(a[0], a[1], a[2], a[3]);
      return null;
    }
    if (function instanceof Fn.F5) {
      return ((Fn.F5<Object, Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4]);
    }
    if (function instanceof Fn.V5) {
      ((Fn.V5<Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4]);
      return null;
    }
    if (function instanceof Fn.F6) {
      return ((Fn.F6<Object, Object, Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5]);
    }
    if (function instanceof Fn.V6) {
      ((Fn.V6<Object, Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5]);
      return null;
    }
    if (function instanceof Fn.F7) {
      return ((Fn.F7<Object, Object, Object, Object, Object, Object, Object, Object, Exception>)
              function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
    }
    if (function instanceof Fn.V7) {
      ((Fn.V7<Object, Object, Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
      return null;
    }
    if (function instanceof Fn.F8) {
      return ((Fn.F8<
                  Object,
                  Object,
                  Object,
                  Object,
                  Object,
                  Object,
                  Object,
                  Object,
                  Object,
                  Exception>)
              function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    }
    if (function instanceof Fn.V8) {
      ((Fn.V8<Object, Object, Object, Object, Object, Object, Object, Object, Exception>) function)
          .call(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
      return null;
    }
    throw new AssertionError("not a function: " + function);
  }
}

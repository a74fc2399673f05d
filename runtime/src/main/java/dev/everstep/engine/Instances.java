package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The objects that functions and workflows are called on: one of each class, made when it is first
 * needed, by the user's factory or else by the public constructor without parameters. Thread-safe.
 */
public final class Instances {
  private final Map<Class<?>, Supplier<?>> factories;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

  /** Creates an empty collection over the user's factories. */
  public Instances(Map<Class<?>, Supplier<?>> factories) {
    this.factories = Map.copyOf(factories);
  }

  /**
   * Returns the object of a class.
   *
   * @throws InvalidInputException ES206 if it cannot be made
   */
  public Object of(Class<?> type) {
    Object known = made.get(type);
    if (known != null) {
      return known;
    }
    // Not computeIfAbsent: a constructor may take long or need another instance. Of two objects
    // made at the same time one is kept.
    Object created = create(type);
    Object earlier = made.putIfAbsent(type, created);
    return earlier != null ? earlier : created;
  }

  private Object create(Class<?> type) {
    Supplier<?> factory = factories.get(type);
    if (factory != null) {
      Object created;
      try {
        created = factory.get();
      } catch (RuntimeException e) {
        throw none(type, "its factory threw " + e, e);
      }
      if (!type.isInstance(created)) {
        throw none(type, "its factory returned " + created, null);
      }
      return created;
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      if (!Modifier.isPublic(constructor.getModifiers())
          && !Modifier.isPrivate(type.getModifiers())
          && Modifier.isPublic(type.getModifiers())) {
        throw none(type, "its constructor without parameters is not public", null);
      }
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw none(type, "it has no constructor without parameters", e);
    } catch (InvocationTargetException e) {
      throw none(type, "its constructor threw " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      if (e instanceof InvalidInputException ours) {
        throw ours;
      }
      throw none(type, "it cannot be constructed: " + e, e);
    }
  }

  private static InvalidInputException none(Class<?> type, String why, Throwable cause) {
    return new InvalidInputException(
        ErrorCode.ES206,
        "no instance of "
            + type.getName()
            + ": "
            + why
            + ". Give it a public constructor without parameters, or give the builder a factory for"
            + " it: builder.functions("
            + type.getSimpleName()
            + ".class, ...).",
        cause);
  }
}

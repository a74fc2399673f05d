package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The function a step calls.
 *
 * @param name what traces show: {@code Articles.fetch}, or an inline step's name
 * @param owner the class that declares the function; null for an inline step
 * @param method the method's simple name; null for an inline step
 * @param parameterTypes the erased types of the method's parameters, a leading {@code StepContext}
 *     included; where {@code @Function} is looked up. Empty for an inline step
 * @param arguments the types of the values that are passed and stored as the step's input, without
 *     {@code StepContext}; for an inline step, of the locals it captures
 * @param argumentNames their names, for traces; as many as {@code arguments}
 * @param result the type of the result; {@code void.class} if there is none
 */
public record FunctionRef(
    String name,
    @Nullable Class<?> owner,
    @Nullable String method,
    List<Class<?>> parameterTypes,
    List<Type> arguments,
    List<String> argumentNames,
    Type result) {
  /** Copies the lists. */
  public FunctionRef {
    parameterTypes = List.copyOf(parameterTypes);
    arguments = List.copyOf(arguments);
    argumentNames = List.copyOf(argumentNames);
    if (arguments.size() != argumentNames.size()) {
      throw new IllegalArgumentException("arguments=" + arguments + ", names=" + argumentNames);
    }
  }

  /** Returns whether this is an inline step. */
  public boolean isInline() {
    return owner == null;
  }
}

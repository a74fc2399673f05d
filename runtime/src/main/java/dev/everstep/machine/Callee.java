package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;

/**
 * The durable method that a call pushes a frame for.
 *
 * @param type asked for when a call is first reached, since methods may call each other in a circle
 * @param typeArguments one for each type parameter of the method; they may mention those of the
 *     caller
 */
public record Callee(Supplier<MachineType> type, List<Type> typeArguments) {
  /** Copies the list. */
  public Callee {
    typeArguments = List.copyOf(typeArguments);
  }
}

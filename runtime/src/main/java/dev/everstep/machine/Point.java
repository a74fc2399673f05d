package dev.everstep.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suspension point of a compiled method.
 *
 * @param index from 1, with gaps; what the machine switches on and traces show
 * @param id what the journal keeps: {@code kind:name}, with {@code #n} for the n-th of that name in
 *     the method from the second on
 * @param kind what is waited for
 * @param line the source line of the call, from 1
 * @param function what a step calls; null for other kinds
 * @param callee what a call pushes a frame for; null for other kinds
 * @param live indexes into {@link MachineType#locals()} of the locals that the code behind this
 *     point still reads
 */
public record Point(
    int index,
    String id,
    PointKind kind,
    int line,
    @Nullable FunctionRef function,
    @Nullable Callee callee,
    List<Integer> live) {
  /** Copies the list. */
  public Point {
    live = List.copyOf(live);
  }
}

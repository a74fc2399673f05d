package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.codec.FrameImage;
import dev.everstep.codec.FrameLayouts;
import dev.everstep.machine.Callee;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Point;
import dev.everstep.machine.Stack;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A compiled workflow with all durable methods that it calls, ready to run. Thread-safe. */
public final class WorkflowCode {
  private final MachineType type;
  private final Supplier<?> instances;
  private final FrameLayouts layouts;
  private final Map<Point, FunctionPolicy> policies = new IdentityHashMap<>();
  private final boolean migrates;

  /**
   * Reads what the functions of a workflow declare.
   *
   * @throws dev.everstep.InvalidInputException ES209 if an annotation makes no sense
   */
  WorkflowCode(MachineType type, Supplier<?> instances) {
    this.type = type;
    this.instances = instances;
    this.layouts = FrameLayouts.of(type);
    Set<MachineType> met = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean any = false;
    Deque<MachineType> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      MachineType method = open.pop();
      if (met.add(method)) {
        any |= method.migrates();
        for (Point point : method.points()) {
          if (point.function() != null) {
            policies.put(point, FunctionPolicy.of(point.function()));
          }
          Callee callee = point.callee();
          if (callee != null) {
            open.push(callee.type().get());
          }
        }
      }
    }
    this.migrates = any;
  }

  /** Returns whether frames of earlier code may have to be migrated. */
  boolean migrates() {
    return migrates;
  }

  /** Returns what the compiler knows of the entry method. */
  public MachineType type() {
    return type;
  }

  /** Returns the stored name. */
  public String name() {
    return type.workflow();
  }

  /** Returns what is declared of the function of a step, in the entry or in a method it calls. */
  FunctionPolicy policy(Point point) {
    return policies.getOrDefault(point, FunctionPolicy.DEFAULT);
  }

  /** Returns which locals the stored frames of this workflow need. */
  FrameLayouts layouts() {
    return layouts;
  }

  /** Returns a stack that has not started. */
  Activation activate(RunId run, int framesMax) {
    SegmentContext context = new SegmentContext(run, type.declaringClass());
    return new Activation(new Stack(type, instances.get(), context, framesMax), context);
  }

  /** Returns a stack that waits where the stored frames say. */
  Activation restore(RunId run, List<FrameImage> frames, int framesMax) {
    Activation live = activate(run, framesMax);
    frames.forEach(frame -> live.stack().restore(frame.point(), frame.values()));
    return live;
  }
}

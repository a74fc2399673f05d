package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.codec.FrameImage;
import dev.everstep.machine.Local;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A compiled workflow, ready to run. Immutable and thread-safe. */
public final class WorkflowCode {
  private final MachineType type;
  private final Supplier<?> instances;
  private final List<FunctionPolicy> policies = new ArrayList<>();
  private final Map<String, List<Local>> liveAt = new HashMap<>();

  /**
   * Reads what the functions of a workflow declare.
   *
   * @throws dev.everstep.InvalidInputException ES209 if an annotation makes no sense
   */
  WorkflowCode(MachineType type, Supplier<?> instances) {
    this.type = type;
    this.instances = instances;
    for (Point point : type.points()) {
      policies.add(
          point.function() == null ? FunctionPolicy.DEFAULT : FunctionPolicy.of(point.function()));
      liveAt.put(point.id(), point.live().stream().map(type.locals()::get).toList());
    }
  }

  /** Returns what the compiler knows of the entry method. */
  public MachineType type() {
    return type;
  }

  /** Returns the stored name. */
  public String name() {
    return type.workflow();
  }

  FunctionPolicy policy(Point point) {
    return policies.get(point.index() - 1);
  }

  /** Returns the locals that are live at a point; null if there is no such method or point. */
  @Nullable List<Local> liveAt(String method, String point) {
    return method.equals(type.method()) ? liveAt.get(point) : null;
  }

  /** Returns a machine that has not started. */
  Activation activate(RunId run) {
    SegmentContext context = new SegmentContext(run, type.declaringClass());
    Machine machine = type.create();
    machine.bind(instances.get(), context);
    return new Activation(machine, context);
  }

  /** Returns the frames of a machine as they are to be stored. */
  List<FrameImage> image(Machine machine) {
    Point point = type.point(machine.point());
    List<@Nullable Object> values = new ArrayList<>(point.live().size());
    for (int local : point.live()) {
      values.add(machine.local(local));
    }
    return List.of(
        new FrameImage(
            type.method(), point.id(), liveAt.getOrDefault(point.id(), List.of()), values));
  }

  /** Returns a machine that waits where the stored frames say. */
  Activation restore(RunId run, List<FrameImage> frames) {
    FrameImage frame = frames.get(frames.size() - 1);
    Point point = type.point(frame.point());
    if (point == null) {
      throw new IllegalStateException("run=" + run + ": no point " + frame.point());
    }
    Activation live = activate(run);
    live.machine().restore(point.index());
    for (int i = 0; i < point.live().size(); i++) {
      live.machine().local(point.live().get(i), frame.values().get(i));
    }
    return live;
  }
}

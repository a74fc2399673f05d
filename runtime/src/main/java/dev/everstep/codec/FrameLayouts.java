package dev.everstep.codec;

import dev.everstep.machine.Local;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Point;
import dev.everstep.machine.TypedMethod;
import java.util.ArrayList;
import java.util.List;

/** Knows which locals the code at hand needs at the suspension points of a stack. */
@FunctionalInterface
public interface FrameLayouts {
  /**
   * Returns for each frame the locals that are live at its point, in the order in which the values
   * are wanted; for the outer frames only, if the code has no such method or point further in.
   *
   * @param frames the stored stack, the outermost frame first
   * @throws FrameMismatchException if the code calls another method than a frame is of
   */
  List<List<Local>> liveAt(List<StoredFrame> frames);

  /**
   * Returns the layouts of a workflow: the outermost frame is the entry's, and each other one that
   * of the method that the frame before it calls where it waits.
   */
  static FrameLayouts of(MachineType entry) {
    return frames -> {
      List<List<Local>> layouts = new ArrayList<>();
      TypedMethod method = TypedMethod.entry(entry);
      for (StoredFrame frame : frames) {
        // A workflow has one entry, which is the same whatever it is called now.
        boolean known = layouts.isEmpty() || method.isStoredAs(frame.method(), entry);
        if (!known) {
          throw FrameMismatchException.otherCallee(
              frames.get(layouts.size() - 1), frame, method.storedName(entry));
        }
        Point point = method.type().point(frame.point());
        boolean isLast = layouts.size() == frames.size() - 1;
        if (point == null || (point.callee() == null) != isLast) {
          break;
        }
        layouts.add(method.live(point));
        if (!isLast) {
          method = method.callee(point);
        }
      }
      return layouts;
    };
  }
}

package dev.everstep.codec;

import dev.everstep.machine.Local;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which locals the code at hand needs at a suspension point. */
@FunctionalInterface
public interface FrameLayouts {
  /**
   * Returns the locals that are live at a point, in the order in which the values are wanted; null
   * if the code has no such method or the method no such point.
   *
   * @param method the method's name, unique in the workflow
   * @param point the id of the suspension point
   */
  @Nullable List<Local> liveAt(String method, String point);
}

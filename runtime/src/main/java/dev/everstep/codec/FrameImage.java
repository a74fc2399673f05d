package dev.everstep.codec;

import dev.everstep.machine.Local;
import dev.everstep.machine.Point;
import dev.everstep.machine.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame with its values, before it is written or after it is read. Immutable but for the
 * values.
 *
 * @param method the method's stored name
 * @param point the id of the suspension point at which the frame waits
 * @param locals the locals that are live there
 * @param values one for each local
 */
public record FrameImage(
    String method, String point, List<Local> locals, List<@Nullable Object> values) {
  /** Returns the frames of a stack that waits, the outermost first. */
  public static List<FrameImage> of(Stack stack) {
    List<FrameImage> images = new ArrayList<>();
    for (Stack.Level level : stack.levels()) {
      Point point = level.point();
      List<@Nullable Object> values = new ArrayList<>(point.live().size());
      for (int local : point.live()) {
        values.add(level.machine().local(local));
      }
      images.add(
          new FrameImage(
              level.method().storedName(stack.entry()),
              point.id(),
              level.method().live(point),
              values));
    }
    return images;
  }

  /** Copies the lists and checks that there is a value for each local. */
  public FrameImage {
    locals = List.copyOf(locals);
    values = Collections.unmodifiableList(new ArrayList<>(values));
    if (locals.size() != values.size()) {
      throw new IllegalArgumentException("locals=" + locals + ", values=" + values.size());
    }
  }
}

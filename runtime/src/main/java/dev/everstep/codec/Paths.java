package dev.everstep.codec;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;

/** Says where in a value something is, as in {@code result.items[3].owner}. */
final class Paths {
  /** More than anyone reads; a cycle or a deep value would print hundreds. */
  private static final int STEPS_MAX = 16;

  private Paths() {}

  /** Returns the path that Jackson collected, below a root. */
  static String of(String root, Throwable thrown) {
    StringBuilder path = new StringBuilder(root);
    if (thrown instanceof JsonMappingException located) {
      List<JsonMappingException.Reference> steps = located.getPath();
      for (JsonMappingException.Reference step :
          steps.subList(0, Math.min(STEPS_MAX, steps.size()))) {
        if (step.getFieldName() == null) {
          path.append('[').append(step.getIndex()).append(']');
        } else if (step.getFrom() instanceof Map
            || step.getFrom() instanceof Class<?> from && Map.class.isAssignableFrom(from)) {
          path.append('[').append(step.getFieldName()).append(']');
        } else {
          path.append('.').append(step.getFieldName());
        }
      }
      if (steps.size() > STEPS_MAX) {
        path.append("...");
      }
    }
    return path.toString();
  }

  /** Returns what a label names a value by in a path: its first word. */
  static String root(String label) {
    int space = label.indexOf(' ');
    return space < 0 ? label : label.substring(0, space);
  }
}

package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.List;

/**
 * A local variable, parameter or temporary that a frame can hold.
 *
 * @param name unique among those that are live at a point; what the frame names it in the journal
 * @param type the declared type with its type arguments
 * @param former names that frames of earlier versions may have for it, the latest first
 */
public record Local(String name, Type type, List<String> former) {
  /** Copies the list. */
  public Local {
    former = List.copyOf(former);
  }

  /** Creates a local that has always had its name. */
  public Local(String name, Type type) {
    this(name, type, List.of());
  }
}

package dev.everstep.processor.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier code stored at a suspension point, as its step graph says.
 *
 * @param kind {@code step}, {@code sleep} or {@code call}
 * @param live the types of the locals by name
 * @param former the names that locals had in versions before, the latest first, by name
 * @param arguments the types of the step's arguments by name, in order
 * @param whole whether that is all: of code before what was accepted, there is only what a
 *     migration takes
 */
public record StoredFrame(
    String kind,
    Map<String, String> live,
    Map<String, List<String>> former,
    Map<String, String> arguments,
    boolean whole) {
  /** Copies the maps, which keep their order. */
  public StoredFrame {
    live = new LinkedHashMap<>(live);
    former = Map.copyOf(former);
    arguments = new LinkedHashMap<>(arguments);
  }
}

package dev.everstep.codec;

import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import java.util.List;

/**
 * One frame as it is stored, for people and for code that does not know the types.
 *
 * @param method {@code run}, the entry's name; of a helper also the types of its parameters, as in
 *     {@code visit(String,int)}, and its class if that is another one, as in {@code
 *     Payments.charge(Order)}
 * @param point the id of the suspension point at which the frame waits
 * @param locals the stored locals
 */
public record StoredFrame(String method, String point, List<StoredLocal> locals) {
  /** Copies the list. */
  public StoredFrame {
    locals = List.copyOf(locals);
  }

  /** Returns whether it holds these locals and no others, each with the type that it has there. */
  public boolean holds(List<Local> live) {
    return locals.size() == live.size()
        && live.stream()
            .allMatch(
                wanted ->
                    locals.stream()
                        .anyMatch(
                            local ->
                                (local.name().equals(wanted.name())
                                        || wanted.former().contains(local.name()))
                                    && local.type().equals(TypeNames.of(wanted.type()))));
  }

  /**
   * A stored local.
   *
   * @param name unique at its point
   * @param type the declared type when it was stored, in Java's notation and by simple names
   * @param value its JSON; {@code {"@ref": n}} in it stands for the n-th shared object of the
   *     document, {@code {"@is": "TreeMap", "@value": ...}} for a collection of that class
   */
  public record StoredLocal(String name, String type, Payload value) {}
}

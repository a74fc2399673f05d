package dev.everstep.processor.model;

import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A record, enum or interface that a durable method declares: a member of its machine, under the
 * user's name, which programs can see.
 *
 * @param holder the member class that it is declared in, if the method declares another of its name
 *     before it; null if it is a member itself
 * @param code the declaration
 */
public record LocalType(TypeElement element, @Nullable String holder, Code code) {
  /** Returns the user's name. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Returns the name of what is a member of the machine: the type or its holder. */
  public String member() {
    return holder == null ? name() : holder;
  }

  /** Returns the name from the machine on. */
  public String path() {
    return holder == null ? name() : holder + "." + name();
  }
}

package dev.everstep.catalogue;

import java.util.List;

/** What a look-up has to know of classes. Implementations say how they find out, and how fast. */
@FunctionalInterface
public interface Types {
  /** Knows no class but the one that is asked for. */
  Types NONE = type -> List.of();

  /**
   * Returns the supertypes of a class, itself left out: nearer ones first, classes before
   * interfaces. Empty if it is not known.
   *
   * @param type a binary name
   */
  List<String> supertypes(String type);
}

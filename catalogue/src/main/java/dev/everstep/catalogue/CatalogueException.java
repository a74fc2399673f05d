package dev.everstep.catalogue;

/** A line that is no rule. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogueException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}

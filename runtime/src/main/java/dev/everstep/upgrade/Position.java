package dev.everstep.upgrade;

/**
 * Where a frame waits.
 *
 * @param method as frames call it
 * @param point the id of the suspension point
 */
public record Position(String method, String point) {
  @Override
  public String toString() {
    return method + "@" + point;
  }
}

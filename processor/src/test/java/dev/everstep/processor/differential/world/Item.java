package dev.everstep.processor.differential.world;

import java.util.List;

/** A record with a collection. */
public record Item(String name, int count, List<String> tags) {
  /** Returns an item with another count. */
  public Item with(int newCount) {
    return new Item(name, newCount, tags);
  }
}

package dev.everstep.example.order;

import java.util.List;

/**
 * What a customer asks for.
 *
 * @param customer who pays
 * @param items what to send
 */
public record Order(String customer, List<Item> items) {
  /** Copies the list; refuses an order that lacks a part. */
  public Order {
    if (customer == null || items == null) {
      throw new IllegalArgumentException("an order has a customer and items");
    }
    items = List.copyOf(items);
  }

  /**
   * One line of an order.
   *
   * @param sku the article's number
   * @param quantity how many, at least 1
   */
  public record Item(String sku, int quantity) {
    /** Checks the quantity. */
    public Item {
      if (quantity < 1) {
        throw new IllegalArgumentException("sku=" + sku + ", quantity=" + quantity);
      }
    }
  }
}

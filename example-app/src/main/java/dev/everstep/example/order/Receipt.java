package dev.everstep.example.order;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of an order.
 *
 * @param booking the ledger's name for the payment
 * @param total what was paid
 * @param lines who sends what
 */
public record Receipt(String booking, BigDecimal total, List<Line> lines) {
  /** Copies the list. */
  public Receipt {
    lines = List.copyOf(lines);
  }

  /**
   * One article of the order.
   *
   * @param sku the article's number
   * @param supplier who sends it
   * @param price what all pieces of it cost
   */
  public record Line(String sku, String supplier, BigDecimal price) {}
}

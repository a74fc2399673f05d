package dev.everstep.example.order;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one piece costs.
 *
 * @param amount in the currency's main unit
 * @param currency ISO 4217, as in {@code EUR}
 */
public record Price(BigDecimal amount, String currency) {

  /** Returns the price of several pieces. */
  public BigDecimal times(int quantity) {
    return amount.multiply(BigDecimal.valueOf(quantity));
  }

  /** Returns the suppliers of a quote, the cheapest first, those of one price by name. */
  public static List<String> cheapestFirst(Map<String, Price> quote) {
    return quote.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Price> e) -> e.getValue().amount())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}

package dev.everstep.example.order;

import dev.everstep.annotations.Function;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Asks the suppliers: here a catalogue among the resources, elsewhere a service. Thread-safe. */
@Function(attempts = 3, backoff = "100ms..2s", nonRetryable = OutOfStockException.class)
public class Suppliers {
  private final Map<String, Map<String, Offer>> offersBySku = new TreeMap<>();

  /** Reads the catalogue. */
  public Suppliers() {
    try (InputStream in =
        Objects.requireNonNull(Suppliers.class.getResourceAsStream("catalogue.csv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).map(line -> line.split(",")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] fields) {
    Offer offer =
        new Offer(new Price(new BigDecimal(fields[2]), fields[3]), Integer.parseInt(fields[4]));
    offersBySku.computeIfAbsent(fields[1], sku -> new TreeMap<>()).put(fields[0], offer);
  }

  /** Returns the price of one piece by supplier; empty if nobody sells the article. */
  public Map<String, Price> quote(String sku) {
    Map<String, Price> quote = new TreeMap<>();
    offersBySku.getOrDefault(sku, Map.of()).forEach((who, offer) -> quote.put(who, offer.price()));
    return quote;
  }

  /**
   * Sets pieces aside.
   *
   * @throws OutOfStockException if the supplier has fewer
   */
  public void reserve(String supplier, String sku, int quantity) throws OutOfStockException {
    Offer offer = offersBySku.getOrDefault(sku, Map.of()).get(supplier);
    int stock = offer == null ? 0 : offer.stock();
    if (stock < quantity) {
      throw new OutOfStockException(
          sku, supplier + " has " + stock + " of " + quantity + " " + sku);
    }
  }

  private record Offer(Price price, int stock) {}
}

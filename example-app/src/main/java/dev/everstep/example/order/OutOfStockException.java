package dev.everstep.example.order;

/** Nobody, or one supplier, has as many pieces as an order asks for. */
public class OutOfStockException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sku;

  /** Creates an exception. */
  public OutOfStockException(String sku, String message) {
    super(message);
    this.sku = sku;
  }

  /** Returns the article's number. */
  public String sku() {
    return sku;
  }
}

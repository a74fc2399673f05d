package dev.everstep.example.order;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Buys each article of an order from the cheapest supplier that has it, then books the price. */
@Workflow
public class PlaceOrder {

  /**
   * Runs the workflow.
   *
   * @throws OutOfStockException if no supplier has all pieces of an article
   * @throws IOException if the ledger cannot be written, after all attempts
   */
  public Receipt run(WorkflowContext ctx, Order order) throws OutOfStockException, IOException {
    List<Map<String, Price>> quotes = new ArrayList<>();
    for (Order.Item item : order.items()) {
      quotes.add(ctx.step(Suppliers::quote, item.sku()));
    }

    List<Receipt.Line> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < quotes.size(); i++) {
      Receipt.Line line = reserve(ctx, order.items().get(i), quotes.get(i));
      lines.add(line);
      total = total.add(line.price());
    }

    ctx.sleep(Duration.ofSeconds(1)); // time for second thoughts
    String booking = ctx.step(Ledger::book, order.customer(), total);
    return new Receipt(booking, total, lines);
  }

  /** Reserves an article: a durable method, whose steps are checkpoints of the run as well. */
  private Receipt.Line reserve(WorkflowContext ctx, Order.Item item, Map<String, Price> quotes)
      throws OutOfStockException {
    for (String supplier : Price.cheapestFirst(quotes)) {
      try {
        ctx.step(Suppliers::reserve, supplier, item.sku(), item.quantity());
        BigDecimal price = quotes.get(supplier).times(item.quantity());
        return new Receipt.Line(item.sku(), supplier, price);
      } catch (OutOfStockException e) {
        ctx.log().info("{}, so the next supplier is asked", e.getMessage());
      }
    }
    throw new OutOfStockException(item.sku(), "no supplier has enough of " + item.sku());
  }
}

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
      Order.Item item = order.items().get(i);
      boolean reserved = false;
      for (String supplier : Price.cheapestFirst(quotes.get(i))) {
        try {
          ctx.step(Suppliers::reserve, supplier, item.sku(), item.quantity());
          reserved = true;
        } catch (OutOfStockException e) {
          ctx.log().info("{}, so the next supplier is asked", e.getMessage());
        }
        if (reserved) {
          BigDecimal price = quotes.get(i).get(supplier).times(item.quantity());
          lines.add(new Receipt.Line(item.sku(), supplier, price));
          total = total.add(price);
          break;
        }
      }
      if (!reserved) {
        throw new OutOfStockException(item.sku(), "no supplier has enough of " + item.sku());
      }
    }

    ctx.sleep(Duration.ofSeconds(1)); // time for second thoughts
    String booking = ctx.step(Ledger::book, order.customer(), total);
    return new Receipt(booking, total, lines);
  }
}

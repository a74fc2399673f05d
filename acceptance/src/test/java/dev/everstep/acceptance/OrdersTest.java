package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.everstep.Everstep;
import dev.everstep.RunFailedException;
import dev.everstep.example.order.Ledger;
import dev.everstep.example.order.Order;
import dev.everstep.example.order.OutOfStockException;
import dev.everstep.example.order.PlaceOrder;
import dev.everstep.example.order.Receipt;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The richer example, compiled and run. */
class OrdersTest {

  @Test
  void buysFromTheNextSupplierWhenTheCheapestIsOutOfStock(@TempDir Path directory)
      throws Exception {
    Path ledger = directory.resolve("ledger.jsonl");
    Order order = new Order("Ada", List.of(new Order.Item("lamp", 2), new Order.Item("bulb", 10)));

    Receipt receipt;
    try (Everstep everstep = open(directory, ledger)) {
      receipt = everstep.start(PlaceOrder::run, order).result();
    }

    assertThat(receipt)
        .isEqualTo(
            new Receipt(
                "B-1",
                new BigDecimal("93.00"),
                List.of(
                    new Receipt.Line("lamp", "Brightwell", new BigDecimal("69.00")),
                    new Receipt.Line("bulb", "Brightwell", new BigDecimal("24.00")))));
    assertThat(Files.readAllLines(ledger)).hasSize(1);
  }

  @Test
  void endsWithTheWorkflowsOwnExceptionWhenNobodyHasEnough(@TempDir Path directory) {
    try (Everstep everstep = open(directory, directory.resolve("ledger.jsonl"))) {
      Order order = new Order("Bo", List.of(new Order.Item("desk", 50)));

      assertThatExceptionOfType(RunFailedException.class)
          .isThrownBy(() -> everstep.start(PlaceOrder::run, order).result())
          .havingCause()
          .isInstanceOfSatisfying(
              OutOfStockException.class, e -> assertThat(e.sku()).isEqualTo("desk"))
          .withMessage("no supplier has enough of desk");
    }
  }

  private static Everstep open(Path directory, Path ledger) {
    return Everstep.builder()
        .directory(directory.resolve("data"))
        .functions(Ledger.class, () -> new Ledger(ledger))
        .open();
  }
}

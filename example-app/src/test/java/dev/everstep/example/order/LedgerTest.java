package dev.everstep.example.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.StepContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LedgerTest {
  private static final BigDecimal AMOUNT = new BigDecimal("71.40");

  private Path file;
  private Ledger ledger;

  @BeforeEach
  void open(@TempDir Path directory) {
    file = directory.resolve("ledger.jsonl");
    ledger = new Ledger(file);
  }

  @Test
  void booksOnceForEachKey() throws Exception {
    assertThat(ledger.book(step("k1"), "Ada", AMOUNT)).isEqualTo("B-1");
    assertThat(ledger.book(step("k2"), "Bo \"B\"\nNew, Übel", AMOUNT)).isEqualTo("B-2");
    assertThat(new Ledger(file).book(step("k1"), "Ada", AMOUNT)).isEqualTo("B-1");

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"name":"B-1","key":"k1","customer":"Ada","amount":71.40}
            {"name":"B-2","key":"k2","customer":"Bo \\"B\\"\\nNew, Übel","amount":71.40}
            """);
  }

  @Test
  void overwritesWhatACrashLeftOfALine() throws Exception {
    ledger.book(step("k1"), "Ada", AMOUNT);
    Files.writeString(file, "{\"name\":\"B-2\",\"ke", StandardOpenOption.APPEND);

    assertThat(ledger.book(step("k2"), "Bo", AMOUNT)).isEqualTo("B-2");

    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .last()
        .isEqualTo("{\"name\":\"B-2\",\"key\":\"k2\",\"customer\":\"Bo\",\"amount\":71.40}");
  }

  @Test
  void givesEveryBookingItsOwnNameUnderConcurrentCalls() {
    List<String> names =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return ledger.book(step("k" + i), "Ada", AMOUNT);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .toList();

    assertThat(names).doesNotHaveDuplicates().hasSize(40);
  }

  private static StepContext step(String key) {
    return new StepContext() {
      @Override
      public RunId runId() {
        return new RunId("r1");
      }

      @Override
      public String stepId() {
        return "step:Ledger.book";
      }

      @Override
      public int attempt() {
        return 1;
      }

      @Override
      public String idempotencyKey() {
        return key;
      }

      @Override
      public Logger log() {
        return LoggerFactory.getLogger(Ledger.class);
      }
    };
  }
}

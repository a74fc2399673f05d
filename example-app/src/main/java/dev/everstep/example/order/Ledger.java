package dev.everstep.example.order;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.StepContext;
import dev.everstep.annotations.Function;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Books payments in a file, one JSON object in each line, and one line for each idempotency key: a
 * second call with a key finds the first one's booking. Thread-safe; processes may share the file.
 */
public class Ledger {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  /** Keeps the file that {@code LEDGER} in the environment names, else {@code ledger.jsonl}. */
  public Ledger() {
    this(Path.of(System.getenv().getOrDefault("LEDGER", "ledger.jsonl")));
  }

  /** Keeps the given file, which is created by the first booking. */
  public Ledger(Path file) {
    this.file = file;
  }

  /**
   * Books a payment, once for each step.
   *
   * @return the booking's name, as in {@code B-17}
   * @throws IOException if the file cannot be written
   */
  @Function(attempts = 10, backoff = "50ms..2s", timeout = "10s")
  public String book(StepContext step, String customer, BigDecimal amount) throws IOException {
    // The file's lock keeps other processes out, the monitor the other threads of this one.
    synchronized (Ledger.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return bookLocked(channel, step.idempotencyKey(), customer, amount);
      }
    }
  }

  private static String bookLocked(
      FileChannel channel, String key, String customer, BigDecimal amount) throws IOException {
    int number = 1;
    long end = 0;
    for (String line : text(channel).split("(?<=\n)")) {
      if (line.endsWith("\n")) { // else it is what a crash left of a line: overwritten below
        Booking booking = JSON.readValue(line, Booking.class);
        if (booking.key().equals(key)) {
          return booking.name();
        }
        number++;
        end += line.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    Booking booking = new Booking("B-" + number, key, customer, amount);
    ByteBuffer line =
        ByteBuffer.wrap((JSON.writeValueAsString(booking) + "\n").getBytes(StandardCharsets.UTF_8));
    channel.truncate(end).position(end);
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(true);
    return booking.name();
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private record Booking(String name, String key, String customer, BigDecimal amount) {}
}

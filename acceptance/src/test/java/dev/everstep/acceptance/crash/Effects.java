package dev.everstep.acceptance.crash;

import dev.everstep.StepContext;
import dev.everstep.annotations.Function;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file whose lines are side effects that cannot be taken back. Thread-safe. */
public class Effects {
  private final FileChannel channel;

  Effects(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Appends a line and returns when the disk has it. */
  @Function
  public long append(StepContext step, int index, long value) throws IOException {
    Effect effect = new Effect(step.runId().value(), index, step.idempotencyKey());
    channel.write(ByteBuffer.wrap(effect.line().getBytes(StandardCharsets.UTF_8)));
    channel.force(false);
    return answer(index, value);
  }

  static long answer(int index, long value) {
    return Long.rotateLeft(value, index + 1) ^ index;
  }

  /** Returns all effects so far; of a line that was being written, nothing. */
  static List<Effect> read(Path file) throws IOException {
    List<Effect> effects = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readString(file).split("(?<=\n)")) {
        if (line.endsWith("\n")) {
          String[] fields = line.strip().split(" ");
          effects.add(new Effect(fields[0], Integer.parseInt(fields[1]), fields[2]));
        }
      }
    }
    return effects;
  }

  /**
   * One line.
   *
   * @param run the run's id
   * @param index which of its steps, from 0
   * @param key the idempotency key
   */
  record Effect(String run, int index, String key) {
    String line() {
      return run + " " + index + " " + key + "\n";
    }
  }
}

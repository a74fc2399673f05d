package dev.everstep.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents that change at random are what they were, whatever is remembered of the last one. */
class RandomDocumentsTest {
  private static final int STORIES = 40;
  private static final int ROUNDS = 40;

  @Test
  void everyDocumentComesBackAsItWasWritten() {
    long seed = Long.getLong("everstep.seed", System.nanoTime());
    System.out.println("RandomDocumentsTest: -Deverstep.seed=" + seed);
    for (int i = 0; i < STORIES; i++) {
      tell(seed + i);
    }
  }

  private static void tell(long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    List<String> values = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String output = value(random, 2);
      change(values, output, random);
      List<String> bodies = new ArrayList<>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        bodies.add(
            "{\"output\":"
                + output
                + (random.nextBoolean() ? "" : ",\"input\":[" + String.join(",", values) + "]")
                + "}");
      }
      story.commit(
          bodies,
          random.nextInt(10) == 0
              ? "{\"i\":" + round + "}"
              : "{\"frames\":["
                  + String.join(",", values)
                  + "],\"i\":"
                  + round
                  + (random.nextBoolean() ? "" : ",\"input\":[[" + String.join(",", values) + "]]")
                  + "}");
      if (random.nextInt(4) == 0) {
        story.reload();
      }
      assertThat(story.storedState()).as("-Deverstep.seed=%d", seed).isEqualTo(story.state);
    }
    assertThat(story.storedBodies()).as("-Deverstep.seed=%d", seed).isEqualTo(story.bodies);
  }

  private static void change(List<String> values, String output, Random random) {
    switch (random.nextInt(8)) {
      case 0 -> values.add(0, output);
      case 1 -> {
        if (!values.isEmpty()) {
          values.remove(random.nextInt(values.size()));
        }
      }
      case 2 -> {
        if (!values.isEmpty()) {
          values.set(random.nextInt(values.size()), output);
        }
      }
      case 3 -> Collections.shuffle(values, random);
      case 4 -> {
        if (random.nextInt(8) == 0) {
          values.clear();
        }
      }
      default -> values.add(output);
    }
  }

  private static String value(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 4);
    if (kind == 0) {
      return String.valueOf(random.nextInt());
    } else if (kind == 1) {
      return text(random);
    }
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      parts.add((kind == 2 ? "" : "\"k" + i + "\":") + value(random, depth - 1));
    }
    return kind == 2 ? "[" + String.join(",", parts) + "]" : "{" + String.join(",", parts) + "}";
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("\"");
    int length = random.nextInt(1 << random.nextInt(13));
    while (text.length() < length) {
      switch (random.nextInt(40)) {
        case 0 -> text.append("\\\"");
        case 1 -> text.append("\\\\");
        case 2 -> text.append("\u20ac");
        case 3 -> text.append("{[,]}");
        case 4 ->
            text.append("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.append('"').toString();
  }
}

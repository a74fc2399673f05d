package dev.everstep.probes;

import java.io.PrintStream;
import java.util.function.Consumer;

/** What a project writes around the console. */
final class Screen {
  static final PrintStream STREAM = System.out;

  private Screen() {}

  static void show(String line) {
    System.out.println(line);
  }

  /** Shows each text on a line of its own. */
  static final class Lines implements Consumer<String> {
    @Override
    public void accept(String line) {
      System.out.println(line);
    }
  }
}

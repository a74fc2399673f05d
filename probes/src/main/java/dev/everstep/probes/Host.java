package dev.everstep.probes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What a project writes around the process it runs in. */
final class Host {
  static final int SLOTS = Runtime.getRuntime().availableProcessors() * 2;

  private Host() {}

  static String name() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }

  /** A program that is called. */
  record Tool(String program) {
    boolean succeeds(List<String> arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of(program));
      command.addAll(arguments);
      return new ProcessBuilder(command).start().waitFor() == 0;
    }
  }

  /** How much can be done at once. */
  interface Capacity {
    int slots();
  }

  /** As much as there are processors. */
  static final class Processors implements Capacity {
    @Override
    public int slots() {
      return Runtime.getRuntime().availableProcessors();
    }
  }
}

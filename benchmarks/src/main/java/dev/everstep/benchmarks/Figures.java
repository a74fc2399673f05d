package dev.everstep.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures by name, each of several rounds; shown as medians. Confined to one thread. */
final class Figures {
  private final Map<String, double[]> byName = new LinkedHashMap<>();
  private final int rounds;

  Figures(int rounds) {
    this.rounds = rounds;
  }

  void set(int round, String name, double figure) {
    byName.computeIfAbsent(name, unknown -> new double[rounds])[round] = figure;
  }

  /** Sets a figure whose name is told from that of another by what it is about. */
  void set(int round, String name, String of, double figure) {
    set(round, name + " (" + of + ")", figure);
  }

  void print(PrintStream out) {
    byName.forEach(
        (name, figures) ->
            out.printf(Locale.ROOT, "%-52s %10.2f%n", name, Latencies.median(figures)));
  }
}

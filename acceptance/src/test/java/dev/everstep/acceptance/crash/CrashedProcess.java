package dev.everstep.acceptance.crash;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that {@link CrashTest} kills: starts the runs, or goes on with them, and waits. */
final class CrashedProcess {
  static final int RUNS = 16;

  /** What it prints before it opens the data directory. */
  static final String READY = "ready";

  private CrashedProcess() {}

  static String id(int number) {
    return "run-" + number;
  }

  /** Takes the data directory and the file of effects; prints a result on each line. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    // A run may be started in this process by its predecessor's journal alone, before start()
    // below.
    println(READY);
    try (Everstep everstep =
        Everstep.builder()
            .directory(Path.of(arguments[0]))
            .functions(Effects.class, () -> open(file))
            .open()) {
      List<Run<Long>> runs = new ArrayList<>();
      for (int number = 0; number < RUNS; number++) {
        RunId id = new RunId(id(number));
        runs.add(
            switch (number % 3) {
              case 0 -> everstep.start(id, TenSteps::run, number);
              case 1 -> everstep.start(id, TenFrames::run, number);
              default -> everstep.start(id, TenPages::run, number);
            });
      }
      for (Run<Long> run : runs) {
        println(run.id() + " " + run.result());
      }
    }
  }

  private static Effects open(Path file) {
    try {
      return new Effects(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void println(String line) {
    System.out.println(line);
    System.out.flush();
  }
}

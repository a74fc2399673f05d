package dev.everstep.probes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.function.Supplier;

/** What a project writes around the clock. */
final class Stamps {
  static final Clock CLOCK = Clock.systemUTC();
  static final Supplier<Instant> NOW = Instant::now;

  private Stamps() {}

  static String fileName(String name) {
    return withSuffix(name, "csv");
  }

  private static String withSuffix(String name, String suffix) {
    return name + "-" + millis() + "." + suffix;
  }

  private static long millis() {
    return System.currentTimeMillis();
  }

  /** When somebody is there. */
  record Office(int opens, int closes) {
    boolean isOpen() {
      int hour = LocalTime.now().getHour();
      return hour >= opens && hour < closes;
    }
  }

  /** Tells the time. */
  interface TimeSource {
    Instant time();
  }

  /** Tells the time of the machine. */
  static final class WallTime implements TimeSource {
    @Override
    public Instant time() {
      return Instant.now();
    }
  }

  /** A date that says what it is for. */
  static final class Event extends Date {
    private static final long serialVersionUID = 1;

    Event() {
      super();
    }
  }
}

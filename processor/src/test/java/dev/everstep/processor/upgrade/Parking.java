package dev.everstep.processor.upgrade;

import dev.everstep.Limits;
import dev.everstep.codec.RawJson;
import dev.everstep.codec.ValueCodec;
import dev.everstep.engine.Engine;
import dev.everstep.engine.EngineOptions;
import dev.everstep.engine.Instances;
import dev.everstep.engine.Workflows;
import dev.everstep.journal.Payload;
import dev.everstep.processor.upgrade.ParkingJournal.Stop;
import dev.everstep.state.HeadState;
import dev.everstep.upgrade.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs of one edit: from the beginning, or parked in one version and resumed in the next. */
final class Parking {
  /** What became of a parked run in the version after. */
  enum Truth {
    /** It did what a run of that version does behind that place, and ended alike. */
    SAME,
    /** It did something else. */
    DIFFERS,
    /** It is stuck. */
    STUCK
  }

  /**
   * What became of one.
   *
   * @param place the methods and points of its frames when it was parked
   * @param parked the run's state then
   * @param detail what a stuck run says, or how the runs differ
   */
  record Resumed(String place, HeadState parked, Truth truth, String detail) {
    /** Returns where its frames waited, the outermost first. */
    List<Position> positions() {
      return Arrays.stream(place.split(" "))
          .map(frame -> frame.split("/", 2))
          .map(frame -> new Position(frame[0], frame[1]))
          .toList();
    }
  }

  private final ClassLoader before;
  private final ClassLoader after;
  private final String workflow;

  Parking(ClassLoader before, ClassLoader after, String workflow) {
    this.before = before;
    this.after = after;
    this.workflow = workflow;
  }

  /** Parks a run at each of its operations and resumes it. */
  List<Resumed> all(String input, String inputAfter) throws Exception {
    int operations = operations(input);
    List<String> fresh = fresh(inputAfter);
    List<Resumed> all = new ArrayList<>();
    for (int n = 1; n <= operations; n++) {
      all.add(resume(n, input, fresh));
    }
    return all;
  }

  /** Returns how many operations a run of the version before has. */
  int operations(String input) throws Exception {
    ParkingJournal old = new ParkingJournal(0);
    start(before, old, input);
    World.drain();
    return old.points().size();
  }

  /** Returns the log of a run that begins with the version after. */
  List<String> fresh(String input) throws Exception {
    start(after, new ParkingJournal(0), input);
    return World.drain();
  }

  /**
   * Parks a run and resumes it.
   *
   * @param operation at which it is parked, from 1
   * @param fresh the log of a run that was not parked
   */
  Resumed resume(int operation, String input, List<String> fresh) throws Exception {
    ParkingJournal journal = new ParkingJournal(operation);
    start(before, journal, input);
    World.drain();
    List<String> points = journal.points();
    String place = points.get(operation - 1);
    int nth = (int) points.stream().filter(place::equals).count();
    HeadState parked = journal.state();
    run(after, journal, Stop.ASLEEP);
    HeadState end = journal.state();
    if (end.stuck() != null) {
      World.drain();
      return new Resumed(place, parked, Truth.STUCK, end.stuck().reason());
    }
    List<String> log = World.drain();
    // If another operation takes its place, all of the log is behind it.
    List<String> behind = log.subList(first(log), log.size());
    boolean replaced = log.get(0).startsWith("@");
    List<String> wanted = behind(fresh, replaced ? "" : place, nth, behind);
    return wanted.equals(behind)
        ? new Resumed(place, parked, Truth.SAME, "")
        : new Resumed(place, parked, Truth.DIFFERS, behind + " instead of " + wanted);
  }

  /** Returns where the first operation, or the end, is logged. */
  private static int first(List<String> log) {
    int at = 0;
    while (!log.get(at).startsWith("@") && !log.get(at).startsWith("=")) {
      at++;
    }
    return at;
  }

  /**
   * Returns what a run that was not parked does behind the n-th operation of a place. If it never
   * comes there, any place of it will do.
   */
  private static List<String> behind(
      List<String> fresh, String place, int nth, List<String> found) {
    int seen = 0;
    boolean known = false;
    for (int at = 0; at < fresh.size(); at++) {
      String line = fresh.get(at);
      if (line.equals("@" + place) || line.startsWith("@" + place + " PT")) {
        known = true;
        if (++seen == nth) {
          List<String> rest = fresh.subList(at + 1, fresh.size());
          return rest.subList(first(rest), rest.size());
        }
      }
    }
    int from = fresh.size() - found.size();
    return !known && from >= 0 && first(fresh.subList(from, fresh.size())) == 0
        ? fresh.subList(from, fresh.size())
        : List.of("nothing: it is not there " + nth + " times");
  }

  /** Runs a version from the beginning until the journal parks the run, or to its end. */
  void start(ClassLoader version, ParkingJournal journal, String input) throws Exception {
    Stop stop;
    try (Engine engine = open(version, journal)) {
      engine.start(
          ParkingJournal.RUN,
          engine.workflows().named(workflow).orElseThrow(),
          Payload.utf8("[" + input + "]"));
      stop = journal.awaitStop();
    }
    run(version, journal, stop);
  }

  /** Goes on with a run, in a process of its own whenever time has passed. */
  static void run(ClassLoader version, ParkingJournal journal, Stop before) throws Exception {
    Stop stop = before;
    while (stop == Stop.ASLEEP) {
      journal.goOn();
      Engine engine = open(version, journal);
      try {
        stop = journal.awaitStop();
      } finally {
        engine.close();
      }
    }
    if (stop == Stop.ENDED) {
      World.log("= " + outcome(journal.state()));
    }
  }

  static Engine open(ClassLoader version, ParkingJournal journal) {
    Instances instances = new Instances(Map.of());
    EngineOptions options =
        new EngineOptions(
            journal.clock(), "w", 4, 10, 100, Limits.defaults(), Duration.ofSeconds(5));
    return Engine.open(
        journal, new Workflows(version, instances), instances, new ValueCodec(), options);
  }

  private static String outcome(HeadState state) {
    if (state.stuck() != null) {
      return state.stuck().reason();
    }
    if (state.failure() != null) {
      Map<String, Payload> failure = RawJson.members(state.failure());
      String type = RawJson.text(failure.get("type"));
      // The JVM writes the names of locals into this message.
      return type.equals(NullPointerException.class.getName())
          ? type
          : type + ": " + RawJson.text(failure.get("message"));
    }
    return String.valueOf(state.result());
  }
}

package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.codec.FrameImage;
import dev.everstep.processor.differential.random.ProgramGenerator;
import dev.everstep.processor.differential.random.RandomProgram;
import dev.everstep.upgrade.StepGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the step graph says of stored values, against the values: random programs, each with a copy
 * in which one number behind its entry's head is another one. At a point that both come to in the
 * same way, a local that both make in the same way is the same in both, whenever they are there.
 */
class OriginsHoldTest {
  private static final int PROGRAMS = Integer.getInteger("origins.programs", 120);
  private static final long SEED = Long.getLong("origins.seed", 1);

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,3}(?![\\w.])");

  /** What depends on the number of steps so far, which no local does. */
  private static final Pattern TIME = Pattern.compile("ctx\\.(now|random|uuid)|keyed");

  private final Recorder runner = new Recorder();
  private final List<String> wrong = new ArrayList<>();
  private int same;
  private int other;

  /** Keeps what the entry's frames hold. */
  private static final class Recorder extends Runner {
    private final Map<String, List<Map<String, String>>> found = new LinkedHashMap<>();

    Map<String, List<Map<String, String>>> record(Subject subject, String input) {
      found.clear();
      run(subject, input, Way.RESTORED);
      return Map.copyOf(found);
    }

    @Override
    FrameImage kept(FrameImage frame) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < frame.locals().size(); i++) {
        values.put(frame.locals().get(i).name(), Shown.value(frame.values().get(i)));
      }
      found
          .computeIfAbsent(frame.method() + "@" + frame.point(), one -> new ArrayList<>())
          .add(values);
      return super.kept(frame);
    }
  }

  @Test
  void whatIsMadeInTheSameWayIsTheSame() {
    List<Program> programs = new ArrayList<>();
    List<Program> edited = new ArrayList<>();
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram random = ProgramGenerator.program(seed);
      Optional<String> edit = edit(random.text(), new Random(seed));
      if (edit.isPresent() && !TIME.matcher(random.text()).find()) {
        programs.add(Program.of(random));
        edited.add(new Program(random.name(), edit.get(), random.inputs()));
      }
    }
    Batch before = Batch.compileValid(programs);
    Batch after = Batch.compileValid(edited);

    before
        .subjects()
        .forEach(
            (name, subject) -> {
              Subject copy = after.subjects().get(name);
              if (copy != null) {
                StepGraph old = graph(before, name);
                StepGraph now = graph(after, name);
                subject
                    .program()
                    .inputs()
                    .forEach(input -> compare(subject, copy, input, old, now));
              }
            });

    System.out.printf(
        "origins: seed=%d, programs=%d, same=%d, other=%d%n",
        SEED, before.subjects().size(), same, other);
    assertThat(wrong).isEmpty();
    assertThat(same).isGreaterThan(100);
    assertThat(other).isGreaterThan(20);
  }

  private static StepGraph graph(Batch batch, String name) {
    return StepGraph.parse(Objects.requireNonNull(batch.graphs().get(name)), name);
  }

  /** Returns a text with another number in the entry or behind it. */
  private static Optional<String> edit(String text, Random random) {
    int entry = text.indexOf(" run(WorkflowContext");
    // What durable methods of other classes do is beyond a step graph.
    int end = text.indexOf("\n@Durable");
    List<MatchResult> numbers =
        NUMBER
            .matcher(end < 0 ? text : text.substring(0, end))
            .results()
            .filter(one -> one.start() > entry)
            .toList();
    if (entry < 0 || numbers.isEmpty()) {
      return Optional.empty();
    }
    MatchResult one = numbers.get(random.nextInt(numbers.size()));
    return Optional.of(
        text.substring(0, one.start())
            + (Integer.parseInt(one.group()) + 1)
            + text.substring(one.end()));
  }

  private void compare(
      Subject subject, Subject copy, String input, StepGraph before, StepGraph after) {
    Map<String, List<Map<String, String>>> old = runner.record(subject, input);
    Map<String, List<Map<String, String>>> now = runner.record(copy, input);
    StepGraph.Method entry = before.entry().orElseThrow();
    for (StepGraph.Point point : entry.points()) {
      StepGraph.Point same = after.entry().orElseThrow().point(point.id()).orElse(null);
      String place = entry.name() + "@" + point.id();
      if (same != null && Objects.equals(point.way(), same.way())) {
        List<Map<String, String>> was = old.getOrDefault(place, List.of());
        List<Map<String, String>> is = now.getOrDefault(place, List.of());
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
          compare(
              subject.program().name() + input + " " + place, point, same, was.get(i), is.get(i));
        }
      }
    }
  }

  private void compare(
      String where,
      StepGraph.Point before,
      StepGraph.Point after,
      Map<String, String> was,
      Map<String, String> is) {
    for (StepGraph.Value local : before.live()) {
      for (StepGraph.Value one : after.live()) {
        if (one.name().equals(local.name())) {
          if (!Objects.equals(one.made(), local.made())) {
            other++;
          } else {
            same++;
            if (!Objects.equals(was.get(one.name()), is.get(one.name()))) {
              wrong.add(
                  where
                      + " "
                      + one.name()
                      + ": "
                      + was.get(one.name())
                      + " / "
                      + is.get(one.name()));
            }
          }
        }
      }
    }
  }
}

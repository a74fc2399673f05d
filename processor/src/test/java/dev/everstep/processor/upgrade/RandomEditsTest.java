package dev.everstep.processor.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.differential.random.ProgramGenerator;
import dev.everstep.processor.differential.random.RandomEdit;
import dev.everstep.processor.differential.random.RandomProgram;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.upgrade.Parking.Resumed;
import dev.everstep.processor.upgrade.Parking.Truth;
import dev.everstep.upgrade.Judge;
import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.Verdict;
import dev.everstep.upgrade.Verdict.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs and a random change of each, both ways: runs are parked in one version, resumed
 * in the other, and compared with what the check of an upgrade says of them. The profile {@code
 * soak} takes more programs and new seeds, and {@code -Dedits.seed} and {@code -Dedits.programs}
 * ask for certain ones.
 */
class RandomEditsTest {
  private static final boolean SOAK = Boolean.getBoolean("differential.soak");
  private static final int PROGRAMS = Integer.getInteger("edits.programs", SOAK ? 5_000 : 120);
  private static final long SEED =
      Long.getLong("edits.seed", SOAK ? System.currentTimeMillis() * 1000 : 1);

  private static final int BATCH = 60;
  private static final int PARKED_MAX = 4;
  private static final int OPERATIONS_MAX = 80;

  /** What depends on the number of steps so far, or on time, which differ for a parked run. */
  private static final Pattern TIME = Pattern.compile("ctx\\.(now|random|uuid)|keyed|signed");

  /** What an expression throws by itself; that it may, no step graph tells. */
  private static final Pattern OWN_FAILURE =
      Pattern.compile("= java\\.lang\\.(NullPointer|Arithmetic|ClassCast|\\w*IndexOutOfBounds).*");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int pairs;

  @TempDir Path directory;

  @Test
  void aRunThatIsSaidToContinueDoesWhatOneOfTheNewCodeDoes() throws Exception {
    System.out.printf("random edits: seed=%d, programs=%d%n", SEED, PROGRAMS);
    for (long from = SEED; from < SEED + PROGRAMS; from += BATCH) {
      compare(edits(from, Math.min(from + BATCH, SEED + PROGRAMS)), directory.resolve("" + from));
    }
    System.out.printf("random edits: seed=%d, pairs=%d, runs=%s%n", SEED, pairs, counts);
    assertThat(String.join("\n\n", wrong)).isEmpty();
    assertThat(pairs).isGreaterThan(PROGRAMS / 10);
    assertThat(counts.getOrDefault("CONTINUES SAME", 0)).isGreaterThan(PROGRAMS / 2);
  }

  private static List<Edit> edits(long from, long to) {
    return LongStream.range(from, to)
        .filter(seed -> !TIME.matcher(ProgramGenerator.program(seed).text()).find())
        .mapToObj(RandomEditsTest::edit)
        .filter(edit -> !edit.before().equals(edit.after()))
        .filter(edit -> otherClass(edit.before()).equals(otherClass(edit.after())))
        .toList();
  }

  /** Returns the class with durable methods of its own: what they compute is theirs. */
  private static String otherClass(String text) {
    int at = text.indexOf("\n@Durable");
    return at < 0 ? "" : text.substring(at);
  }

  private static Edit edit(long seed) {
    Random random = new Random(seed);
    RandomProgram program = ProgramGenerator.program(seed);
    String name = "random" + seed;
    String packaged = "package " + Edit.packageOf(name) + ";";
    String one = program.text().replace("package workflows;", packaged);
    String other = RandomEdit.edited(program, random).replace("package workflows;", packaged);
    boolean turned = random.nextBoolean();
    List<String> inputs =
        program.inputs().stream().map(input -> input.replaceAll("[\\[\\]]", "")).toList();
    return new Edit(name, inputs, inputs, turned ? other : one, turned ? one : other);
  }

  private void compare(List<Edit> edits, Path build) throws Exception {
    Version before = new Version(build.resolve("before"));
    edits.forEach(edit -> before.add(edit, edit.before(), null));
    Set<String> invalid = before.compileValid().keySet();
    List<Edit> valid = edits.stream().filter(edit -> !invalid.contains(edit.name())).toList();
    Version after = new Version(build.resolve("after"));
    valid.forEach(edit -> after.add(edit, edit.after(), before));
    Set<String> invalidAfter = after.compileValid().keySet();
    try (var old = before.loader();
        var young = after.loader()) {
      for (Edit edit : valid) {
        if (!invalidAfter.contains(edit.name())) {
          pairs++;
          String workflow = before.workflow(edit);
          Judge judge = Judge.of(before.stepGraphs(edit), after.stepGraphs(edit));
          Parking parking = new Parking(old, young, workflow);
          for (String input : edit.inputs()) {
            compare(edit, input, workflow, parking, judge);
          }
        }
      }
    }
  }

  private void compare(Edit edit, String input, String workflow, Parking parking, Judge judge)
      throws Exception {
    Effects.drain();
    int operations = parking.operations(input);
    List<String> fresh = parking.fresh(input);
    if (operations == 0 || operations > OPERATIONS_MAX) {
      return;
    }
    for (int i = 0; i < Math.min(operations, PARKED_MAX); i++) {
      Effects.drain();
      Resumed run = parking.resume(1 + i * operations / PARKED_MAX, input, fresh);
      Verdict verdict = judge.run(workflow, run.parked());
      counts.merge(verdict.answer() + " " + run.truth(), 1, Integer::sum);
      boolean fails = OWN_FAILURE.matcher(fresh.get(fresh.size() - 1)).matches();
      if (isWrong(run, verdict) && !(fails && run.truth() == Truth.DIFFERS)) {
        wrong.add(
            edit.name()
                + "("
                + input
                + ") "
                + run.place()
                + ": "
                + verdict.answer()
                + " "
                + verdict.reasons()
                + ", but "
                + run.truth()
                + ": "
                + run.detail()
                + "\n"
                + changed(edit));
      }
    }
  }

  /** Returns the lines of both versions between those that are the same. */
  private static String changed(Edit edit) {
    List<String> before = edit.before().lines().toList();
    List<String> after = edit.after().lines().toList();
    int same = 0;
    int shorter = Math.min(before.size(), after.size());
    while (same < shorter && before.get(same).equals(after.get(same))) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    return "- "
        + String.join("\n- ", before.subList(same, before.size() - end))
        + "\n+ "
        + String.join("\n+ ", after.subList(same, after.size() - end));
  }

  private static boolean isWrong(Resumed run, Verdict verdict) {
    boolean lacksAField =
        verdict.reasons().stream().anyMatch(one -> one.kind() == Reason.Kind.DEFAULT_FIELD);
    return verdict.answer() == Answer.CONTINUES && run.truth() != Truth.SAME
        || verdict.answer() == Answer.CONTINUES_WITH && run.truth() == Truth.STUCK && !lacksAField;
  }
}

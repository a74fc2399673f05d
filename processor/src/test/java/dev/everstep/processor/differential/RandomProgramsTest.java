package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.everstep.processor.differential.random.ProgramGenerator;
import dev.everstep.processor.differential.random.RandomProgram;
import dev.everstep.processor.differential.random.Shrinker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random programs, in every way. The seeds are the same each time, so that a build does not fail by
 * chance; the profile {@code soak} takes more programs and new seeds, and {@code
 * -Ddifferential.seed} and {@code -Ddifferential.programs} ask for certain ones.
 */
class RandomProgramsTest {
  private static final String REPLAY =
      "mvn verify -pl processor -am -Dtest=RandomProgramsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddifferential.seed=%d"
          + " -Ddifferential.programs=1";

  private static final boolean SOAK = Boolean.getBoolean("differential.soak");
  private static final int PROGRAMS =
      Integer.getInteger("differential.programs", SOAK ? 20_000 : 500);
  private static final long SEED =
      Long.getLong("differential.seed", SOAK ? System.currentTimeMillis() * 1000 : 1);

  private static final int BATCH = 50;
  private static final int COMPILERS = 2;

  @Test
  void runAsPlainJava() throws Exception {
    System.out.printf("random programs: seed=%d, programs=%d%n", SEED, PROGRAMS);
    int valid = 0;
    int suspensions = 0;
    ExecutorService compilers = Executors.newFixedThreadPool(COMPILERS);
    try {
      Deque<Future<Batch>> ahead = new ArrayDeque<>();
      long next = SEED;
      while (next < SEED + PROGRAMS || !ahead.isEmpty()) {
        while (next < SEED + PROGRAMS && ahead.size() < COMPILERS) {
          long from = next;
          next = Math.min(from + BATCH, SEED + PROGRAMS);
          long to = next;
          ahead.add(compilers.submit(() -> compile(from, to)));
        }
        Batch batch = compiled(ahead.remove());
        Runner runner = new Runner();
        difference(batch, runner).ifPresent(RandomProgramsTest::report);
        valid += batch.subjects().size();
        suspensions += runner.suspensions();
      }
    } finally {
      compilers.shutdownNow();
    }
    System.out.printf("random programs: valid=%d, suspensions=%d%n", valid, suspensions);
    assertThat(valid).as("programs that are valid Java").isGreaterThanOrEqualTo(PROGRAMS * 9 / 10);
  }

  @Test
  void showEveryConstructAroundSteps() {
    Map<String, Integer> programs = new TreeMap<>();
    RandomProgram.constructs().forEach(construct -> programs.put(construct, 0));
    for (long seed = 1; seed <= 500; seed++) {
      for (String construct : ProgramGenerator.program(seed).shown()) {
        programs.merge(construct, 1, Integer::sum);
      }
    }
    System.out.println("random programs: of 500 have " + programs);
    assertThat(programs)
        .allSatisfy((construct, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
  }

  @Test
  void areTheSameForTheSameSeed() {
    String text = ProgramGenerator.program(7).text();
    assertThat(ProgramGenerator.program(7).text()).isEqualTo(text);
    assertThat(ProgramGenerator.program(8).text()).isNotEqualTo(text);
  }

  private static Batch compile(long from, long to) {
    List<Program> programs = new ArrayList<>();
    for (long seed = from; seed < to; seed++) {
      programs.add(Program.of(ProgramGenerator.program(seed)));
    }
    try {
      return Batch.compileValid(programs);
    } catch (AssertionError e) {
      if (to == from + 1) {
        System.out.printf("replay: " + REPLAY + "%n", from);
        throw e;
      }
      // Once more, each alone, to know whose machine is not valid Java.
      LongStream.range(from, to).forEach(seed -> compile(seed, seed + 1));
      throw e;
    }
  }

  private static Batch compiled(Future<Batch> batch) throws InterruptedException {
    try {
      return batch.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    }
  }

  private static Optional<Difference> difference(Batch batch, Runner runner) {
    batch
        .refused()
        .forEach(
            (name, why) -> {
              System.out.printf("replay: " + REPLAY + "%n", seed(name));
              fail("%s is refused: %s", name, why);
            });
    for (Subject subject : batch.subjects().values()) {
      for (String input : subject.program().inputs()) {
        Optional<Difference> difference = Difference.of(runner, subject, input);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static long seed(String name) {
    return Long.parseLong(name.replace("Random", "").replace('m', '-'));
  }

  /** Fails with a small program that has a difference, too. */
  private static void report(Difference difference) {
    long seed = seed(difference.subject().program().name());
    System.out.printf("replay: " + REPLAY + "%n", seed);
    RandomProgram small =
        new Shrinker(RandomProgramsTest::firstWithDifference)
            .shrink(ProgramGenerator.program(seed));
    System.out.printf("shrunk to %d statements:%n%s%n", small.statements(), small.text());
    difference(Batch.compileValid(List.of(Program.of(small))), new Runner())
        .orElse(difference)
        .fail();
  }

  /** Returns the first program that does something else than plain Java. */
  static Optional<RandomProgram> firstWithDifference(List<RandomProgram> programs) {
    Batch batch;
    try {
      batch = Batch.compileValid(programs.stream().map(Program::of).toList());
    } catch (AssertionError e) {
      // A machine does not compile, which is another fault than the one that is looked for.
      return programs.size() == 1
          ? Optional.empty()
          : programs.stream()
              .filter(one -> firstWithDifference(List.of(one)).isPresent())
              .findFirst();
    }
    Runner runner = new Runner();
    for (RandomProgram program : programs) {
      Subject subject = batch.subjects().get(program.name());
      if (subject != null
          && subject.program().inputs().stream()
              .anyMatch(input -> Difference.of(runner, subject, input).isPresent())) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}

package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;
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
    List<String> failures = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    ExecutorService compilers = Executors.newFixedThreadPool(COMPILERS);
    try {
      Deque<Future<List<Compiled>>> ahead = new ArrayDeque<>();
      long next = SEED;
      while (next < SEED + PROGRAMS || !ahead.isEmpty()) {
        while (next < SEED + PROGRAMS && ahead.size() < COMPILERS) {
          long from = next;
          next = Math.min(from + BATCH, SEED + PROGRAMS);
          long to = next;
          ahead.add(compilers.submit(() -> compile(from, to)));
        }
        for (Batch batch : compiled(ahead.remove(), failures)) {
          Runner runner = new Runner();
          compare(batch, runner, failures, differences);
          valid += batch.subjects().size() + batch.refused().size();
          suspensions += runner.suspensions();
        }
      }
    } finally {
      compilers.shutdownNow();
    }
    System.out.printf(
        "random programs: seed=%d, programs=%d, valid=%d, suspensions=%d, differences=%d%n",
        SEED, PROGRAMS, valid, suspensions, failures.size());
    if (!differences.isEmpty()) {
      report(differences.get(0));
    }
    assertThat(failures).isEmpty();
    assertThat(valid)
        .as("programs that are valid Java")
        .isGreaterThanOrEqualTo(PROGRAMS * 97 / 100);
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

  /** Compiles programs; each alone if a machine is not valid Java, to know whose. */
  private static List<Compiled> compile(long from, long to) {
    try {
      List<Program> programs = new ArrayList<>();
      for (long seed = from; seed < to; seed++) {
        programs.add(Program.of(ProgramGenerator.program(seed)));
      }
      return List.of(new Compiled(from, Batch.compileValid(programs), null));
    } catch (AssertionError | RuntimeException e) {
      return to == from + 1
          ? List.of(new Compiled(from, null, e))
          : LongStream.range(from, to)
              .boxed()
              .flatMap(seed -> compile(seed, seed + 1).stream())
              .toList();
    }
  }

  /**
   * What the compiler made of programs.
   *
   * @param from the first seed
   * @param batch the programs, or null
   * @param failure what the compiler did instead, or null
   */
  private record Compiled(long from, @Nullable Batch batch, @Nullable Throwable failure) {}

  private static List<Batch> compiled(Future<List<Compiled>> future, List<String> failures)
      throws InterruptedException {
    List<Batch> batches = new ArrayList<>();
    try {
      for (Compiled one : future.get()) {
        if (one.batch() != null) {
          batches.add(one.batch());
        } else {
          fail(one.from(), "is not compiled: " + one.failure(), failures);
        }
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    }
    return batches;
  }

  /** Compares each program with its machine; notes those that are refused, or differ. */
  private static void compare(
      Batch batch, Runner runner, List<String> failures, List<Difference> differences) {
    batch.refused().forEach((name, why) -> fail(seed(name), "is refused: " + why, failures));
    for (Subject subject : batch.subjects().values()) {
      String name = subject.program().name();
      try {
        difference(subject, runner)
            .ifPresent(
                one -> {
                  differences.add(one);
                  fail(seed(name), "differs, way=" + one.way() + one.input(), failures);
                });
      } catch (AssertionError e) {
        fail(seed(name), e.getMessage(), failures);
      }
    }
  }

  private static void fail(long seed, String what, List<String> failures) {
    failures.add("seed " + seed + " " + what);
    System.out.printf("seed %d %s%nreplay: " + REPLAY + "%n", seed, what, seed);
  }

  private static Optional<Difference> difference(Subject subject, Runner runner) {
    for (String input : subject.program().inputs()) {
      Optional<Difference> difference = Difference.of(runner, subject, input);
      if (difference.isPresent()) {
        return difference;
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
    Batch.compileValid(List.of(Program.of(small))).subjects().values().stream()
        .flatMap(subject -> difference(subject, new Runner()).stream())
        .findFirst()
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
      if (subject != null && difference(subject, runner).isPresent()) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}

package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random programs, in every way. The seeds are the same each time, so that a build does not fail by
 * chance; {@code -Ddifferential.seed} and {@code -Ddifferential.programs} ask for others and more.
 */
class RandomProgramsTest {
  private static final String REPLAY =
      "mvn verify -pl processor -am -Dtest=RandomProgramsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddifferential.seed=%d"
          + " -Ddifferential.programs=1";

  private static final int BATCH = 100;

  @Test
  void runAsPlainJava() {
    long seed = Long.getLong("differential.seed", 1);
    int count = Integer.getInteger("differential.programs", 60);
    System.out.printf("random programs: seed=%d, programs=%d%n", seed, count);
    int valid = 0;
    int suspensions = 0;
    for (long from = seed; from < seed + count; from += BATCH) {
      Batch batch =
          Batch.compileValid(
              LongStream.range(from, Math.min(from + BATCH, seed + count))
                  .mapToObj(ProgramGenerator::program)
                  .toList());
      assertThat(batch.refused()).isEmpty();
      valid += batch.subjects().size();
      suspensions += check(batch);
    }
    System.out.printf("random programs: valid=%d, suspensions=%d%n", valid, suspensions);
    assertThat(valid).as("programs that are valid Java").isGreaterThanOrEqualTo(count * 3 / 4);
  }

  private static int check(Batch batch) {
    List<Difference> differences = new ArrayList<>();
    Runner runner = new Runner();
    for (Subject subject : batch.subjects().values()) {
      for (String input : subject.program().inputs()) {
        Optional<Difference> difference = Difference.of(runner, subject, input);
        difference.ifPresent(differences::add);
      }
    }
    if (!differences.isEmpty()) {
      Difference first = differences.get(0);
      String seed = first.subject().program().name().replace("Random", "").replace('m', '-');
      System.out.printf("replay: " + REPLAY + "%n", Long.parseLong(seed));
      first.fail();
    }
    return runner.suspensions();
  }
}

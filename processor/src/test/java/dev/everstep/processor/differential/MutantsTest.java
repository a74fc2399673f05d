package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of the compiler are worth what they find: each bug that is put into a copy of the
 * compiler must make a program differ. The programs of a mutant are those that found it first; with
 * none of them it counts as not found.
 */
class MutantsTest {
  private static final List<Mutant> MUTANTS = Mutant.all();

  @Test
  void thereAreTen() {
    assertThat(MUTANTS).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void withoutABugNothingDiffers() {
    List<String> programs =
        MUTANTS.stream().flatMap(one -> one.programs().stream()).distinct().toList();
    assertThat(MutatedLoader.unchanged().apply(Trial.class, programs)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachBugIsFound() {
    return MUTANTS.stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> finds(mutant)));
  }

  private static void finds(Mutant mutant) {
    String found = MutatedLoader.of(mutant).apply(Trial.class, mutant.programs());
    System.out.printf("mutant %s: %s%n", mutant.name(), found);
    assertThat(found).as("what finds this bug: %s", mutant.what()).isNotEmpty();
  }
}

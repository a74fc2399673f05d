package dev.everstep.processor.differential;

import dev.everstep.processor.differential.random.ProgramGenerator;
import dev.everstep.processor.differential.random.RandomProgram;
import dev.everstep.processor.differential.random.Shrinker;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Shrinks one of the smallest programs of the first seeds, the first that differs; returns its
 * methods. A class of its own, since it is loaded with a mutant.
 */
final class Shrinking implements Function<Integer, String> {
  @Override
  public String apply(Integer seeds) {
    List<RandomProgram> programs =
        LongStream.rangeClosed(1, seeds)
            .mapToObj(ProgramGenerator::program)
            .sorted(Comparator.comparingInt(RandomProgram::statements))
            .limit(12)
            .toList();
    RandomProgram failing = RandomProgramsTest.firstWithDifference(programs).orElseThrow();
    RandomProgram small = new Shrinker(RandomProgramsTest::firstWithDifference).shrink(failing);
    String text = small.text();
    return text.substring(text.indexOf("public String run"));
  }
}

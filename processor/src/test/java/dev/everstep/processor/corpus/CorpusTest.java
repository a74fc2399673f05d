package dev.everstep.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of two libraries is compiled, or refused with a code, and what is compiled does what
 * the method does. The build takes every 24th file; {@code -Psoak}, or {@code -Dcorpus.every=1},
 * all of them. {@code -Dcorpus.seed} asks for other arguments.
 */
class CorpusTest {
  private static final int BATCH_CHARACTERS = 400_000;

  @TempDir private Path directory;

  static Stream<Library> libraries() {
    return Stream.of(Library.COMMONS_LANG, Library.JACKSON);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void compilesOrRefusesEveryMethod(Library library) throws Exception {
    int every = Integer.getInteger("corpus.every", 24);
    long seed = Long.getLong("corpus.seed", 1);
    int inputs = Integer.getInteger("corpus.inputs", 12);
    Tally tally = new Tally();

    int generic = 0;
    int files = 0;
    for (List<Library.File> part : batches(library.files(every))) {
      Path classes = Files.createDirectories(directory.resolve(library.name() + files));
      files += part.size();
      Batch batch = Batch.compile(part, classes);
      generic += batch.generic();
      tally.add(batch);
      compare(new Comparison(library, classes), batch, seed, inputs, tally);
    }

    System.out.printf(
        "corpus: %s, files=%d (every %d), seed=%d; not taken, since generic or inner: %d%n%s",
        library.name(), files, every, seed, generic, tally);
    assertThat(tally.faults()).as("bugs of the compiler").isEmpty();
    assertBounds(tally, files);
  }

  private static void assertBounds(Tally tally, int files) {
    for (Taken.Mode mode : Taken.Mode.values()) {
      int taken = tally.count("methods taken", mode);
      assertThat(taken).as("methods taken").isGreaterThan(files * 2);
      assertThat(tally.count("machines that javac compiles", mode))
          .as("machines that javac compiles")
          .isGreaterThan(taken / 2);
      assertThat(tally.count("machines that javac does not compile", mode))
          .as("machines that javac does not compile, of workflows that are refused anyway")
          .isLessThan(taken / 20 + 1);
      assertThat(tally.count("copies that are not valid Java", mode))
          .as("copies that are not valid Java")
          .isLessThan(taken / 20 + 1);
    }
  }

  private static void compare(Comparison comparison, Batch batch, long seed, int count, Tally tally)
      throws Exception {
    for (Verdict verdict : batch.verdicts()) {
      Taken taken = verdict.taken();
      if (verdict.machine() == null
          || batch.broken().containsKey(taken)
          || !Comparison.fits(taken)) {
        continue;
      }
      int inputs = comparison.inputs();
      int suspensions = comparison.suspensions();
      Optional<String> difference = comparison.difference(verdict, seed, count);
      tally.add("methods run", taken.mode(), 1);
      tally.add("inputs compared", taken.mode(), comparison.inputs() - inputs);
      tally.add("suspensions", taken.mode(), comparison.suspensions() - suspensions);
      difference.ifPresent(
          found -> tally.fault(found + "%n%s%n%s".formatted(taken.text(), verdict.source())));
    }
  }

  private static List<List<Library.File>> batches(List<Library.File> files) throws IOException {
    List<List<Library.File>> batches = new ArrayList<>();
    int characters = BATCH_CHARACTERS;
    for (Library.File file : files) {
      if (characters >= BATCH_CHARACTERS) {
        batches.add(new ArrayList<>());
        characters = 0;
      }
      batches.get(batches.size() - 1).add(file);
      characters += file.text().length();
    }
    return batches;
  }
}

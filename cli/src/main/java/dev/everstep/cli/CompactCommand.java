package dev.everstep.cli;

import dev.everstep.Retention;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drops finished runs and gives back their space. */
@Command(
    name = "compact",
    description = {
      "Merges the files of a data directory, and drops finished runs if told which to keep.",
      "The directory must not be in use: an application that has it open does this by itself. A"
          + " dropped run is gone with its result, its trace and its id; export it before."
    })
final class CompactCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = "--keep-age",
      paramLabel = "<age>",
      converter = AgeConverter.class,
      description = "Keep runs that finished within this time, as in 30d, 12h, 90m or 10s.")
  @Nullable Duration age;

  @Option(
      names = "--keep-count",
      paramLabel = "<count>",
      description = "Keep this many finished runs, those that started last.")
  @Nullable Long count;

  CompactCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    data.requireExisting();
    Retention retention = new Retention(age, count);
    long before = DirectoryFiles.of(data.path).bytes();
    try (EmbeddedJournal journal =
        EmbeddedJournal.open(data.path, Options.defaults().withRetention(retention))) {
      journal.compact();
    }
    long after = DirectoryFiles.of(data.path).bytes();
    console.progress("compacted: " + before + " bytes before, " + after + " now");
    return Main.DONE;
  }

  /** Reads a number with a unit. */
  static final class AgeConverter implements CommandLine.ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([dhms])");

    @Override
    public Duration convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new CommandLine.TypeConversionException(
            "'" + text + "' is not an age: use 30d, 12h, 90m or 10s");
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "d" -> Duration.ofDays(amount);
        case "h" -> Duration.ofHours(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofSeconds(amount);
      };
    }
  }
}

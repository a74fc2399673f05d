package dev.everstep.cli;

import dev.everstep.verify.Baseline;
import dev.everstep.verify.Determinism;
import dev.everstep.verify.FailOn;
import dev.everstep.verify.Report;
import dev.everstep.verify.Request;
import dev.everstep.verify.Severity;
import dev.everstep.verify.VerifyCode;
import dev.everstep.verify.report.JsonReport;
import dev.everstep.verify.report.SarifReport;
import dev.everstep.verify.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for nondeterministic calls that workflows can reach. */
@Command(
    name = "verify",
    description = {
      "Looks for nondeterministic calls that workflows can reach, in class files.",
      "Ends with exit code 1 if there is one that the baseline does not know. Needs no",
      "data directory, and runs nothing of what it checks."
    })
final class VerifyCommand implements Callable<Integer> {
  /** How findings are written. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  private final Console console;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "<classes>",
      arity = "1..*",
      description = "Directories and jars with the project's own classes.")
  List<Path> project = new ArrayList<>();

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "<path>",
      description = "What else workflows call; the command's own class path by default.")
  @Nullable String classPath;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      defaultValue = "text",
      description = "text, json or sarif; ${DEFAULT-VALUE} by default, also into a pipe.")
  Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<file>",
      description = "A file in place of standard output.")
  @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "<findings>",
      defaultValue = "forbid",
      description = "forbid, warn (those as well) or never; ${DEFAULT-VALUE} by default.")
  FailOn failOn = FailOn.FORBID;

  @Option(
      names = "--severity",
      paramLabel = "<group>=<severity>",
      description = "What holds for a group of calls: forbid, warn or off.")
  Map<String, Severity> severity = new LinkedHashMap<>();

  @Option(
      names = "--rules",
      paramLabel = "<file>",
      description = "Rules over the catalogue; an earlier file wins.")
  List<Path> rules = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "<file>",
      description = "Findings that are known and fail nothing.")
  @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "<file>",
      description = "Writes what is found to a baseline, and ends with 0.")
  @Nullable Path writeBaseline;

  @Option(
      names = "--cache",
      paramLabel = "<directory>",
      description = "Keeps summaries of jars there; without it every check reads them anew.")
  @Nullable Path cache;

  @Option(
      names = "--sources",
      paramLabel = "<directory>",
      description = "Source folders, for the paths in SARIF; src/main/java by default.")
  List<Path> sources = new ArrayList<>(List.of(Path.of("src/main/java")));

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Report report =
        Determinism.check(
            new Request(
                project, List.of(), classPath(), rules, lowerCase(severity), baseline, cache));
    if (writeBaseline != null) {
      try {
        Baseline.of(report.findings()).write(writeBaseline);
      } catch (IOException e) {
        throw FileErrors.unusable(writeBaseline.toString(), e);
      }
      int count = report.findings().size();
      console.progress(
          "wrote "
              + (count == 1 ? "1 finding" : count + " findings")
              + " to the baseline "
              + writeBaseline);
      return Main.DONE;
    }
    write(report);
    return report.fails(failOn) ? Main.FAILED : Main.DONE;
  }

  private List<Path> classPath() {
    String path = classPath == null ? System.getProperty("java.class.path") : classPath;
    try {
      List<Path> entries = ClassPathText.entries(path);
      if (classPath != null) {
        entries.stream().filter(entry -> !Files.exists(entry)).forEach(this::missing);
      }
      return entries;
    } catch (IOException e) {
      throw FileErrors.unusable(path, e);
    }
  }

  /** Says that an entry is left out: it may be misspelt, or a directory that a build never made. */
  private void missing(Path entry) {
    console.error(
        "["
            + VerifyCode.ES624
            + "] nothing is at an entry of the class path, and what workflows call there is not"
            + " checked: file="
            + entry
            + ". Correct it, if there should be something. docs/errors/"
            + VerifyCode.ES624
            + ".md");
  }

  private static Map<String, Severity> lowerCase(Map<String, Severity> groups) {
    return groups.entrySet().stream()
        .collect(
            Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  private void write(Report report) {
    boolean coloured = output == null && console.outIsColoured();
    String text =
        switch (format) {
          case TEXT -> TextReport.of(report, coloured);
          case JSON -> JsonReport.of(report);
          case SARIF -> SarifReport.of(report, sources, Path.of(""));
        };
    if (output == null) {
      console.print(text);
      return;
    }
    try {
      Files.writeString(output, text);
    } catch (IOException e) {
      throw FileErrors.unusable(output.toString(), e);
    }
  }
}

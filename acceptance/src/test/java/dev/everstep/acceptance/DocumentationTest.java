package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.maven.GoalCode;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.verify.VerifyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation says what the code does, and refers to what is there. */
class DocumentationTest {
  private static final Pattern SAMPLE =
      Pattern.compile("<!-- source: (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVA = Pattern.compile("(?m)^(.*)\\n```java$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void printsSamplesAsTheyStandInTheirFiles() {
    int samples = 0;
    for (Path page : Repository.pages()) {
      Matcher matcher = SAMPLE.matcher(Repository.read(page));
      while (matcher.find()) {
        String source = Repository.read(Repository.ROOT.resolve(matcher.group(1)));
        int from = 0;
        // A line of dots stands for lines that are left out.
        for (String part : matcher.group(2).split("(?m)^\\s*\\.\\.\\.\\n")) {
          int found = source.indexOf(part, from);
          assertThat(found).as("%s: not in %s: %s", page, matcher.group(1), part).isNotNegative();
          from = found + part.length();
        }
        samples++;
      }
    }
    assertThat(samples).isGreaterThan(5);
  }

  @Test
  void takesTheSamplesOfGuidesFromFilesThatAreCompiled() {
    for (Path page : Repository.pages()) {
      Path parent = page.getParent();
      if (parent.endsWith("guides") || parent.equals(Repository.ROOT) || page.endsWith("tour.md")) {
        Matcher matcher = JAVA.matcher(Repository.read(page));
        while (matcher.find()) {
          assertThat(matcher.group(1)).as("%s", page).startsWith("<!-- source: ");
        }
      }
    }
  }

  @Test
  void linksToFilesThatExist() {
    List<String> broken = new ArrayList<>();
    for (Path page : Repository.pages()) {
      Matcher matcher = LINK.matcher(Repository.read(page));
      while (matcher.find()) {
        String target = matcher.group(1).replaceFirst("#.*", "");
        boolean elsewhere = target.isEmpty() || target.matches("[a-z]+:.*");
        if (!elsewhere && !Files.exists(page.resolveSibling(target))) {
          broken.add(Repository.ROOT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void hasAPageForEachCodeAndNoOther() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    titles().forEach((code, title) -> expected.put(code, "# " + code + ": " + title));

    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(Repository.DOCS.resolve("errors"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("ES")).toList()) {
        String code = file.getFileName().toString().replace(".md", "");
        found.put(code, Files.readAllLines(file).get(0));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void listsEachCodeInTheIndex() throws IOException {
    StringBuilder index = new StringBuilder();
    index.append(
        """
        # Errors

        Every error has a code that never changes. The message says what happened, where, and what to do; the code's page says more. ES0nn are the compiler's,
        ES1nn speak of what a caller gave, ES2nn of runs and steps, ES3nn of the journal, ES4nn of values, ES5nn of the command line, and ES6nn of determinism and of upgrades.

        | code | what happened |
        |---|---|
        """);
    titles()
        .forEach(
            (code, title) -> index.append("| [%s](%s.md) | %s |\n".formatted(code, code, title)));
    Path file = Repository.DOCS.resolve("errors").resolve("index.md");
    if (Repository.WRITE) {
      Files.writeString(file, index);
    }
    assertThat(file).as("-Deverstep.goldens=write writes it").content().isEqualTo(index.toString());
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new TreeMap<>();
    for (ErrorCode code : ErrorCode.values()) {
      titles.put(code.name(), code.title());
    }
    for (VerifyCode code : VerifyCode.values()) {
      titles.put(code.name(), code.title());
    }
    for (GoalCode code : GoalCode.values()) {
      titles.put(code.name(), code.title());
    }
    for (Problem problem : Problem.values()) {
      titles.put(problem.name(), titleOf(problem.name()));
    }
    return titles;
  }

  /** Returns the title that a page gives itself: the compiler's messages have none of their own. */
  private static String titleOf(String code) {
    Path file = Repository.DOCS.resolve("errors").resolve(code + ".md");
    assertThat(file).exists();
    String title = Repository.read(file).lines().findFirst().orElse("");
    assertThat(title).as("%s", file).startsWith("# " + code + ": ");
    return title.substring(("# " + code + ": ").length());
  }

  @Test
  void namesCommandsThatExist() {
    int commands = 0;
    for (Path page : Repository.pages()) {
      Matcher matcher = SHELL.matcher(Repository.read(page));
      while (matcher.find()) {
        for (String line : matcher.group(1).split("\\n")) {
          if (line.startsWith("./everstep ") && !line.startsWith("./everstep demo")) {
            List<String> words = new ArrayList<>();
            for (String word : line.substring("./everstep ".length()).split(" ")) {
              if (word.matches("[a-z]+") && !words.contains("run")) {
                words.add(word);
              } else if (word.startsWith("-")) {
                break;
              }
            }
            words.add("--help");
            String[] arguments = words.toArray(String[]::new);
            CommandResult help = CommandResult.piped(arguments);
            assertThat(help.exitCode()).as("%s: %s: %s", page, line, help.err()).isZero();
            commands++;
          }
        }
      }
    }
    assertThat(commands).isGreaterThan(3);
    assertThat(Repository.ROOT.resolve("everstep")).isExecutable();
    assertThat(Repository.ROOT.resolve(".ci").resolve("run")).isExecutable();
  }
}

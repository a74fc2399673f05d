package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation says what the code does, and refers to what is there. */
class DocumentationTest {
  private static final Pattern SAMPLE =
      Pattern.compile("<!-- source: (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVA = Pattern.compile("(?m)^(.*)\\n```java$");
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

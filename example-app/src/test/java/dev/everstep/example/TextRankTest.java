package dev.everstep.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRankTest {

  @Test
  void picksTheSentencesThatShareMostWithTheOthersInTheirOrder() {
    String text =
        """
        The journal keeps every finished step on disk. Lunch was served outside in bright weather.

        A finished step on disk never runs again after a crash. The band played until four o'clock.
        A crash never makes a finished step run again.
        """;

    Summary summary = new TextRank(2).summarize(text);

    assertThat(summary)
        .isEqualTo(
            new Summary(
                List.of(
                    "A finished step on disk never runs again after a crash.",
                    "A crash never makes a finished step run again."),
                41,
                "TextRank"));
  }

  @Test
  void returnsAllSentencesOfATextWithFewer() {
    assertThat(
            new TextRank(3).summarize("One sentence with enough words stands alone.").sentences())
        .containsExactly("One sentence with enough words stands alone.");
  }

  @Test
  void returnsNothingForATextWithoutSentences() {
    assertThat(new TextRank(3).summarize("")).isEqualTo(new Summary(List.of(), 0, "TextRank"));
  }

  @Test
  void summarizesThisProjectsOwnPage() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "guarantees.md"));

    Summary summary = new TextRank(3).summarize(Page.markdown(page).text());

    assertThat(summary.sentences()).hasSize(3).allMatch(sentence -> sentence.endsWith("."));
    assertThat(summary.wordsRead()).isGreaterThan(400);
  }

  @Test
  void staysFastOnALongText() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("Sentence number ").append(i).append(" speaks of topic w").append(i % 37);
      text.append(" and of subject v").append(i % 11).append(". ");
    }
    assertThat(new TextRank(3).summarize(text.toString()).sentences()).hasSize(3);
  }
}

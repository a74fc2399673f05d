package dev.everstep.example;

import java.util.List;

/**
 * What an article says.
 *
 * @param sentences the summary
 * @param wordsRead how many words the article has
 * @param by who wrote the summary: {@code TextRank}, or a model's name
 */
public record Summary(List<String> sentences, int wordsRead, String by) {
  /** Copies the list. */
  public Summary {
    sentences = List.copyOf(sentences);
  }
}

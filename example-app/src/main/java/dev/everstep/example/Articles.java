package dev.everstep.example;

import dev.everstep.annotations.Function;
import java.io.IOException;

/** What the research workflow does to the world outside. Thread-safe. */
public class Articles {
  private final Summarizer summarizer;

  /** Uses the model that the environment names, or the extractive summariser if it names none. */
  public Articles() {
    this(Summarizer.configured(System.getenv()));
  }

  /** Uses a summariser of the caller's. */
  public Articles(Summarizer summarizer) {
    this.summarizer = summarizer;
  }

  /**
   * Returns the text of an article, its paragraphs separated by blank lines.
   *
   * @throws NotAnArticleException if there is no text to read at this address
   * @throws IOException if it cannot be reached, or not now
   */
  @Function(
      attempts = 5,
      backoff = "200ms..30s",
      timeout = "20s",
      nonRetryable = NotAnArticleException.class)
  public String fetch(String url) throws IOException {
    return Page.load(url).text();
  }

  /** Returns what an article says, in a few sentences. */
  @Function(attempts = 3, backoff = "1s..20s", timeout = "2m")
  public Summary summarize(String article) {
    return summarizer.summarize(article);
  }
}

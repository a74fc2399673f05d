package dev.everstep.example;

import java.util.Map;

/** Says in a few sentences what a text says. Implementations are thread-safe. */
@FunctionalInterface
public interface Summarizer {

  /** Returns the summary of a text. */
  Summary summarize(String text);

  /** Returns a summariser that picks the sentences most like the others: no network, no key. */
  static Summarizer extractive() {
    return new TextRank(3);
  }

  /**
   * Returns a summariser as the environment says: a model if {@code EVERSTEP_OPENAI_BASE_URL} or
   * {@code OPENAI_API_KEY} is set, else {@link #extractive()}. {@code EVERSTEP_MODEL} names the
   * model.
   */
  static Summarizer configured(Map<String, String> environment) {
    // The classes of the model's client are loaded only if they are needed: they cost a second.
    boolean model =
        environment.containsKey("EVERSTEP_OPENAI_BASE_URL")
            || environment.containsKey("OPENAI_API_KEY");
    return model ? ModelSummarizer.configured(environment) : extractive();
  }
}

package dev.everstep.example;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.Map;

/** Asks a language model behind an OpenAI-compatible endpoint. Thread-safe. */
final class ModelSummarizer implements Summarizer {
  private static final int CHARS_MAX = 60_000;
  private static final String PROMPT =
      "Summarise the article below in three sentences. Answer with these sentences and nothing"
          + " else.\n\n";

  private final ChatModel model;
  private final String name;

  private ModelSummarizer(ChatModel model, String name) {
    this.model = model;
    this.name = name;
  }

  static ModelSummarizer configured(Map<String, String> environment) {
    String name = environment.getOrDefault("EVERSTEP_MODEL", "gpt-4o-mini");
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .modelName(name)
            .apiKey(environment.getOrDefault("OPENAI_API_KEY", "none"))
            .timeout(Duration.ofSeconds(100))
            // Attempts are the workflow's: it records each of them.
            .maxRetries(0);
    String baseUrl = environment.get("EVERSTEP_OPENAI_BASE_URL");
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    return new ModelSummarizer(builder.build(), name);
  }

  @Override
  public Summary summarize(String text) {
    String article = text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX);
    return new Summary(
        Sentences.of(model.chat(PROMPT + article)), Sentences.words(text).size(), name);
  }
}

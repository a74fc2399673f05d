package dev.everstep.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SummarizerTest {

  @Test
  void isExtractiveUnlessTheEnvironmentNamesAModel() {
    assertThat(Summarizer.configured(Map.of("HOME", "/root"))).isInstanceOf(TextRank.class);
  }

  @Test
  void asksTheModelThatTheEnvironmentNames() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              """
              {"id": "1", "object": "chat.completion", "created": 1, "model": "small",
               "choices": [{"index": 0, "finish_reason": "stop",
                 "message": {"role": "assistant", "content": "Tides come. Tides go."}}]}
              """
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";

      Summary summary =
          Summarizer.configured(
                  Map.of("EVERSTEP_OPENAI_BASE_URL", baseUrl, "EVERSTEP_MODEL", "small"))
              .summarize("The moon pulls the sea.");

      assertThat(summary).isEqualTo(new Summary(List.of("Tides come.", "Tides go."), 5, "small"));
      assertThat(asked.get()).contains("\"small\"", "The moon pulls the sea.");
    } finally {
      server.stop(0);
    }
  }
}

package dev.everstep.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private HttpServer server;
  private String origin;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsTheParagraphsOfAnHtmlArticleOverHttp() throws Exception {
    answer(
        "/a",
        200,
        "text/html; charset=utf-8",
        """
        <html><head><title>Tides</title><style>p {}</style></head><body><nav><p>Home</p></nav>
        <article><h1>Tides</h1><p>The moon <b>pulls</b> the sea.</p><pre>code</pre>
        <ul><li>Spring tide</li><li><p>Neap tide – weak</p></li></ul></article></body></html>
        """);

    assertThat(Page.load(origin + "/a"))
        .isEqualTo(new Page("Tides", "The moon pulls the sea.\n\nSpring tide\n\nNeap tide – weak"));
  }

  @Test
  void readsMarkdownFromAFile(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("a b.md");
    Files.writeString(
        file,
        """
        # The title

        One `line` and
        [another](there.md) make a paragraph.
        - an item
        ```java
        code();
        ```
        | a | table |
        The **end**.
        """);

    assertThat(Page.load(file.toUri().toString()))
        .isEqualTo(
            new Page("The title", "One line and another make a paragraph.\n\nan item\n\nThe end."));
  }

  @Test
  void saysThatAMissingPageIsNoArticle(@TempDir Path directory) throws Exception {
    String file = directory.resolve("none.txt").toUri().toString();

    refuses(origin + "/none", "status 404 from " + origin + "/none");
    refuses(file, "no such file: " + file);
  }

  @Test
  void saysThatOtherTypesAndAddressesAreNoArticles() throws Exception {
    answer("/pdf", 200, "application/pdf", "%PDF");
    answer("/empty", 200, "text/html", "<p> </p>");

    refuses(origin + "/pdf", origin + "/pdf is application/pdf, not text");
    refuses(origin + "/empty", "no paragraphs at " + origin + "/empty");
    refuses("ftp://host/a", "not an http, https or file address: \"ftp://host/a\"");
    refuses("guarantees", "not an http, https or file address: \"guarantees\"");
    refuses(
        "http://localhost/a b",
        "not an address: Illegal character in path at index 18: http://localhost/a b");
  }

  @Test
  void reportsAServersFaultAsOneThatMayPass() {
    answer("/busy", 503, "text/plain", "later");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Page.load(origin + "/busy"))
        .withMessage("status 503 from " + origin + "/busy")
        .isNotInstanceOf(NotAnArticleException.class);
  }

  @Test
  void saysWhichAddressGivesNoConnection() {
    server.stop(0);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Page.load(origin + "/a"))
        .withMessage("no connection to " + origin + "/a");
  }

  private static void refuses(String url, String message) {
    assertThatExceptionOfType(NotAnArticleException.class)
        .isThrownBy(() -> Page.load(url))
        .withMessage(message);
  }

  private void answer(String path, int status, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}

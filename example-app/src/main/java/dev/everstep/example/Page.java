package dev.everstep.example;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a reader sees it.
 *
 * @param title the title; empty if it has none
 * @param text its paragraphs, separated by blank lines
 */
record Page(String title, String text) {
  private static final int TIMEOUT_MILLIS = 15_000;
  private static final int BYTES_MAX = 8 * 1024 * 1024;

  /**
   * Reads a page.
   *
   * @param url http, https or file; HTML, Markdown or plain text
   * @throws NotAnArticleException if there is no text at this address
   * @throws IOException if it cannot be reached, or not now
   */
  static Page load(String url) throws IOException {
    URI address = address(url);
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> request(url);
      case "file" -> read(url, address);
      default ->
          throw new NotAnArticleException("not an http, https or file address: \"" + url + "\"");
    };
  }

  private static URI address(String url) throws NotAnArticleException {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new NotAnArticleException("not an address: " + e.getMessage());
    }
  }

  private static Page request(String url) throws IOException {
    Connection.Response response;
    try {
      response =
          Jsoup.connect(url)
              .userAgent("everstep-example")
              .timeout(TIMEOUT_MILLIS)
              .maxBodySize(BYTES_MAX)
              .ignoreHttpErrors(true)
              .ignoreContentType(true)
              .execute();
    } catch (ConnectException e) {
      throw new IOException("no connection to " + url, e); // the JDK's own has no message
    }
    int status = response.statusCode();
    if (status >= 500 || status == 408 || status == 429) {
      throw new IOException("status " + status + " from " + url);
    }
    if (status >= 400) {
      throw new NotAnArticleException("status " + status + " from " + url);
    }
    String type = response.contentType() == null ? "text/plain" : response.contentType();
    return of(url, type.toLowerCase(Locale.ROOT), response.body());
  }

  private static Page read(String url, URI address) throws IOException {
    Path file;
    try {
      file = Path.of(address);
    } catch (IllegalArgumentException e) {
      throw new NotAnArticleException("not a file address: \"" + url + "\", " + e.getMessage());
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    String type =
        name.endsWith(".html") || name.endsWith(".htm")
            ? "text/html"
            : name.endsWith(".md") ? "text/markdown" : "text/plain";
    try (InputStream in = Files.newInputStream(file)) {
      return of(url, type, new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new NotAnArticleException("no such file: " + url);
    }
  }

  private static Page of(String url, String type, String body) throws NotAnArticleException {
    Page page;
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      page = html(body);
    } else if (type.startsWith("text/markdown")) {
      page = markdown(body);
    } else if (type.startsWith("text/")) {
      page = new Page("", body.strip());
    } else {
      throw new NotAnArticleException(url + " is " + type + ", not text");
    }
    if (page.text().isBlank()) {
      throw new NotAnArticleException("no paragraphs at " + url);
    }
    return page;
  }

  static Page html(String source) {
    Document document = Jsoup.parse(source);
    document.select("script, style, nav, header, footer, aside, form, pre, table").remove();
    Element article = document.selectFirst("article");
    Element main = article != null ? article : document.selectFirst("main");
    Element root = main != null ? main : document.body();
    List<String> paragraphs = new ArrayList<>();
    for (Element element : root.select("p, li, dd")) {
      // A list item that holds paragraphs is read through them.
      if (element.selectFirst("> p") == null && !element.text().isBlank()) {
        paragraphs.add(element.text());
      }
    }
    return new Page(document.title(), String.join("\n\n", paragraphs));
  }

  static Page markdown(String source) {
    String title = "";
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String line : source.split("\\R")) {
      boolean fence = line.strip().startsWith("```");
      boolean heading = !code && line.startsWith("#");
      boolean item = !code && line.matches("\\s*(?:[-*+]|\\d+\\.)\\s.*");
      boolean skipped = code || fence || heading || line.startsWith("|") || line.startsWith("<!--");
      if (heading && title.isEmpty()) {
        title = line.replaceFirst("^#+\\s*", "");
      }
      if (line.isBlank() || skipped || item) {
        end(paragraph, paragraphs);
      }
      if (!skipped && !line.isBlank()) {
        paragraph.append(item ? line.replaceFirst("^\\s*(?:[-*+]|\\d+\\.)\\s+", "") : line.strip());
        paragraph.append(' ');
      }
      code ^= fence;
    }
    end(paragraph, paragraphs);
    return new Page(title, String.join("\n\n", paragraphs));
  }

  private static void end(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(
          paragraph
              .toString()
              .strip()
              .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
              .replaceAll("[`*]", ""));
      paragraph.setLength(0);
    }
  }
}

package dev.everstep.example.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves a folder of Markdown pages on loopback and counts the requests. Thread-safe. */
final class DocServer implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private final Map<String, Integer> requestsByPath = new ConcurrentHashMap<>();

  private DocServer(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts a server at a free port. */
  static DocServer start(Path folder) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    DocServer server = new DocServer(folder.toAbsolutePath().normalize(), http);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /** Returns the address of a page, given its path with a slash before it. */
  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Returns how often a page was asked for. */
  int requests(String path) {
    return requestsByPath.getOrDefault(path, 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requestsByPath.merge(path, 1, Integer::sum);
      Path file = folder.resolve(path.substring(1)).normalize();
      boolean found = file.startsWith(folder) && path.endsWith(".md") && Files.isRegularFile(file);
      byte[] body =
          found ? Files.readAllBytes(file) : "no such page".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/markdown; charset=utf-8");
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

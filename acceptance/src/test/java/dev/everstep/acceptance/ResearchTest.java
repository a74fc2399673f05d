package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.example.Research;
import dev.everstep.example.Summary;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The first example, compiled and run. */
class ResearchTest {

  @Test
  void triesAgainWhileTheServerIsBusyAndRecordsEachAttempt() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              "The moon pulls the sea towards it every day.".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(requests.incrementAndGet() < 3 ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    InMemoryJournal journal = new InMemoryJournal();
    try (Everstep everstep = Everstep.builder().journal(journal).worker("w1").open()) {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/tides";

      Summary summary = everstep.start(new RunId("r1"), Research::run, url).result();

      assertThat(summary.sentences())
          .containsExactly("The moon pulls the sea towards it every day.");
      List<TraceEntry> entries = Trace.read(journal, new RunId("r1")).orElseThrow().entries();
      assertThat(entries)
          .extracting(TraceEntry::kind, TraceEntry::step, TraceEntry::attempt)
          .containsExactly(
              tuple(EntryKind.RUN_STARTED, null, 0),
              tuple(EntryKind.ATTEMPT_FAILED, "step:Articles.fetch", 1),
              tuple(EntryKind.TIMER_FIRED, "step:Articles.fetch", 0),
              tuple(EntryKind.ATTEMPT_FAILED, "step:Articles.fetch", 2),
              tuple(EntryKind.TIMER_FIRED, "step:Articles.fetch", 0),
              tuple(EntryKind.STEP_COMPLETED, "step:Articles.fetch", 3),
              tuple(EntryKind.STEP_COMPLETED, "step:Articles.summarize", 1),
              tuple(EntryKind.RUN_COMPLETED, null, 0));
      assertThat(entries).extracting(TraceEntry::worker).containsOnly("w1");
      assertThat(entries.get(1).error().message()).isEqualTo("status 503 from " + url);
    } finally {
      server.stop(0);
    }
  }
}

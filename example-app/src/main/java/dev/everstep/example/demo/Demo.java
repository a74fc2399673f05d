package dev.everstep.example.demo;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.cli.Console;
import dev.everstep.cli.TraceTable;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.trace.Pending;
import dev.everstep.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Kills a process with SIGKILL between the two checkpoints of a run, lets another process finish
 * the run, and shows the trace and how often the article was asked for. Exit code 0 if it was asked
 * for once, 1 if a promise was broken.
 */
public final class Demo {
  private static final String PAGE = "/guarantees.md";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 20;

  private final Console console;
  private final Path directory;
  private final RunId run = new RunId("demo-" + Long.toString(System.currentTimeMillis(), 36));

  private Demo(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
  }

  /**
   * Tells the story.
   *
   * @param arguments the folder of the documentation, and a data directory to keep; without the
   *     latter, one is made and deleted
   */
  public static void main(String[] arguments) throws Exception {
    Console console = Console.system(System.getenv());
    Path docs = Path.of(arguments.length > 0 ? arguments[0] : "docs");
    boolean keepsData = arguments.length > 1;
    Path directory = keepsData ? Path.of(arguments[1]) : Files.createTempDirectory("everstep-demo");
    boolean promiseKept = false;
    try {
      promiseKept = new Demo(console, directory).tell(docs);
    } catch (DemoFailedException e) {
      console.error(e.getMessage());
    } finally {
      if (!keepsData) {
        delete(directory);
      }
    }
    System.exit(promiseKept ? 0 : 1);
  }

  private boolean tell(Path docs) throws IOException, InterruptedException {
    try (DocServer server = DocServer.start(docs)) {
      String url = server.url(PAGE);
      console.println("A workflow of two steps, fetch and summarize, and a crash between them.\n");
      console.println("1. This project's documentation is served on loopback: " + url);

      Process first = worker("first", url);
      console.println("2. Process " + first.pid() + " starts run " + run + " of Research.");
      awaitTrace(first, Demo::isBetweenTheCheckpoints);
      first.destroyForcibly();
      console.println(
          "3. Checkpoint 1 is on disk and step 2 is in flight: SIGKILL. Process "
              + first.pid()
              + " ends with exit code "
              + first.waitFor()
              + ".");

      Process second = worker("second", url);
      console.println(
          "4. Process " + second.pid() + " opens the same directory and goes on at step 2.");
      awaitEnd(second);
      Trace trace = read().orElseThrow();
      console.println("5. The run has finished. Its trace:\n");
      console.print(TraceTable.of(trace));

      int requests = server.requests(PAGE);
      console.println("\nrequests for the article: " + requests);
      return judge(trace, requests);
    }
  }

  private static boolean isBetweenTheCheckpoints(Trace trace) {
    Pending pending = trace.pending();
    return pending != null && pending.step().equals("step:Articles.summarize");
  }

  private boolean judge(Trace trace, int requests) {
    long fetches =
        trace.entries().stream()
            .filter(entry -> "step:Articles.fetch".equals(entry.step()))
            .filter(entry -> entry.kind() == EntryKind.STEP_COMPLETED)
            .count();
    boolean kept = trace.status() == RunStatus.COMPLETED && fetches == 1 && requests == 1;
    if (kept) {
      console.println("Step 1 had finished before the crash, so it did not run again.");
    } else {
      console.error("This is not what was promised: step 1 is to run once, and the run to end.");
    }
    return kept;
  }

  private Process worker(String name, String url) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.add("--enable-native-access=ALL-UNNAMED"); // or newer JDKs warn about a library
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (option.startsWith("-javaagent:")) {
        command.add(option); // whoever runs the demo under the guard wants its workers guarded
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Worker.class.getName());
    command.addAll(List.of(name, directory.toString(), run.value(), url));
    Process process = new ProcessBuilder(command).inheritIO().start();
    // If somebody interrupts the demo, no process stays behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  /** Reads the journal over and over, while the worker writes it, until the run is as wanted. */
  private void awaitTrace(Process worker, Predicate<Trace> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (read().filter(wanted).isEmpty()) {
      if (worker.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new DemoFailedException("process " + worker.pid() + " ended before it was killed");
      }
      if (System.nanoTime() > deadline) {
        throw new DemoFailedException("the run is not where it should be after " + PATIENCE);
      }
    }
  }

  private static void awaitEnd(Process worker) throws InterruptedException {
    if (!worker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new DemoFailedException("process " + worker.pid() + " runs after " + PATIENCE);
    }
    if (worker.exitValue() != 0) {
      throw new DemoFailedException(
          "process " + worker.pid() + " ended with exit code " + worker.exitValue());
    }
  }

  private Optional<Trace> read() {
    try (Journal journal = EmbeddedJournal.openReadOnly(directory)) {
      return Trace.read(journal, run);
    } catch (JournalException e) {
      if (e.code() == ErrorCode.ES313) { // the worker has not made it yet
        return Optional.empty();
      }
      throw e;
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The demo could not be told to its end. */
  private static final class DemoFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailedException(String message) {
      super(message);
    }
  }
}

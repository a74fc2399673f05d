package dev.everstep.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What the processor costs: javac in a process of its own, on generated workflows of 50 lines, one
 * and a hundred of them, without the processor, with it, and without it on what it wrote. Time is
 * from the start of the JVM; CPU time is all threads' together and bears other work on the machine
 * better.
 */
public final class CompileBenchmark {
  private static final int MANY = 100;

  private CompileBenchmark() {}

  /**
   * Runs it.
   *
   * @param args the class path of workflows and of the processor, a directory to write to, rounds
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("javac")) {
      javac(List.of(args).subList(1, args.length));
      return;
    }
    Files.createDirectories(Path.of(args[1]));
    Path directory = Files.createTempDirectory(Path.of(args[1]), "compile-");
    int rounds = Integer.parseInt(args[2]);
    Figures figures = new Figures(rounds);
    for (int count : new int[] {1, MANY}) {
      List<Path> sources = write(directory.resolve("src-" + count), count);
      for (int round = 0; round < rounds; round++) {
        Path out = directory.resolve("out-" + count + "-" + round);
        String what = count + (count == 1 ? " workflow, " : " workflows, ");
        run(figures, round, what + "javac alone", out.resolve("plain"), args[0], false, sources);
        run(figures, round, what + "processor", out.resolve("made"), args[0], true, sources);
        List<Path> all = new ArrayList<>(sources);
        all.addAll(javaFiles(out.resolve("made")));
        run(figures, round, what + "javac on what was written", out, args[0], false, all);
      }
    }
    figures.print(System.out);
  }

  /** Runs one javac and notes its seconds. */
  private static void run(
      Figures figures,
      int round,
      String name,
      Path out,
      String classPath,
      boolean processor,
      List<Path> sources)
      throws IOException {
    Files.createDirectories(out);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CompileBenchmark.class.getName(), "javac"));
    command.addAll(List.of("-nowarn", "-d", out.toString(), "-cp", classPath));
    command.addAll(processor ? List.of("-processorpath", classPath) : List.of("-proc:none"));
    sources.forEach(source -> command.add(source.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("javac failed: " + name);
      }
      String[] seconds = line.split(" ");
      figures.set(round, name + ", s", Double.parseDouble(seconds[0]));
      figures.set(round, name + ", CPU s", Double.parseDouble(seconds[1]));
    }
  }

  private static void javac(List<String> arguments) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.err, System.err, arguments.toArray(String[]::new));
    if (result == 0) {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      System.out.printf(
          Locale.ROOT,
          "%.3f %.3f%n",
          (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3,
          system.getProcessCpuTime() / 1e9);
    }
  }

  private static List<Path> javaFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Path> write(Path directory, int count) throws IOException {
    Files.createDirectories(directory.resolve("app"));
    Files.writeString(directory.resolve("app/Fns.java"), FUNCTIONS);
    for (int i = 0; i < count; i++) {
      String name = "Flow" + i;
      Files.writeString(
          directory.resolve("app").resolve(name + ".java"), WORKFLOW.replace("NAME", name));
    }
    return javaFiles(directory);
  }

  private static final String FUNCTIONS =
      """
      package app;

      import dev.everstep.annotations.Function;
      import java.io.IOException;
      import java.util.List;

      @Function
      public class Fns {
        public record Item(String sku, int quantity) {}
        public record Price(String supplier, long cents) {}
        public List<String> suppliers(Item item) { return List.of("a", "b"); }
        public Price quote(String supplier, Item item) throws IOException { return new Price(supplier, 1); }
        public String book(Price price, int quantity) { return price.supplier(); }
        public void cancel(String booking) {}
        public int stock(String sku) { return 1; }
      }
      """;

  /** Fifty lines, ten of them with a step, in loops, a try and a switch. */
  private static final String WORKFLOW =
      """
      package app;

      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      import java.io.IOException;
      import java.time.Duration;
      import java.util.*;

      @Workflow
      public class NAME {
        public List<String> run(WorkflowContext ctx, List<Fns.Item> items, int budget) {
          List<String> bookings = new ArrayList<>();
          long spent = 0;
          try {
            for (Fns.Item item : items) {
              int missing = Math.max(0, item.quantity() - ctx.step(Fns::stock, item.sku()));
              if (missing == 0) {
                continue;
              }
              Fns.Price best = null;
              for (String supplier : ctx.step(Fns::suppliers, item)) {
                try {
                  Fns.Price price = ctx.step(Fns::quote, supplier, item);
                  if (best == null || price.cents() < best.cents()) {
                    best = price;
                  }
                } catch (IOException e) {
                  ctx.log().info("no quote of {}: {}", supplier, e.getMessage());
                }
              }
              if (best == null || spent + best.cents() * missing > budget) {
                throw new IllegalStateException("cannot buy " + item.sku());
              }
              spent += best.cents() * missing;
              switch (missing) {
                case 1 -> bookings.add(ctx.step(Fns::book, best, 1));
                case 2 -> bookings.add("two " + ctx.step(Fns::book, best, 2));
                default -> bookings.add(ctx.step(Fns::book, best, missing) + " and more");
              }
              ctx.sleep(Duration.ofSeconds(ctx.step(Fns::stock, best.supplier())));
            }
            return bookings;
          } catch (IllegalStateException e) {
            for (String booking : bookings) {
              ctx.step(Fns::cancel, booking);
            }
            return List.of(ctx.step("failed", () -> "failed: " + e.getMessage()));
          }
        }
      }
      """;
}

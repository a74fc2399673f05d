package dev.everstep.agent;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The agent: {@code java -javaagent:everstep-agent.jar[=forbid|warn|off] ...}.
 *
 * <p>It never keeps a program from starting. If it cannot be put in place, it says so, and where it
 * was asked to forbid, {@code Everstep.open} refuses (ES602).
 */
public final class EverstepAgent {
  private static final String MISSING = "everstep.guard.missing";
  private static final String PROJECT = "everstep-guard.txt";

  private EverstepAgent() {}

  /** Is called by the JVM before {@code main}. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /** Is called by the JVM when the agent is loaded into a running process. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * Puts the agent in place in this process, which was started without it: for tests, before the
   * classes to test are loaded and the first Everstep is opened. What runs already keeps its code,
   * and method references that were made already are not guarded.
   *
   * @param options as behind {@code -javaagent:}
   * @throws IllegalStateException if that fails; the message says why
   */
  public static void attach(String options) {
    if (GuardClass.find() != null) {
      return;
    }
    try {
      String jar =
          Path.of(EverstepAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toString();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  jar,
                  Attacher.class.getName(),
                  String.valueOf(ProcessHandle.current().pid()),
                  jar,
                  options)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the agent cannot be loaded into this process: " + said);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the agent cannot be loaded into this process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the agent is loaded", e);
    }
    String missing = System.getProperty(MISSING);
    if (missing != null) {
      throw new IllegalStateException(missing);
    }
  }

  private static synchronized void start(@Nullable String text, Instrumentation instrumentation) {
    try {
      Options options = Options.parse(text);
      if (options.mode() == Options.Mode.OFF || GuardClass.find() != null) {
        return; // off, or here already
      }
      install(options, instrumentation);
    } catch (Throwable problem) {
      missing(text, problem);
    }
  }

  private static void missing(@Nullable String text, Throwable problem) {
    String reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    boolean warns = text != null && (text.startsWith("warn") || text.contains("mode=warn"));
    if (!warns) {
      System.setProperty(MISSING, reason);
    }
    say(
        "[ES602] the guard is not in place: "
            + reason
            + (warns
                ? ". Nothing is guarded."
                : ". Nothing is guarded, and Everstep.open refuses to go on.")
            + " docs/errors/ES602.md");
  }

  private static void say(String line) {
    System.err.println(line);
  }

  private static void install(Options options, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException, UnmodifiableClassException {
    Catalogue catalogue = catalogue(options);
    options.require(
        catalogue.rules().stream().map(Rule::group).collect(Collectors.toCollection(TreeSet::new)));
    Hierarchy hierarchy = new Hierarchy();
    Rules rules = new Rules(catalogue, options, hierarchy);
    Scopes scopes = new Scopes(catalogue);
    Trusted trusted = new Trusted();
    Sites sites = new Sites();
    Applications applications = new Applications(options);
    Judge judge = new Judge(sites, rules, new Callers(scopes, trusted), applications, System.err);
    Class<?> guard = GuardClass.define(instrumentation);
    Transformer transformer =
        new Transformer(rules, sites, hierarchy, scopes, trusted, applications, System.err);
    GuardClass.install(guard, judge, transformer::hidden);
    instrumentation.addTransformer(transformer, true);
    lookAtLoaded(instrumentation, transformer, rules.guardedClasses());
    SelfTest.run(guard, rules);
    if (!transformer.unguarded().isEmpty()) {
      throw new IllegalStateException(
          "a class of the JDK cannot be guarded: " + new TreeSet<>(transformer.unguarded()));
    }
  }

  private static Catalogue catalogue(Options options) throws IOException {
    Path file = Path.of(options.rules() == null ? PROJECT : options.rules());
    if (options.rules() == null && !Files.exists(file)) {
      return Catalogue.bundled();
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new IOException("rules cannot be read: file=" + file + ", reason=" + e, e);
    }
    return Catalogue.bundled().with(Catalogue.parse(file.getFileName().toString(), lines));
  }

  /** Has the transformer see what was loaded before it. */
  private static void lookAtLoaded(
      Instrumentation instrumentation, Transformer transformer, Set<String> guarded)
      throws UnmodifiableClassException {
    List<Class<?>> jdk = new ArrayList<>();
    List<Class<?>> others = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isHidden() || type.isArray() || !instrumentation.isModifiableClass(type)) {
        continue;
      }
      String name = type.getName().replace('.', '/');
      if (type.getClassLoader() == null || Hierarchy.isJdk(type.getModule())) {
        if (guarded.contains(name) || name.equals(HiddenClasses.LOOKUP)) {
          jdk.add(type);
        }
      } else if (!transformer.isSkipped(name)) {
        others.add(type);
      }
    }
    instrumentation.retransformClasses(jdk.toArray(Class<?>[]::new));
    try {
      instrumentation.retransformClasses(others.toArray(Class<?>[]::new));
    } catch (LinkageError | UnsupportedOperationException oneIsRefused) {
      lookAtEach(instrumentation, others);
    }
  }

  private static void lookAtEach(Instrumentation instrumentation, List<Class<?>> types)
      throws UnmodifiableClassException {
    for (Class<?> type : types) {
      try {
        instrumentation.retransformClasses(type);
      } catch (LinkageError | UnsupportedOperationException refused) {
        say(Transformer.problem(type.getName(), refused));
      }
    }
  }
}
